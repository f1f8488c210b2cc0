import { daysBetween } from "@/lib/core/day";
import type { AbsenceRange, AbsenceRefusal } from "./schema";

/** A year and a day: longer than that, one leaves rather than being away. */
const longestDays = 366;

/** Whether these local days may be an absence: refuses `range_backwards`, `range_too_long`; null when they may. */
export function decideRange({
  from,
  until,
}: AbsenceRange): Extract<AbsenceRefusal, `range_${string}`> | null {
  if (until < from) return "range_backwards";
  return daysBetween(from, until) > longestDays ? "range_too_long" : null;
}
