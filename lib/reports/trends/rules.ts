import type { TrendMonth } from "./schema";

/** Months put together to say where attendance goes. */
const trendMonths = 3;

/**
 * Person-days a month over the last three months that are over, and over the same a year earlier; null where
 * one of them is not told, or there was nothing then.
 */
export function trendOf(
  months: readonly Pick<TrendMonth, "usage" | "isRunning" | "hidden">[],
): { recent: number; before: number } | null {
  const over = months.filter(({ isRunning }) => !isRunning);
  const recent = over.slice(-trendMonths);
  const before = over.slice(-trendMonths - 12, -12);
  if (before.length < trendMonths) return null;
  if ([...recent, ...before].some(({ hidden }) => hidden)) return null;
  const mean = (of: typeof recent) =>
    of.reduce((sum, { usage }) => sum + usage.personDays, 0) / trendMonths;
  return mean(before) === 0 ? null : { recent: mean(recent), before: mean(before) };
}
