import type { Day } from "@/lib/core/day";
import type { Figure, FigurePart, MeasureKey, Unit, Withheld } from "../figures/schema";
import type { IndicatorId, MissingReason } from "../indicators/schema";

export const fileFormats = ["csv", "codes", "ods", "xlsx", "pdf", "json"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Columns of the figures, a figure a row; each has its name and its meaning in the messages. */
export const figureColumns = [
  "number",
  "indicator",
  "indicatorName",
  "measure",
  "measureName",
  "place",
  "placeName",
  "part",
  "partName",
  "unit",
  "value",
  "base",
  "share",
  "nearest",
  "perThousand",
  "withheld",
  "why",
  "without",
  "version",
  "first",
  "last",
  "counted",
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** A number, a share, a local day, words; null: nothing to say. */
export type FileCell = number | string | { share: number } | { day: Day } | null;
export type FileTable = { head: string[]; rows: FileCell[][] };

/** What a column of codes may hold; each code has its words. */
export const codeLists = ["indicator", "measure", "part", "unit", "withheld", "because"] as const;
export type CodeList = (typeof codeLists)[number];

/** How parts are coded: the kind, then what it is of, after colons. */
export const partKinds = [
  "week_half",
  "resource",
  "residence",
  "profile",
  "cohort",
  "moment",
  "theme",
  "mode",
  "structure",
] as const satisfies FigurePart["kind"][];

/** The words of the files, in the reader's language; `decimal` is what their spreadsheet expects. */
export type ReportFileWords = {
  decimal: "," | ".";
  column: (key: FigureColumn) => string;
  /** What a column holds, for the code book. */
  meaning: (key: FigureColumn) => string;
  bookColumn: (
    key: "column" | "code" | "meaning" | "number" | "name" | "definition" | "base" | "not",
  ) => string;
  indicator: (id: IndicatorId) => { name: string; definition: string; base: string; not: string };
  measureNamed: (key: MeasureKey) => string;
  unitNamed: (unit: Unit) => string;
  withheldNamed: (reason: Withheld) => string;
  becauseNamed: (reason: MissingReason) => string;
  partKind: (kind: (typeof partKinds)[number]) => string;
  network: string;
  part: (figure: Figure) => string | null;
  /** Why it is not told, or what of it is left out or rounded. */
  why: (figure: Figure) => string;
};

/** One or two lines a format: the identifier of what the JSON holds, one more when it changes. */
export const jsonSchemaName = "cowloting-report/1";
