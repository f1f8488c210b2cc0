import { getTranslations } from "next-intl/server";
import { formatMonth, formatNumber } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import { type Compared, compareFigures } from "@/lib/reports/figures/selection/rules";
import { firstDayOf } from "@/lib/reports/schema";
import { type FigureWords, getFigureWords } from "./figure-words";
import { besideOf, type ReportReading, type SideName, sides } from "./reading";

/** How the numbers of a report are said beside those before, in words and never by a colour. */
export type ComparisonWords = Awaited<ReturnType<typeof getComparisonWords>>;

/** Letters of the firsts that a finding names one by one. */
const longestNamed = 70;

type Words = {
  t: Awaited<ReturnType<typeof getTranslations<"reportScreens">>>;
  units: Awaited<ReturnType<typeof getTranslations<"reportFigures">>>;
  reports: Awaited<ReturnType<typeof getTranslations<"reports">>>;
  figures: FigureWords;
};

export async function getComparisonWords() {
  const [t, units, reports, figures] = await Promise.all([
    getTranslations("reportScreens"),
    getTranslations("reportFigures"),
    getTranslations("reports"),
    getFigureWords(),
  ]);
  const words = { t, units, reports, figures };
  return {
    ...words,
    /** « 3 points de plus qu’auparavant », in a sentence; none where nothing is compared. */
    changes: (reading: ReportReading, figure: Figure): string[] =>
      sides.flatMap((side) => {
        const compared = comparedWith(reading, side, figure);
        return isStillNothing(compared) ? [] : (phraseOf(compared, t(`than.${side}`), words) ?? []);
      }),
    /** « 3 points de plus qu’avant (35 %) », under a number. */
    beside: (reading: ReportReading, figure: Figure): { side: SideName; words: string }[] =>
      sides.flatMap((side) => {
        if (reading[side] === null) return [];
        const said = cellWords(comparedWith(reading, side, figure), t(`cell.than.${side}`), words);
        return said === null ? [] : { side, words: said };
      }),
    /** How many months it leaves out; which ones is said once, under the table. */
    without: ({ without }: Figure): string | null => {
      const [first] = without;
      if (first === undefined) return null;
      const month = formatMonth(firstDayOf(first), figures.locale);
      return t("without", { count: without.length, month });
    },
    /** « lundi matin et lundi après-midi »: those that are first together, unless that is too long for a title. */
    together: (names: readonly string[]): string => {
      const named = new Intl.ListFormat(figures.locale).format(names);
      const isLong = names.length > 1 && named.length > longestNamed;
      return isLong ? t("charts.several", { count: names.length }) : named;
    },
    /** What it was, in a column of its own. */
    column: (reading: ReportReading, side: SideName, figure: Figure): string =>
      columnWords(comparedWith(reading, side, figure), words) ?? t("cell.absent"),
  };
}

function comparedWith(reading: ReportReading, side: SideName, figure: Figure): Compared {
  return compareFigures(figure, besideOf(reading, side, figure));
}

/** « Nobody, as many as before » says nothing more than « nobody ». */
function isStillNothing(compared: Compared): boolean {
  return compared.kind === "changed" && compared.difference === 0 && compared.before.value === 0;
}

function phraseOf(compared: Compared, than: string, words: Words): string | null {
  const { t, units, figures } = words;
  switch (compared.kind) {
    case "absent":
      return null;
    case "withheld":
      return t("changes.withheld", { than, why: units(`withheld.${compared.withheld}`) });
    case "beside":
      return t("changes.beside", { than, value: figures.value(compared.before) });
    case "changed":
      return t(compared.isOfShares ? "changes.points" : "changes.number", {
        ...{ than, direction: compared.direction, count: compared.difference },
        difference: formatNumber(compared.difference, figures.locale),
      });
  }
}

function cellWords(compared: Compared, than: string, words: Words): string | null {
  const { t } = words;
  if (compared.kind === "absent") return null;
  if (compared.kind !== "changed") {
    return t("cell.beside", { than, value: thenWords(compared, words) });
  }
  const key = compared.isOfShares ? "cell.points" : "cell.number";
  return t(key, { than, ...changeWords(compared, words) });
}

function columnWords(compared: Compared, words: Words): string | null {
  if (compared.kind === "absent") return null;
  if (compared.kind !== "changed") return thenWords(compared, words);
  const key = compared.isOfShares ? "cell.columnPoints" : "cell.columnNumber";
  return words.t(key, changeWords(compared, words));
}

/** What it was, or why that is not told. */
function thenWords(
  compared: Extract<Compared, { kind: "withheld" | "beside" }>,
  { units, figures }: Words,
): string {
  return compared.kind === "withheld"
    ? units(`withheld.${compared.withheld}`)
    : figures.value(compared.before);
}

function changeWords(compared: Extract<Compared, { kind: "changed" }>, { figures }: Words) {
  const { direction, difference, before } = compared;
  return {
    ...{ direction, count: difference, value: figures.value(before) },
    difference: formatNumber(difference, figures.locale),
  };
}
