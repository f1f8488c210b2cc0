import type { getTranslations } from "next-intl/server";
import { formatMonth } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { isOneMonth } from "@/lib/reports/periods/rules";
import { firstDayOf, type Period } from "@/lib/reports/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"reports">>>;

/** « mai 2026 », « de janvier 2026 à mai 2026 ». */
export function periodWords(period: Period, locale: Locale, t: Words): string {
  const first = formatMonth(firstDayOf(period.first), locale);
  const last = formatMonth(firstDayOf(period.last), locale);
  return isOneMonth(period) ? t("oneMonth", { month: first }) : t("severalMonths", { first, last });
}
