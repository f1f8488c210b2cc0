import { stringify } from "csv-stringify/sync";
import { fillRate } from "../rules";
import type { EventsReport, ShownFigures } from "../schema";

export const exportedFigures = [
  "held",
  "cancelled",
  "hours",
  "registered",
  "named",
  "heads",
  "headsEvents",
  "fill",
  "firstTimers",
  "feedbackMean",
  "feedbackCount",
] as const;
export type ExportedFigure = (typeof exportedFigures)[number];

export const exportHeader = [
  "periodStart",
  "periodEnd",
  "group",
  "name",
  "figure",
  "value",
  "definition",
] as const;

export type FiguresWords = {
  header: (key: (typeof exportHeader)[number]) => string;
  group: (key: "network" | "theme" | "site") => string;
  theme: (key: string) => string;
  figure: (key: ExportedFigure) => string;
  definition: (key: ExportedFigure) => string;
  decimal: "," | ".";
  /** Stands for a number too small to be told. */
  tooFew: string;
  /** Stands for a figure of nothing: no seat was counted, nobody looked. */
  nothing: string;
};

/**
 * The report as a CSV file (RFC 4180, UTF-8 with a mark), one figure a row with its definition, so that a
 * sheet cut from it still says what it counts. A text that starts like a formula is quoted as a text.
 */
export function csvOfEvents(report: EventsReport, words: FiguresWords): string {
  const { first, last } = report.range;
  const groups = [
    { group: words.group("network"), name: "", figures: report.network },
    ...report.themes.map(({ key, figures }) => ({
      ...{ group: words.group("theme"), name: words.theme(key), figures },
    })),
    ...report.sites.map(({ name, figures }) => ({ group: words.group("site"), name, figures })),
  ];
  const rows = groups.flatMap(({ group, name, figures }) =>
    exportedFigures.map((key) => [
      ...[first, last, group, name, words.figure(key), textOf(figures, key, words)],
      words.definition(key),
    ]),
  );
  return stringify([exportHeader.map((key) => words.header(key)), ...rows], {
    bom: true,
    delimiter: words.decimal === "," ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

function textOf(
  { heads, fill, feedback, ...figures }: ShownFigures,
  key: ExportedFigure,
  { decimal, tooFew, nothing }: FiguresWords,
): string {
  const rate = fillRate(fill);
  const written = (value: number) =>
    String(Math.round(value * 1_000) / 1_000).replace(".", decimal);
  switch (key) {
    case "heads":
      return heads.events === 0 ? nothing : written(heads.people);
    case "headsEvents":
      return written(heads.events);
    case "fill":
      return rate === null ? nothing : written(rate);
    case "feedbackMean":
      return feedback ? written(feedback.mean) : tooFew;
    case "feedbackCount":
      return feedback ? written(feedback.count) : tooFew;
    default: {
      const value = figures[key];
      return value === null ? tooFew : written(value);
    }
  }
}
