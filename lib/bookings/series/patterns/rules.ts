import { addDays, type Day, day as dayFrom, daysBetween, weekdayOf } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { PatternRefusal, SeriesPattern, SeriesRefusal } from "../schema";

/** Asked for in one go: no transaction of a series is longer than this, no form either. */
export const mostOccurrences = 60;
/** A year, the last day of a leap one included. */
export const longestDays = 366;

/**
 * Local days of the pattern later than `after`, in order, one more than is allowed at most. Monthly
 * keeps the weekday and its rank, first to fourth; a fifth means the last, since not every month has
 * five of them and none should be passed over. The 31st is thereby the last of its weekday.
 */
export function seriesDays(pattern: SeriesPattern, after?: Day): Day[] {
  const days: Day[] = [];
  for (let index = 0; days.length <= mostOccurrences; index += 1) {
    const day = nthDay(pattern, index);
    if (day > pattern.lastDay) break;
    if (after === undefined || day > after) days.push(day);
  }
  return days;
}

function nthDay({ frequency, firstDay }: SeriesPattern, index: number): Day {
  if (frequency === "weekly") return addDays(firstDay, 7 * index);
  if (frequency === "fortnightly") return addDays(firstDay, 14 * index);
  return sameWeekdayOfMonth(firstDay, index);
}

function sameWeekdayOfMonth(firstDay: Day, months: number): Day {
  const month = firstOfMonth(firstDay, months);
  const rank = rankInMonth(firstDay);
  const firstSuch = addDays(month, (weekdayOf(firstDay) - weekdayOf(month) + 7) % 7);
  const found = addDays(firstSuch, 7 * (rank - 1));
  return found < firstOfMonth(firstDay, months + 1) ? found : addDays(found, -7);
}

/** Which of its weekday a day is in its month, 1 to 5. */
export function rankInMonth(day: Day): number {
  return Math.ceil(Number(day.slice(8)) / 7);
}

function firstOfMonth(from: Day, months: number): Day {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return dayFrom(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
}

/** That day, or while it lies before `earliest` the same weekday of the first week that does not. */
export function firstOnOrAfter(day: Day, earliest: Day): Day {
  const behind = daysBetween(day, earliest);
  return behind <= 0 ? day : addDays(day, Math.ceil(behind / 7) * 7);
}

/**
 * The days asked for, today (local) at the earliest. Refuses `series_backwards`, `series_in_past`,
 * `too_many_occurrences`, `series_too_long` (more than a year) and `series_of_one`.
 */
export function decidePattern(pattern: SeriesPattern, today: Day): Result<Day[], PatternRefusal> {
  const { firstDay, lastDay } = pattern;
  if (lastDay < firstDay) return refuse("series_backwards");
  if (firstDay < today) return refuse("series_in_past");
  if (firstDay > addDays(today, longestDays)) return refuse("series_too_long");
  const days = seriesDays(pattern);
  if (days.length > mostOccurrences) return refuse("too_many_occurrences");
  if (lastDay > addDays(firstDay, longestDays)) return refuse("series_too_long");
  return days.length < 2 ? refuse("series_of_one") : ok(days);
}

/**
 * The days that a later last day adds, none before today. Refuses `not_later`, `series_too_long`
 * (more than a year from today).
 */
export function decideExtension(
  pattern: SeriesPattern,
  lastDay: Day,
  today: Day,
): Result<Day[], Extract<SeriesRefusal, "not_later" | "series_too_long">> {
  if (lastDay > addDays(today, longestDays)) return refuse("series_too_long");
  const [, after] = [pattern.lastDay, addDays(today, -1)].sort();
  const days = seriesDays({ ...pattern, lastDay }, after);
  return lastDay <= pattern.lastDay || days.length === 0 ? refuse("not_later") : ok(days);
}
