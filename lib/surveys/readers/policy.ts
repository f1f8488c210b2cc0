import { type Actor, isStaff } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";

/** Only an administrator lets somebody read answers one by one, and sees who may. */
export function canNameReaders(actor: Actor): boolean {
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "admin");
}

/** What somebody was let do: until the end of that day, unless it was withdrawn. */
export type Reading = { endsOn: Day; revokedAt: Date | null };

/** Staff who are named for it, for as long as they are; the role alone, even of an administrator, is not enough. */
export function canReadAnswers(actor: Actor, readings: readonly Reading[], today: Day): boolean {
  return isStaff(actor) && readings.some((reading) => isReading(reading, today));
}

/** Whether it still holds on that day. */
export function isReading({ endsOn, revokedAt }: Reading, today: Day): boolean {
  return revokedAt === null && today <= endsOn;
}
