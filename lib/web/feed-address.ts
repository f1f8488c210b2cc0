import { env } from "@/lib/infra/env";

/** The public address of a calendar feed; whoever has it reads the feed. */
export function feedAddress(token: string): string {
  return `${env().NEXTAUTH_URL}/agenda/${token}.ics`;
}
