import { day } from "@/lib/core/day";
import { firstPresences, presenceDays } from "@/lib/reports/facts/rules";
import { keptBookings } from "@/lib/reports/indicators/counted/rules";
import type { ReportRows } from "@/lib/reports/indicators/schema";

const ever = { first: day("2000-01-01"), last: day("2100-12-31") };

/** The same rows with the first days their bookings tell, as the database keeps them. */
export function withFirsts(rows: Omit<ReportRows, "firsts">, at: Date): ReportRows {
  const kept = keptBookings({ ...rows, firsts: [] }, at);
  const days = rows.spaces.flatMap((space) => presenceDays(space, kept, ever));
  return { ...rows, firsts: firstPresences(days) };
}
