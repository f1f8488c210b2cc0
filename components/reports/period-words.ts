import type { getTranslations } from "next-intl/server";
import { type Day, monthStart } from "@/lib/core/day";
import { formatDate, formatMonth } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { isWholeMonths } from "@/lib/reports/comparisons/rules";
import { kindOfRange } from "@/lib/reports/events/periods/rules";
import type { DayRange } from "@/lib/reports/rules";

type Words = Awaited<ReturnType<typeof getTranslations<"reportScreens">>>;

/** « mai 2026 », « 4e trimestre 2026 », « année scolaire 2025-2026 », « du 3 mai 2026 au 12 juin 2026 ». */
export function periodWords(range: DayRange, locale: Locale, t: Words): string {
  const { first } = range;
  const year = yearOf(first);
  switch (kindOfRange(range)) {
    case "month":
      return t("period.words.month", { month: formatMonth(first, locale) });
    case "quarter":
      return t("period.words.quarter", { quarter: String(quarterOf(first)), year: String(year) });
    case "year":
      return t("period.words.year", { year: String(year) });
    case "school_year":
      return t("period.words.school_year", { year: String(year), next: String(year + 1) });
    case "dates":
      return datesWords(range, locale, t);
  }
}

function datesWords(range: DayRange, locale: Locale, t: Words): string {
  const { first, last } = range;
  if (isWholeMonths(range)) {
    const month = (of: Day) => formatMonth(monthStart(of), locale);
    return t("period.words.months", { first: month(first), last: month(last) });
  }
  const date = (of: Day) => formatDate(of, locale);
  return first === last
    ? t("period.words.oneDay", { first: date(first) })
    : t("period.words.dates", { first: date(first), last: date(last) });
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

function quarterOf(on: Day): number {
  return Math.ceil(Number(on.slice(5, 7)) / 3);
}
