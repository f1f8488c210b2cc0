import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { isDueOn } from "../opening-hours/rules";
import type { OpeningCalendar, OpeningSeason, WallInterval } from "../opening-hours/schema";

/** Hours of one weekday with what they depend on. */
export type WeeklyLine = WallInterval & {
  everyWeeks: number;
  season: OpeningSeason;
  staffName: string | null;
  /** The next local day they fall on from that week's Monday on, school holidays left aside. */
  next: Day;
};

/**
 * Hours of that weekday (1 = Monday) as a notice on the door says them: every line that holds in the week
 * of `today`, and those that come back every so many weeks with the next day they do, in order of hours.
 */
export function weeklyLines(calendar: OpeningCalendar, weekday: number, today: Day): WeeklyLine[] {
  const inThisWeek = addDays(today, weekday - weekdayOf(today));
  return calendar.rules
    .flatMap(({ startMinute, endMinute, state, everyWeeks, season, staffName, ...rule }) => {
      const whole = { ...rule, startMinute, endMinute, state, everyWeeks, season, staffName };
      const next = Array.from({ length: everyWeeks }, (_, week) =>
        addDays(inThisWeek, 7 * week),
      ).find((day) => isDueOn(whole, day));
      return next ? [{ startMinute, endMinute, state, everyWeeks, season, staffName, next }] : [];
    })
    .sort((a, b) => a.startMinute - b.startMinute || (a.next < b.next ? -1 : 1));
}
