import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import type { ReportFileWords } from "@/lib/reports/files/schema";
import { type FigureWords, getFigureWords } from "../figure-words";

type Said<Namespace extends "reportFiles" | "reportFigures" | "indicators"> = Awaited<
  ReturnType<typeof getTranslations<Namespace>>
>;
type Wording = {
  figures: FigureWords;
  t: Said<"reportFiles">;
  measures: Said<"reportFigures">;
  indicators: Said<"indicators">;
};

/** The words of the files of a report, in the language of whoever asks. */
export async function getReportFileWords(): Promise<ReportFileWords> {
  const [figures, t, measures, indicators] = await Promise.all([
    getFigureWords(),
    getTranslations("reportFiles"),
    getTranslations("reportFigures"),
    getTranslations("indicators"),
  ]);
  return reportFileWords({ figures, t, measures, indicators });
}

export function reportFileWords({ figures, t, measures, indicators }: Wording): ReportFileWords {
  const { locale } = figures;
  const why = (figure: Figure) =>
    [
      figures.withheld(figure),
      figure.because && indicators(`reasons.${figure.because}`),
      figures.without(figure),
      figure.nearest !== null && t("nearest", { step: formatNumber(figure.nearest, locale) }),
    ]
      .filter(Boolean)
      .join(" ");
  return {
    decimal: locale === "fr" ? "," : ".",
    column: (key) => t(`columns.${key}.name`),
    meaning: (key) => t(`columns.${key}.meaning`),
    bookColumn: (key) => t(`book.${key}`),
    indicator: (id) => ({
      name: indicators(`list.${id}.name`),
      definition: indicators(`list.${id}.definition`),
      base: indicators(`list.${id}.base`),
      not: indicators(`list.${id}.not`),
    }),
    measureNamed: (key) => measures(`measures.${key}`),
    unitNamed: (unit) => measures(`units.${unit}`),
    withheldNamed: (reason) => measures(`withheldLong.${reason}`),
    becauseNamed: (reason) => indicators(`reasons.${reason}`),
    partKind: (kind) => t(`partKinds.${kind}`),
    network: measures("network"),
    part: figures.part,
    why,
  };
}
