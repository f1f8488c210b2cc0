import type { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { fillRate } from "@/lib/reports/events/rules";
import type { ShownFigures } from "@/lib/reports/events/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"eventsFigures">>>;

/** A count of people, or that it is too small to be told. */
export function peopleWords(count: number | null, locale: Locale, t: Words): string {
  return count === null ? t("tooFew") : formatNumber(count, locale);
}

/** « 72 % », or that no seat was counted. */
export function fillWords(fill: ShownFigures["fill"], locale: Locale, t: Words): string {
  const rate = fillRate(fill);
  return rate === null ? t("noSeats") : formatShare(rate, locale);
}

/** « 8,4 sur 10 (12 avis) », or that there are too few. */
export function feedbackWords(
  feedback: ShownFigures["feedback"],
  locale: Locale,
  t: Words,
): string {
  if (!feedback) return t("fewNotes");
  return t("notes", { mean: formatNumber(feedback.mean, locale), count: feedback.count });
}

/** « 34 à 3 événements »: never beside names as if it were the same. */
export function headsWords({ people, events }: ShownFigures["heads"], locale: Locale, t: Words) {
  return events === 0 ? t("noHeads") : t("heads", { people: formatNumber(people, locale), events });
}
