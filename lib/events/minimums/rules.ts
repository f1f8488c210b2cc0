import type { EventState } from "../schema";

export type MinimumFacts = {
  state: EventState;
  startsAt: Date;
  minimumPeople: number | null;
  minimumAt: Date | null;
};

/**
 * Its deadline has come and fewer people than its minimum have seats: it does not take place, whatever the
 * row still says. Once it has begun nobody decides so any more.
 */
export function isBelowMinimum(
  { state, startsAt, minimumPeople, minimumAt }: MinimumFacts,
  held: number,
  at: Date,
): boolean {
  if (state !== "published" || minimumPeople === null || minimumAt === null) return false;
  return at >= minimumAt && at < startsAt && held < minimumPeople;
}
