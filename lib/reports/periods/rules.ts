import { addMonths, longestPeriod, type Month, monthInput, monthsOf, type Period } from "../schema";

export type PeriodAsked = { period: Period; isValid: boolean };

/**
 * The whole months asked for, both ends included. Anything unreadable, turned round, in the future,
 * before the first of `months` (those that can be reported, latest first) or longer than
 * `longestPeriod` falls back to the last month that is over, and says so.
 */
export function readPeriod(
  asked: { first: unknown; last: unknown },
  months: Month[],
  current: Month,
): PeriodAsked {
  const previous = addMonths(current, -1);
  const fallback = months.includes(previous) ? previous : current;
  if (asked.first === undefined && asked.last === undefined) {
    return { period: { first: fallback, last: fallback }, isValid: true };
  }
  const first = monthInput.safeParse(asked.first);
  const last = monthInput.safeParse(asked.last ?? asked.first);
  const period = first.success && last.success ? { first: first.data, last: last.data } : null;
  const isValid =
    period !== null &&
    period.first >= (months.at(-1) ?? current) &&
    period.first <= period.last &&
    period.last <= current &&
    addMonths(period.first, longestPeriod) > period.last;
  return isValid
    ? { period, isValid }
    : { period: { first: fallback, last: fallback }, isValid: false };
}

/** Whether a period is one single month. */
export function isOneMonth(period: Period): boolean {
  return monthsOf(period).length === 1;
}
