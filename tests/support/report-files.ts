import { createTranslator } from "use-intl/core";
import type { FigureWords } from "@/components/reports/figure-words";
import type { DocumentContext } from "@/components/reports/files/report-document";
import { reportFileWords } from "@/components/reports/files/report-file-words";
import { day } from "@/lib/core/day";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { figuresOf } from "@/lib/reports/figures/rules";
import { type Figure, measureKeyOf, type Report } from "@/lib/reports/figures/schema";
import { partCode } from "@/lib/reports/files/rules";
import { definitionsVersion } from "@/lib/reports/indicators/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { randomNetwork } from "./random-networks";

/** Every figure of a network of chance over its period. */
export function aReportOfChance(seed: number): Report {
  const { rows, counting } = randomNetwork(seed);
  return {
    range: counting.range,
    counted: counting.range,
    definitionsVersion,
    travelAssumptionsVersion: 1,
    places: rows.spaces.map(({ id }) => ({
      ...{ id, slug: `lieu-${id}`, name: `L’Atelier ${id}`, communeName: "Luzech" },
    })),
    figures: figuresOf(rows, counting),
  };
}

/** The words of files in a language, as the pages have them. */
export function documentContext(locale: Locale): DocumentContext {
  const messages = locale === "fr" ? fr : en;
  const t = createTranslator({ locale, messages, namespace: "reportFiles" });
  const measures = createTranslator({ locale, messages, namespace: "reportFigures" });
  const indicators = createTranslator({ locale, messages, namespace: "indicators" });
  const written = (value: number) => formatNumber(value, locale);
  const figures: FigureWords = {
    locale,
    measure: (figure) => measures(`measures.${measureKeyOf(figure)}`),
    // Names of communes and themes go out as they are: what a test hides in them is found again.
    part: ({ part }: Figure) =>
      part?.kind === "residence" ? part.line.name : part && partCode(part),
    unit: ({ unit }) => measures(`units.${unit}`),
    value: ({ value, of, withheld }) => {
      if (value === null) return measures(`withheld.${withheld ?? "no_base"}`);
      return of === null ? written(value) : formatShare(value / of, locale);
    },
    base: ({ value, of }) =>
      value === null || of === null
        ? null
        : measures("outOf", { value: written(value), of: written(of) }),
    withheld: ({ withheld }) => withheld && measures(`withheldLong.${withheld}`),
    without: ({ without }) =>
      without.length === 0 ? null : measures("without", { months: without.join(", ") }),
  };
  return {
    ...{ t, locale, figures },
    words: reportFileWords({ figures, t, measures, indicators }),
    family: (family) => indicators(`families.${family}`),
    term: (term) => ({
      term: indicators(`commonList.${term}.term`),
      words: indicators(`commonList.${term}.words`),
    }),
    network: "Communauté de la vallée",
    madeOn: day("2026-11-30"),
  };
}
