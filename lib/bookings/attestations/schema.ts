import { z } from "zod";
import { addDays, type Day, day } from "@/lib/core/day";

/** A month of the calendar, « 2026-06 ». */
export const attestedMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** Its first and last local days, both included. */
export function daysOfMonth(month: string): { first: Day; last: Day } {
  const first = day(`${month}-01`);
  const inNext = addDays(first, 31);
  return { first, last: addDays(day(`${inNext.slice(0, 7)}-01`), -1) };
}
