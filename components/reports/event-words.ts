import type { getTranslations } from "next-intl/server";
import { formatMonth, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { fillRate } from "@/lib/reports/events/rules";
import type { ShownFigures, Told } from "@/lib/reports/events/schema";
import { firstDayOf } from "@/lib/reports/schema";

type Words = Awaited<ReturnType<typeof getTranslations<"eventsFigures">>>;

/** Which months a figure leaves out; null where none. */
export function withoutWords(
  { without }: Pick<Told<unknown>, "without">,
  locale: Locale,
  t: Words,
): string | null {
  if (without.length === 0) return null;
  const months = without.map((month) => formatMonth(firstDayOf(month), locale));
  return t("without", { months: new Intl.ListFormat(locale).format(months) });
}

/** A count of people, or why it is not told. */
export function peopleWords(told: Told<number>, locale: Locale, t: Words): string {
  return told.value === null ? t(`untold.${told.because}`) : formatNumber(told.value, locale);
}

/** « 72 % », or that no seat was counted. */
export function fillWords(fill: ShownFigures["fill"], locale: Locale, t: Words): string {
  if (fill.value === null) return t(`untold.${fill.because}`);
  const rate = fillRate(fill.value);
  return rate === null ? t("noSeats") : formatShare(rate, locale);
}

/** « 8,4 sur 10 (12 avis) », that nobody gave one, or why it is not told. */
export function feedbackWords(
  feedback: ShownFigures["feedback"],
  locale: Locale,
  t: Words,
): string {
  if (feedback.value === null) return t(`untold.${feedback.because}`);
  const { mean, count } = feedback.value;
  return mean === null ? t("noNotes") : t("notes", { mean: formatNumber(mean, locale), count });
}

/** « 34 à 3 événements »: never beside names as if it were the same. */
export function headsWords(heads: ShownFigures["heads"], locale: Locale, t: Words): string {
  if (heads.value === null) return t(`untold.${heads.because}`);
  const { people, events } = heads.value;
  return events === 0 ? t("noHeads") : t("heads", { people: formatNumber(people, locale), events });
}

/** The figures of people in the order of their columns, each with the months it leaves out. */
export function peopleCells(figures: ShownFigures, locale: Locale, t: Words) {
  const cells = [
    ["registered", peopleWords(figures.registered, locale, t)],
    ["fill", fillWords(figures.fill, locale, t)],
    ["named", peopleWords(figures.named, locale, t)],
    ["heads", headsWords(figures.heads, locale, t)],
    ["firstTimers", peopleWords(figures.firstTimers, locale, t)],
    ["feedback", feedbackWords(figures.feedback, locale, t)],
  ] as const;
  return cells.map(([figure, words]) => {
    return { figure, words, without: withoutWords(figures[figure], locale, t) };
  });
}
