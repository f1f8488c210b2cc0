import { addDays, type Day, dayOf, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar, OpeningException } from "../opening-hours/schema";

type Part = "morning" | "afternoon" | "day";
type Wall = Pick<OpeningCalendar, "timeZone" | "halfDayBoundary">;

/**
 * The interval a closure of that part of a local day means, half-open: wall midnight to the half-day
 * boundary, the boundary to the next midnight, or the whole day, 23 or 25 hours when clocks change.
 */
export function closureInterval(calendar: Wall, day: Day, part: Part): Interval {
  const { timeZone, halfDayBoundary } = calendar;
  const midnight = instantAt(day, 0, timeZone);
  const boundary = instantAt(day, halfDayBoundary, timeZone);
  const nextMidnight = instantAt(addDays(day, 1), 0, timeZone);
  return {
    startsAt: part === "afternoon" ? boundary : midnight,
    endsAt: part === "morning" ? boundary : nextMidnight,
  };
}

/** Local days a closure touches, both included, and the part of that day when it is one half-day. */
export type ClosureExtent = { first: Day; last: Day; part: Part };

/** What a closure means on the wall of its space: the half-day it was announced for, else whole days. */
export function closureExtent(calendar: Wall, closure: Interval): ClosureExtent {
  const first = dayOf(closure.startsAt, calendar.timeZone);
  const last = dayOf(new Date(closure.endsAt.getTime() - 1), calendar.timeZone);
  const half = (["morning", "afternoon"] as const).find((part) => {
    const { startsAt, endsAt } = closureInterval(calendar, first, part);
    return (
      startsAt.getTime() === closure.startsAt.getTime() &&
      endsAt.getTime() === closure.endsAt.getTime()
    );
  });
  return { first, last, part: half ?? "day" };
}

/** Exceptional days from today on, soonest first: those closed all day, and those with other hours. */
export function comingExceptions(
  { exceptions }: Pick<OpeningCalendar, "exceptions">,
  today: Day,
): { closed: OpeningException[]; otherHours: OpeningException[] } {
  const coming = exceptions
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    closed: coming.filter(({ intervals }) => intervals.length === 0),
    otherHours: coming.filter(({ intervals }) => intervals.length > 0),
  };
}
