import { addDays, clockText, type Day, eachDay, wallMinuteOf, weekdayOf } from "@/lib/core/day";
import { openRuns, publicHolidayOn, schoolHolidayOn, weeklyHours } from "../opening-hours/rules";
import type { OpeningCalendar, WallInterval, WeeklyRule } from "../opening-hours/schema";

/** Days from today for which what differs from the plain week is written date by date. */
export const datedDays = 90;

/** What a value of OpenStreetMap may hold, in characters. */
export const longestTag = 255;

const weekdayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const closed = "off";

type Run = { startMinute: number; endMinute: number };

/**
 * Hours in the syntax of OpenStreetMap (`opening_hours`), wall time of the space: the plain week, what
 * changes in school holidays (`SH`), public holidays (`PH off`), then by date what differs in the next
 * `datedDays` days, as far as it stays within `longest`. A weekday whose hours come back every so many
 * weeks is `unknown`: nobody is sent to a shut door. Null when no hours are known, or too long to write.
 */
export function writtenHours(
  calendar: OpeningCalendar,
  today: Day,
  longest = Number.POSITIVE_INFINITY,
): string | null {
  const week = weekOf(calendar, today);
  const lines = [
    ...linesOf(
      "",
      (weekday) => week.term(weekday),
      (text) => text !== closed,
    ),
    ...linesOf(
      "SH ",
      (weekday) => week.holidays(weekday),
      (text, weekday) => text !== week.term(weekday),
    ),
  ];
  if (lines.length === 0) return null;
  const base = [...lines, ...(calendar.closesOnPublicHolidays ? [`PH ${closed}`] : [])].join("; ");
  if (base.length > longest) return null;
  return datedLines(calendar, week, today).reduce(
    (written, line) =>
      written.length + line.length + 2 <= longest ? `${written}; ${line}` : written,
    base,
  );
}

type Week = { term: (weekday: number) => string; holidays: (weekday: number) => string };

function weekOf(calendar: OpeningCalendar, today: Day): Week {
  const valid = calendar.rules.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= today) && (validUntil === null || today < validUntil),
  );
  const textIn = (season: "school_term" | "school_holidays") => (weekday: number) =>
    textOfWeekday(
      valid.filter((rule) => rule.weekday === weekday && ["always", season].includes(rule.season)),
    );
  return { term: textIn("school_term"), holidays: textIn("school_holidays") };
}

function textOfWeekday(rules: WeeklyRule[]): string {
  const text = textOf(joined(rules));
  return rules.some(({ everyWeeks }) => everyWeeks > 1) ? `${text} unknown` : text;
}

function textOf(runs: Run[]): string {
  if (runs.length === 0) return closed;
  return runs
    .map(({ startMinute, endMinute }) => `${clockText(startMinute)}-${clockText(endMinute)}`)
    .join(",");
}

/** Hours that touch or overlap are one: whether somebody welcomes is not said in this syntax. */
function joined(intervals: readonly (WallInterval | Run)[]): Run[] {
  const runs: Run[] = [];
  for (const { startMinute, endMinute } of [...intervals].sort(
    (a, b) => a.startMinute - b.startMinute,
  )) {
    const last = runs.at(-1);
    if (!last || startMinute > last.endMinute) runs.push({ startMinute, endMinute });
    else last.endMinute = Math.max(last.endMinute, endMinute);
  }
  return runs;
}

/** One line for all weekdays of the same hours, in the order of the first of each. */
function linesOf(
  prefix: string,
  textOn: (weekday: number) => string,
  isTold: (text: string, weekday: number) => boolean,
): string[] {
  const told = weekdays.filter((weekday) => isTold(textOn(weekday), weekday));
  return [...Map.groupBy(told, textOn)].map(
    ([text, days]) => `${prefix}${weekdaysText(days)} ${text}`,
  );
}

/** « Mo-Fr », « Mo,We »: three days on end and more are a stretch. */
function weekdaysText(days: number[]): string {
  const stretches: number[][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else stretches.push([day]);
  }
  const nameOf = (day = 1) => weekdayNames[day - 1];
  return stretches
    .map((stretch) =>
      stretch.length > 2
        ? `${nameOf(stretch[0])}-${nameOf(stretch.at(-1))}`
        : stretch.map(nameOf).join(","),
    )
    .join(",");
}

type Stretch = { first: Day; last: Day; text: string };

/** Days that are not what the lines above say, those of one text on end together. */
function datedLines(calendar: OpeningCalendar, week: Week, today: Day): string[] {
  const stretches: Stretch[] = [];
  let isOnEnd = false;
  for (const day of eachDay(today, addDays(today, datedDays - 1))) {
    const text = textOf(runsOf(calendar, day));
    const last = stretches.at(-1);
    const goesOn: boolean = isOnEnd && last?.text === text;
    if (isSaid(calendar, week, day, text)) {
      isOnEnd = goesOn && text === closed;
      continue;
    }
    if (goesOn && last) last.last = day;
    else stretches.push({ first: day, last: day, text });
    isOnEnd = true;
  }
  return stretches.map(({ first, last, text }) => `${datesText(first, last)} ${text}`);
}

function isSaid(calendar: OpeningCalendar, week: Week, day: Day, text: string): boolean {
  const weekday = weekdayOf(day);
  if (calendar.closesOnPublicHolidays && publicHolidayOn(day)) return text === closed;
  const said = schoolHolidayOn(calendar, day) ? week.holidays(weekday) : week.term(weekday);
  if (!said.endsWith(" unknown")) return text === said;
  return text === textOf(joined(weeklyHours(calendar, day)));
}

/** What is open on that day, closures and exceptions counted, as minutes on the wall. */
function runsOf(calendar: OpeningCalendar, day: Day): Run[] {
  const { timeZone } = calendar;
  return openRuns(calendar, day).map(({ startsAt, endsAt }) => ({
    startMinute: wallMinuteOf(startsAt, timeZone),
    endMinute: wallMinuteOf(endsAt, timeZone) || 1440,
  }));
}

function datesText(first: Day, last: Day): string {
  return first === last ? dateText(first) : `${dateText(first)}-${dateText(last)}`;
}

function dateText(day: Day): string {
  return `${day.slice(0, 4)} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`;
}
