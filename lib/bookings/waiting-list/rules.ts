import type { WaitingState } from "./schema";

/**
 * Where an entry stands at that instant, whatever the row still says: an offer has lapsed at its end,
 * and nobody waits any more for a slot that has begun.
 */
export function waitingStateAt(
  entry: { state: WaitingState; startsAt: Date; offerUntil: Date | null },
  at: Date,
): WaitingState {
  if (entry.state === "waiting") return entry.startsAt <= at ? "lapsed" : "waiting";
  if (entry.state === "offered") {
    return entry.offerUntil && entry.offerUntil > at ? "offered" : "lapsed";
  }
  return entry.state;
}
