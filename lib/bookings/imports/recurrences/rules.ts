import { z } from "zod";

/** Days since 1 January 1970: days are counted here, never instants. */
export type DayNumber = number;

export const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** 0 = Monday; -1 for anything else. */
function indexOfWeekday(text: string | undefined): number {
  return weekdayNames.map(String).indexOf(text ?? "");
}

/** One value or several, as a parser gives them. */
function several<Value extends z.ZodType>(value: Value) {
  return z
    .union([value, z.array(value).max(400)])
    .default([])
    .transform((given) => (Array.isArray(given) ? given : [given]));
}

const nthWeekday = z.string().transform((text, context) => {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  const weekday = indexOfWeekday(match?.[2]);
  if (!match || match[1] === "0") {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
  return { nth: match[1] ? Number(match[1]) : null, weekday };
});

const position = z
  .number()
  .int()
  .min(-366)
  .max(366)
  .refine((value) => value !== 0);

/**
 * A repetition by whole days (RFC 5545, 3.3.10). Parts that few calendars write (week numbers, days of
 * the year, hours of their own) are not among them: a rule that has one is not understood.
 */
export const recurrenceRule = z
  .strictObject({
    freq: z.enum(frequencies),
    interval: z.number().int().min(1).max(10_000).default(1),
    count: z.number().int().min(1).max(1_000_000).optional(),
    until: z.string().optional(),
    wkst: z.union([z.enum(weekdayNames), z.number().int().min(1).max(7)]).optional(),
    byday: several(nthWeekday),
    bymonthday: several(position),
    bymonth: several(z.number().int().min(1).max(12)),
    bysetpos: several(position),
  })
  .transform(({ wkst, ...rule }) => ({ ...rule, weekStart: weekStartOf(wkst) }));
export type RecurrenceRule = z.infer<typeof recurrenceRule>;

/** 0 = Monday. A parser may give the number it counts from Sunday = 1. */
function weekStartOf(wkst: string | number | undefined): number {
  if (typeof wkst === "number") return (wkst + 5) % 7;
  return Math.max(0, indexOfWeekday(wkst));
}

export type Tried = { days: number };

/**
 * Days of the repetition that fall from `window.first` to `window.last`, both included, `start` being
 * its first. Periods out of the window are passed over unless occurrences are counted; each day looked
 * at is counted in `tried`, and a step is given after each period: whoever runs it may stop.
 */
export function* daysOfRecurrence(
  rule: RecurrenceRule,
  start: DayNumber,
  window: { first: DayNumber; last: DayNumber },
  tried: Tried,
): Generator<void, DayNumber[]> {
  const found: DayNumber[] = [];
  const from = partsOf(start);
  const first = rule.count ? 0 : periodBefore(rule, start, window.first);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let index = first; left > 0; index += 1) {
    const days = daysOfPeriod(rule, from, index);
    const [opening] = days;
    if (opening === undefined || opening.number > window.last) break;
    tried.days += days.length;
    const chosen = positioned(rule, matching(rule, from, days)).filter((day) => day >= start);
    const counted = chosen.slice(0, left);
    left -= counted.length;
    found.push(...counted.filter((day) => day >= window.first && day <= window.last));
    yield;
  }
  return found;
}

type PlainDay = { number: DayNumber; year: number; month: number; date: number; weekday: number };

const dayMs = 86_400_000;

/** Year, month 1 to 12, date, and weekday 0 = Monday. */
function partsOf(number: DayNumber): PlainDay {
  const at = new Date(number * dayMs);
  return {
    number,
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: weekdayOf(number),
  };
}

function weekdayOf(number: DayNumber): number {
  // 1 January 1970 was a Thursday.
  return (((number + 3) % 7) + 7) % 7;
}

function numberOf(year: number, month: number, date: number): DayNumber {
  return Date.UTC(year, month - 1, date) / dayMs;
}

/** A period that surely begins before that day, so that none of the window is missed. */
function periodBefore(rule: RecurrenceRule, start: DayNumber, day: DayNumber): number {
  const longest = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.freq] * rule.interval;
  return Math.max(0, Math.floor((day - start) / longest) - 1);
}

/** All days of the period of that rank that counts: day, week, month or year. */
function daysOfPeriod(rule: RecurrenceRule, start: PlainDay, index: number): PlainDay[] {
  const [from, until] = boundsOfPeriod(rule, start, index * rule.interval);
  return Array.from({ length: until - from }, (_, offset) => partsOf(from + offset));
}

/** Half-open. */
function boundsOfPeriod(
  { freq, weekStart }: RecurrenceRule,
  { number, year, month, weekday }: PlainDay,
  shift: number,
): [DayNumber, DayNumber] {
  switch (freq) {
    case "DAILY":
      return [number + shift, number + shift + 1];
    case "WEEKLY": {
      const from = number - ((weekday - weekStart + 7) % 7) + 7 * shift;
      return [from, from + 7];
    }
    case "MONTHLY":
      return [numberOf(year, month + shift, 1), numberOf(year, month + shift + 1, 1)];
    case "YEARLY":
      return [numberOf(year + shift, 1, 1), numberOf(year + shift + 1, 1, 1)];
  }
}

function matching(rule: RecurrenceRule, start: PlainDay, days: PlainDay[]): DayNumber[] {
  return days.filter((day) => matches(rule, start, day)).map((day) => day.number);
}

function matches(rule: RecurrenceRule, start: PlainDay, day: PlainDay): boolean {
  const { freq, bymonth, bymonthday, byday } = rule;
  if (bymonth.length > 0 && !bymonth.includes(day.month)) return false;
  if (bymonthday.length > 0 && !bymonthday.some((date) => isDate(day, date))) return false;
  if (byday.length > 0) {
    return byday.some((each) => day.weekday === each.weekday && isNth(rule, day, each.nth));
  }
  if (bymonthday.length > 0) return true;
  if (freq === "WEEKLY") return day.weekday === start.weekday;
  if (freq === "DAILY") return true;
  const isMonth = freq === "MONTHLY" || bymonth.length > 0 || day.month === start.month;
  return isMonth && day.date === start.date;
}

/** The date of the month; counted from its end when negative. */
function isDate(day: PlainDay, date: number): boolean {
  return date > 0 ? day.date === date : day.date === lastDateOf(day) + 1 + date;
}

function lastDateOf({ year, month }: PlainDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The nth of its weekday in the month, or in the year for a yearly rule that names no month. */
function isNth({ freq, bymonth }: RecurrenceRule, day: PlainDay, nth: number | null): boolean {
  if (nth === null || freq === "DAILY" || freq === "WEEKLY") return true;
  const isOfYear = freq === "YEARLY" && bymonth.length === 0;
  const from = isOfYear ? numberOf(day.year, 1, 1) : numberOf(day.year, day.month, 1);
  const until = isOfYear ? numberOf(day.year + 1, 1, 1) : numberOf(day.year, day.month + 1, 1);
  const rank =
    nth > 0
      ? Math.floor((day.number - from) / 7) + 1
      : -(Math.floor((until - 1 - day.number) / 7) + 1);
  return rank === nth;
}

function positioned({ bysetpos }: RecurrenceRule, days: DayNumber[]): DayNumber[] {
  if (bysetpos.length === 0) return days;
  const chosen = bysetpos.flatMap((at) => days.at(at > 0 ? at - 1 : at) ?? []);
  return [...new Set(chosen)].sort((a, b) => a - b);
}
