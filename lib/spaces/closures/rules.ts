import { addDays, type Day, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar } from "../opening-hours/schema";

/**
 * The interval a closure of that part of a local day means, half-open: wall midnight to the half-day
 * boundary, the boundary to the next midnight, or the whole day, 23 or 25 hours when clocks change.
 */
export function closureInterval(
  calendar: Pick<OpeningCalendar, "timeZone" | "halfDayBoundary">,
  day: Day,
  part: "morning" | "afternoon" | "day",
): Interval {
  const { timeZone, halfDayBoundary } = calendar;
  const midnight = instantAt(day, 0, timeZone);
  const boundary = instantAt(day, halfDayBoundary, timeZone);
  const nextMidnight = instantAt(addDays(day, 1), 0, timeZone);
  return {
    startsAt: part === "afternoon" ? boundary : midnight,
    endsAt: part === "morning" ? boundary : nextMidnight,
  };
}
