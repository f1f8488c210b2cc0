import { day, daysBetween } from "@/lib/core/day";
import type { DayRange } from "../rules";
import { keptDays, type PreparationState } from "./schema";

/** Files of more days than this are prepared by a job: a leap year is still made as it is asked for. */
export const mostDaysAtOnce = 366;
/** In a network of more bookings than this every file is. */
export const mostBookingsAtOnce = 500_000;

/** Whether a file is too long to be made while somebody waits for the page. */
export function isLong({ first, last }: DayRange, bookings: number): boolean {
  return daysBetween(first, last) >= mostDaysAtOnce || bookings > mostBookingsAtOnce;
}

/** What is prepared for a period: its whole, then each civil year it touches, cut to it, when there are several. */
export function partsOf({ first, last }: DayRange): DayRange[] {
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  if (from === until) return [{ first, last }];
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  return [
    { first, last },
    ...years.map((year) => ({
      first: year === from ? first : day(`${year}-01-01`),
      last: year === until ? last : day(`${year}-12-31`),
    })),
  ];
}

type Facts = { done: number; finishedAt: Date | null; failedAt: Date | null };

export function stateOf({ done, finishedAt, failedAt }: Facts): PreparationState {
  if (finishedAt) return "done";
  if (failedAt) return "failed";
  return done === 0 ? "waiting" : "running";
}

/** The instant from which it is no longer given. */
export function expiryOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + keptDays * 86_400_000);
}
