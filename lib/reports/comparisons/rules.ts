import { addDays, type Day, day, daysBetween, monthStart } from "@/lib/core/day";
import type { DayRange } from "../rules";
import { earlierOf, firstDayOf, lastDayOf, type Month, monthOf, type Period } from "../schema";

/** From the first day of a month to the last of one. */
export function isWholeMonths({ first, last }: DayRange): boolean {
  return first === monthStart(first) && first <= last && isMonthEnd(last);
}

/** The range just before: as many months where these are whole, else as many days. */
export function previousPeriod(range: DayRange): DayRange {
  const { first, last } = range;
  const before = addDays(first, -1);
  return isWholeMonths(range)
    ? { first: monthsLater(first, -monthsOf(range)), last: before }
    : { first: addDays(first, daysBetween(last, first) - 1), last: before };
}

/**
 * The same dates a year earlier; whole months stay whole, so that February is February whether it has 29
 * days or not. Otherwise 29 February is the 28th, and the other range may have a day less or more.
 */
export function sameDatesLastYear(range: DayRange): DayRange {
  const first = yearEarlier(range.first);
  if (!isWholeMonths(range)) return { first, last: yearEarlier(range.last) };
  return { first, last: addDays(monthsLater(monthStart(range.last), -11), -1) };
}

export type Comparison = {
  /** The days of the period that are over. */
  counted: DayRange;
  previous: DayRange;
  lastYear: DayRange;
  /** Some of its days are to come: the two others then stop as early. */
  isRunning: boolean;
};

/**
 * What a period is compared with. While it runs, as many days of the period before (or all it has), and the
 * same dates of last year: a month begun is not compared with a whole one. Null before its first day is over.
 */
export function comparisonOf(range: DayRange, yesterday: Day): Comparison | null {
  if (yesterday < range.first) return null;
  const [previous, lastYear] = [previousPeriod(range), sameDatesLastYear(range)];
  if (range.last <= yesterday) return { counted: range, previous, lastYear, isRunning: false };
  const days = daysBetween(range.first, yesterday);
  return {
    counted: { first: range.first, last: yesterday },
    previous: {
      first: previous.first,
      last: earlierOf(addDays(previous.first, days), previous.last),
    },
    lastYear: { first: lastYear.first, last: yearEarlier(yesterday) },
    isRunning: true,
  };
}

function isMonthEnd(on: Day): boolean {
  return addDays(on, 1) === monthStart(addDays(on, 1));
}

/** Months touched by a range. */
function monthsOf({ first, last }: DayRange): number {
  return indexOf(last) - indexOf(first) + 1;
}

function indexOf(on: Day): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
}

/** The first day of the month so many months after that of `on`, of any year. */
function monthsLater(on: Day, count: number): Day {
  const index = indexOf(on) + count;
  return day(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`);
}

function yearEarlier(on: Day): Day {
  const text = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`;
  return on.endsWith("-02-29") ? day(text.replace("-29", "-28")) : day(text);
}

export type Change = {
  /** `unknown`: nothing to compare with. */
  direction: "more" | "less" | "same" | "unknown";
  /** Without its sign. */
  difference: number;
};

/** How a figure moved from the one before; null = there was none, or it is not known. */
export function changeOf(figure: number, before: number | null): Change {
  if (before === null) return { direction: "unknown", difference: 0 };
  const difference = Math.abs(figure - before);
  if (figure === before) return { direction: "same", difference };
  return { direction: figure > before ? "more" : "less", difference };
}

/** As many whole months before, where all of this period is over and months go back that far; else null. */
export function comparedMonths(
  { first, last }: Period,
  { oldest, yesterday }: { oldest: Month; yesterday: Day },
): Period | null {
  if (lastDayOf(last) > yesterday) return null;
  const before = previousPeriod({ first: firstDayOf(first), last: lastDayOf(last) });
  if (before.first < firstDayOf(oldest)) return null;
  return { first: monthOf(before.first), last: monthOf(before.last) };
}
