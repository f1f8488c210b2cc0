import { addDays, type Day, dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar, OpeningException } from "../opening-hours/schema";
import type { ClosureWhen } from "./schema";

type Walls = Pick<OpeningCalendar, "timeZone" | "halfDayBoundary">;

/** The instants a closure means in that space, half-open; days of 23 or 25 hours when clocks change. */
export function closureInterval({ timeZone, halfDayBoundary }: Walls, when: ClosureWhen): Interval {
  const midnight = instantAt(when.first, 0, timeZone);
  const nextMidnight = instantAt(addDays(when.last, 1), 0, timeZone);
  switch (when.part) {
    case "day":
      return { startsAt: midnight, endsAt: nextMidnight };
    case "morning":
      return { startsAt: midnight, endsAt: instantAt(when.last, halfDayBoundary, timeZone) };
    case "afternoon":
      return { startsAt: instantAt(when.first, halfDayBoundary, timeZone), endsAt: nextMidnight };
    case "hours":
      return {
        startsAt: instantAt(when.first, when.startMinute, timeZone),
        endsAt: instantAt(when.last, when.endMinute, timeZone),
      };
  }
}

/** What closureInterval was told, read back from the instants, so that it can be said in words. */
export function closureWhen(calendar: Walls, { startsAt, endsAt }: Interval): ClosureWhen {
  const { timeZone, halfDayBoundary } = calendar;
  const first = dayOf(startsAt, timeZone);
  const startMinute = wallMinuteOf(startsAt, timeZone);
  // The last instant inside says the last day: midnight ends the day before.
  const last = dayOf(new Date(endsAt.getTime() - 1), timeZone);
  const endsAtMidnight = +endsAt === +instantAt(addDays(last, 1), 0, timeZone);
  const endMinute = endsAtMidnight ? 1_440 : wallMinuteOf(endsAt, timeZone);
  if (startMinute === 0 && endsAtMidnight) return { first, last, part: "day" };
  if (startMinute === 0 && endMinute === halfDayBoundary) return { first, last, part: "morning" };
  if (startMinute === halfDayBoundary && endsAtMidnight) return { first, last, part: "afternoon" };
  return { first, last, part: "hours", startMinute, endMinute };
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
