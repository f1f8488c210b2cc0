import { stringify } from "csv-stringify/sync";
import type { UntoldBecause } from "../../disclosure/schema";
import { fillRate } from "../rules";
import { type EventsReport, peopleFigures, type ShownFigures, type Told } from "../schema";

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
  "without",
  "definition",
] as const;

export type FiguresWords = {
  header: (key: (typeof exportHeader)[number]) => string;
  group: (key: "network" | "theme" | "site") => string;
  theme: (key: string) => string;
  figure: (key: ExportedFigure) => string;
  definition: (key: ExportedFigure) => string;
  decimal: "," | ".";
  /** Stands for a figure that is not told, and says why. */
  untold: (because: UntoldBecause) => string;
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
      ...[toldOf(figures, key)?.without.join(" ") ?? "", words.definition(key)],
    ]),
  );
  return stringify([exportHeader.map((key) => words.header(key)), ...rows], {
    bom: true,
    delimiter: words.decimal === "," ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

/** What tells of people among the figures; null for what is public. */
function toldOf(figures: ShownFigures, key: ExportedFigure): Told<unknown> | null {
  const of = key === "feedbackMean" || key === "feedbackCount" ? "feedback" : key;
  const found = peopleFigures.find((each) => each === of);
  return found ? figures[found] : null;
}

function textOf(figures: ShownFigures, key: ExportedFigure, words: FiguresWords): string {
  const because = toldOf(figures, key)?.because;
  if (because) return words.untold(because);
  const number = numberOf(figures, key);
  return number === null
    ? words.nothing
    : String(Math.round(number * 1_000) / 1_000).replace(".", words.decimal);
}

function numberOf(figures: ShownFigures, key: ExportedFigure): number | null {
  const { heads, fill, feedback } = figures;
  switch (key) {
    case "held":
    case "cancelled":
    case "hours":
    case "headsEvents":
      return figures[key];
    case "heads":
      return heads.value?.events ? heads.value.people : null;
    case "fill":
      return fill.value && fillRate(fill.value);
    case "feedbackMean":
      return feedback.value?.mean ?? null;
    case "feedbackCount":
      return feedback.value?.count ?? null;
    default:
      return figures[key].value;
  }
}
