import type { EventState } from "../schema";

/** Why an event is cancelled: words of whoever did it, or the people it was short of (`minimum`). */
export type EndFacts = { endReason: string | null; endMinimum: number | null };

/** The words of a cancellation, `short` those of a minimum in the language of the reader; null = none given. */
export function endReasonOf(
  { endReason, endMinimum }: EndFacts,
  short: (count: number) => string,
): string | null {
  return endReason ?? (endMinimum === null ? null : short(endMinimum));
}

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

/**
 * An event as it is read at that instant: from the deadline of its minimum on it is cancelled for want of
 * people, before any job has written so. Pages, lists and feeds all read this.
 */
export function asDecided<Row extends MinimumFacts & { endMinimum: number | null }>(
  row: Row,
  held: number,
  at: Date,
): Row {
  if (!isBelowMinimum(row, held, at)) return row;
  return { ...row, state: "cancelled", endMinimum: row.minimumPeople };
}
