/** The instant at which an offer made now ends: after the time the event leaves, at its start at the latest. */
export function offerEnd(
  { offerMinutes, startsAt }: { offerMinutes: number; startsAt: Date },
  at: Date,
): Date {
  return new Date(Math.min(at.getTime() + offerMinutes * 60_000, startsAt.getTime()));
}

type Entry = { state: string; offerUntil: Date | null };

/**
 * Who of the line has no turn any more at that instant: an offer that has ended (half-open: at its end it
 * has), and everybody in the line once the event has begun.
 */
export function hasLapsed(
  { state, offerUntil }: Entry,
  { startsAt }: { startsAt: Date },
  at: Date,
): boolean {
  if (state !== "offered" && state !== "waiting") return false;
  return at >= startsAt || (state === "offered" && offerUntil !== null && offerUntil <= at);
}
