import { env } from "@/lib/infra/env";

const globals = globalThis as typeof globalThis & { cowlotingStart?: number };

/** One start for the whole process: each bundle of it has this module anew. */
const processStart = globals.cowlotingStart ?? Date.now();
globals.cowlotingStart = processStart;

/** The present instant; in demonstration mode it may have been started elsewhere (CLOCK_START). */
export function now(): Date {
  const start = env().CLOCK_START;
  return start ? new Date(Date.parse(start) + Date.now() - processStart) : new Date();
}
