import type { getTranslations } from "next-intl/server";
import type { StayReason } from "@/lib/bookings/series/edits/schema";
import { rankInMonth } from "@/lib/bookings/series/patterns/rules";
import type { Judged } from "@/lib/bookings/series/rules";
import type { SeriesMoment, SeriesPattern } from "@/lib/bookings/series/schema";
import { type Day, weekdayOf } from "@/lib/core/day";
import { formatDay, formatMinutes, formatWeekday } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { dateReasonKeys } from "./refusals";

export type SeriesWords = Awaited<ReturnType<typeof getTranslations<"series">>>;

const ranks = ["first", "second", "third", "fourth", "last"] as const;

/** « Chaque mardi, la journée », « Le deuxième mardi de chaque mois, 9 h – 10 h ». */
export function patternWords(
  { frequency, firstDay, moment }: SeriesPattern & { moment: SeriesMoment },
  locale: Locale,
  t: SeriesWords,
): string {
  const weekday = formatWeekday(weekdayOf(firstDay), locale);
  const rank = t(`ranks.${ranks[rankInMonth(firstDay) - 1] ?? "last"}`);
  const pattern = t(`patterns.${frequency}`, { weekday, rank });
  return t("patternMoment", { pattern, moment: momentWords(moment, locale, t) });
}

/** « la journée », « 9 h – 10 h 30 ». */
export function momentWords(moment: SeriesMoment, locale: Locale, t: SeriesWords): string {
  if (moment.part === "hours") return formatMinutes(moment, locale);
  return t(`parts.${moment.part}`).toLocaleLowerCase(locale);
}

/** Why a date is not had, in a few words: « fermé : travaux », « déjà prise ». */
export function reasonWords({ refusal, data, isHad }: Judged, t: SeriesWords): string {
  if (!refusal) return t("freeTag");
  if (isHad) return t("had");
  if (data["reason"]) return t("closedReason", { reason: data["reason"] });
  if (data["because"] === "holiday") return t("closedHoliday");
  return t(dateReasonKeys[refusal]);
}

/** The dates that stay as they were, each with its reason; empty when none does. */
export function stayedWords(
  stayed: { day: Day; reason: StayReason }[],
  locale: Locale,
  t: SeriesWords,
): string {
  if (stayed.length === 0) return "";
  const list = stayed.map(({ day, reason }) =>
    t("stayedDate", { day: formatDay(day, locale), reason: t(dateReasonKeys[reason]) }),
  );
  return t("stayed", { count: stayed.length, list: list.join(", ") });
}
