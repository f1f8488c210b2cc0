import { addDays, type Day, instantAt, weekdayOf } from "@/lib/core/day";
import type { QuotaPeriod } from "@/lib/spaces/schema";

/** Half-open instants over which a member's bookings are counted. */
export type QuotaWindow = { from: Date; until: Date };

/** The local day, Monday-to-Sunday week or calendar month around that day, as half-open instants. */
export function quotaWindow(period: QuotaPeriod, day: Day, timeZone: string): QuotaWindow {
  const [first, next] = boundsOf(period, day);
  return { from: instantAt(first, 0, timeZone), until: instantAt(next, 0, timeZone) };
}

function boundsOf(period: QuotaPeriod, day: Day): [Day, Day] {
  if (period === "day") return [day, addDays(day, 1)];
  if (period === "week") {
    const monday = addDays(day, 1 - weekdayOf(day));
    return [monday, addDays(monday, 7)];
  }
  const first = addDays(day, 1 - Number(day.slice(8)));
  const inNext = addDays(first, 31);
  return [first, addDays(inNext, 1 - Number(inNext.slice(8)))];
}
