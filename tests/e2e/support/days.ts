import { addDays, type Day, day, dayOf } from "@/lib/core/day";
import { periodAround } from "@/lib/reports/events/periods/rules";
import { addMonths, firstDayOf, lastDayOf, monthOf } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";

/** Days of the real calendar, which the demonstration's clock is some weeks ahead of: none of them ends. */

/** Local date so many days from now. */
export function inDays(count: number): Day {
  return addDays(dayOf(new Date(), networkTimeZone), count);
}

/** The school year that is over, by the year it begins in. */
export function lastSchoolYear(): number {
  const running = periodAround("school_year", inDays(0));
  const last = periodAround("school_year", addDays(running.first, -1));
  return Number(last.first.slice(0, 4));
}

/** The whole month two before that of a day. */
export function twoMonthsBefore(text: string): { first: Day; last: Day } {
  const month = addMonths(monthOf(day(text)), -2);
  return { first: firstDayOf(month), last: lastDayOf(month) };
}
