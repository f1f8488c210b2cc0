import { env } from "@/lib/infra/env";

const processStart = Date.now();

/** The present instant; in demonstration mode it may have been started elsewhere (CLOCK_START). */
export function now(): Date {
  const start = env().CLOCK_START;
  return start ? new Date(Date.parse(start) + Date.now() - processStart) : new Date();
}
