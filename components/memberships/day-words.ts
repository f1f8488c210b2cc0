import { type Day, dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";

/** « mardi 24 novembre 2026 »: belonging lasts for years. */
export function dayWords(when: Date | Day, locale: Locale): string {
  const day = when instanceof Date ? dayOf(when, networkTimeZone) : when;
  return `${formatDay(day, locale)} ${day.slice(0, 4)}`;
}
