import { getLocale, getTranslations } from "next-intl/server";
import { themeOf } from "@/components/events/event-words";
import {
  formatDate,
  formatMonth,
  formatNumber,
  formatShare,
  formatWeekday,
} from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { type Figure, type FigurePart, measureKeyOf } from "@/lib/reports/figures/schema";
import { isVague, mostOf } from "@/lib/reports/figures/selection/rules";
import { firstDayOf, type Month } from "@/lib/reports/schema";
import { residenceWords } from "./residence-words";

/** How the numbers of a report are named and written, the same on every screen and in every file. */
export type FigureWords = Awaited<ReturnType<typeof getFigureWords>>;

export async function getFigureWords() {
  const words = await getWords();
  const { t, locale, list } = words;
  const written = (value: number) => formatNumber(value, locale);
  return {
    locale,
    measure: (figure: Pick<Figure, "indicator" | "measure">) =>
      t(`measures.${measureKeyOf(figure)}`),
    part: ({ part }: Figure) => (part ? partWords(part, words) : null),
    unit: ({ unit }: Figure) => t(`units.${unit}`),
    /** The number, its share where it is one of a whole, or in a few words why it is not told; the most it is where vague. */
    value: (figure: Figure): string => {
      const { of, withheld, nearest } = figure;
      const isAtMost = isVague(figure);
      const value = isAtMost ? mostOf(figure) : figure.value;
      if (value === null) return t(`withheld.${withheld ?? "no_base"}`);
      const exact = of === null ? written(value) : formatShare(value / of, locale);
      if (isAtMost) return t("atMost", { value: exact });
      return nearest === null ? exact : t("about", { value: exact });
    },
    /** « 12 sur 40 », where it is a share. */
    base: (figure: Figure) => {
      const { value, of } = figure;
      if (value === null || of === null || isVague(figure)) return null;
      return t("outOf", { value: written(value), of: written(of) });
    },
    /** Why it is not told, in a sentence. */
    withheld: ({ withheld }: Figure) => withheld && t(`withheldLong.${withheld}`),
    /** Which months it leaves out, and why. */
    without: ({ without }: Figure) =>
      without.length === 0
        ? null
        : t("without", { months: list(without.map((month) => monthWords(month, locale))) }),
  };
}

type Words = Awaited<ReturnType<typeof getWords>>;

async function getWords() {
  const [t, reports, themes, profile, language] = await Promise.all([
    getTranslations("reportFigures"),
    getTranslations("reports"),
    getTranslations("events.themes"),
    getTranslations("profile"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const listed = new Intl.ListFormat(locale);
  return { t, reports, themes, profile, locale, list: (each: string[]) => listed.format(each) };
}

function partWords(part: FigurePart, { t, reports, themes, profile, locale, list }: Words): string {
  switch (part.kind) {
    case "week_half":
      return t("weekHalf", {
        weekday: formatWeekday(part.weekday, locale),
        half: t(`halves.${part.half}`),
      });
    case "resource":
      return t(`resources.${part.resource}`);
    case "residence":
      return residenceWords(part.line, reports);
    case "profile":
      return list(
        part.situations.map((each) =>
          each === "unsaid" ? t("unsaid") : profile(`situations.${each}`),
        ),
      );
    case "cohort":
      return part.first === part.last
        ? t("cohortOne", { first: monthWords(part.first, locale) })
        : t("cohort", {
            first: monthWords(part.first, locale),
            last: monthWords(part.last, locale),
          });
    case "moment":
      return t("moment", { day: formatDate(part.day, locale), half: t(`halves.${part.half}`) });
    case "theme":
      return themes(themeOf(part.theme));
    case "mode":
      return list(part.modes.map((mode) => t(`modes.${mode}`)));
    case "structure":
      return t(`structures.${part.structure}`);
  }
}

function monthWords(month: Month, locale: Locale): string {
  return formatMonth(firstDayOf(month), locale);
}
