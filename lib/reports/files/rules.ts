import { stringify } from "csv-stringify/sync";
import { oneLine } from "@/lib/core/plain-text";
import {
  type Figure,
  type FigurePart,
  measureKeyOf,
  measureKeys,
  type Report,
  units,
  withheldReasons,
} from "../figures/schema";
import { numberOf } from "../indicators/catalogue/rules";
import { indicatorIds, missingReasons } from "../indicators/schema";
import {
  type CodeList,
  type FigureColumn,
  type FileCell,
  type FileTable,
  figureColumns,
  jsonSchemaName,
  partKinds,
  type ReportFileWords,
} from "./schema";

/** Every figure of a report as a row of a file: numbers as numbers, shares as shares, days as days. */
export function figureTable(report: Report, words: ReportFileWords): FileTable {
  const places = new Map(report.places.map((place) => [place.id, place]));
  return {
    head: figureColumns.map(words.column),
    rows: report.figures.map((figure) => {
      const place = figure.place === null ? null : places.get(figure.place);
      const cells = {
        ...namedCells(figure, words),
        ...amountCells(figure),
        place: place?.slug ?? "",
        placeName: place?.name ?? words.network,
        withheld: figure.withheld ?? "",
        why: words.why(figure),
        without: figure.without.join(" "),
        version: report.definitionsVersion,
        first: { day: report.range.first },
        last: { day: report.range.last },
        counted: report.counted ? { day: report.counted.last } : null,
      } satisfies Record<FigureColumn, FileCell>;
      return figureColumns.map((column) => plainCell(cells[column]));
    }),
  };
}

function namedCells(figure: Figure, words: ReportFileWords) {
  return {
    number: numberOf(figure.indicator),
    indicator: figure.indicator,
    indicatorName: words.indicator(figure.indicator).name,
    measure: figure.measure,
    measureName: words.measureNamed(measureKeyOf(figure)),
    part: figure.part ? partCode(figure.part) : "",
    partName: words.part(figure) ?? "",
    unit: figure.unit,
  };
}

function amountCells({ value, of, nearest, perThousand }: Figure) {
  const share = value !== null && of !== null && of !== 0 ? value / of : null;
  return {
    value: rounded(value),
    base: rounded(of),
    share: share === null ? null : { share: rounded(share) ?? 0 },
    nearest,
    perThousand: rounded(perThousand),
  };
}

/** A sum of halves is exact; of thirds, its millionths are noise. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}

/** Words of others are on one line, without the marks that hide or turn them. */
function plainCell(cell: FileCell): FileCell {
  return typeof cell === "string" ? oneLine(cell) : cell;
}

/** The part of a whole a number is of, as one code: its kind, then what it is of, after colons. */
export function partCode(part: FigurePart): string {
  switch (part.kind) {
    case "week_half":
      return `week_half:${part.weekday}:${part.half}`;
    case "resource":
      return `resource:${part.resource}`;
    case "residence":
      return `residence:${part.line.kind}:${part.line.name}`;
    case "profile":
      return `profile:${part.situations.join("+")}`;
    case "cohort":
      return `cohort:${part.first}:${part.last}`;
    case "moment":
      return `moment:${part.day}:${part.half}`;
    case "theme":
      return `theme:${part.theme}`;
    case "mode":
      return `mode:${part.modes.join("+")}`;
    case "structure":
      return `structure:${part.structure}`;
  }
}

/** What each column of the figures holds. */
export function columnBook(words: ReportFileWords): FileTable {
  return {
    head: [words.bookColumn("column"), words.bookColumn("meaning")],
    rows: figureColumns.map((column) => [words.column(column), words.meaning(column)]),
  };
}

/** Every code a column may hold, in words. */
export function codeBook(words: ReportFileWords): FileTable {
  const codes: Record<CodeList, readonly (readonly [string, string])[]> = {
    indicator: indicatorIds.map((id) => [id, words.indicator(id).name]),
    measure: measureKeys.map((key) => [key, words.measureNamed(key)]),
    part: partKinds.map((kind) => [kind, words.partKind(kind)]),
    unit: units.map((unit) => [unit, words.unitNamed(unit)]),
    withheld: withheldReasons.map((reason) => [reason, words.withheldNamed(reason)]),
    because: missingReasons.map((reason) => [reason, words.becauseNamed(reason)]),
  };
  const column = (list: CodeList) => words.column(list === "because" ? "why" : list);
  return {
    head: (["column", "code", "meaning"] as const).map(words.bookColumn),
    rows: Object.entries(codes).flatMap(([list, each]) =>
      each.map(([code, meaning]) => [column(list as CodeList), code, meaning]),
    ),
  };
}

/** The words of each definition, as on the page of definitions. */
export function definitionTable(words: ReportFileWords): FileTable {
  return {
    head: (["number", "code", "name", "definition", "base", "not"] as const).map(words.bookColumn),
    rows: indicatorIds.map((id) => {
      const { name, definition, base, not } = words.indicator(id);
      return [numberOf(id), id, name, definition, base, not];
    }),
  };
}

/**
 * Tables one under the other as a CSV file (RFC 4180, UTF-8 with a mark so that spreadsheets read accents):
 * semicolons with a decimal comma. A text that starts like a formula is quoted as a text; numbers stay so.
 */
export function csvOfTables(tables: readonly FileTable[], decimal: "," | "."): string {
  const lines = tables.flatMap(({ head, rows }, index) => [
    ...(index > 0 ? [[""]] : []),
    head,
    ...rows.map((row) => row.map(csvCell)),
  ]);
  return stringify(lines, {
    bom: true,
    delimiter: decimal === "," ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
    // A number is written here, so that one below zero is not taken for a formula.
    cast: { number: (value) => String(value).replace(".", decimal) },
  });
}

function csvCell(cell: FileCell): string | number {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  return "day" in cell ? cell.day : cell.share;
}

/**
 * The report as JSON of a schema that stays: codes and numbers, no word of a language. Described in
 * docs/report-files.md; its name is one more when a field changes.
 */
export function jsonOfReport(report: Report, madeAt: Date): string {
  const slugs = new Map(report.places.map(({ id, slug }) => [id, slug]));
  const written = {
    schema: jsonSchemaName,
    madeAt: madeAt.toISOString(),
    definitionsVersion: report.definitionsVersion,
    travelAssumptionsVersion: report.travelAssumptionsVersion,
    period: report.range,
    counted: report.counted,
    places: report.places.map(({ slug, name, communeName }) => ({ slug, name, communeName })),
    figures: report.figures.map((figure) => ({
      number: numberOf(figure.indicator),
      indicator: figure.indicator,
      measure: figure.measure,
      place: figure.place === null ? null : (slugs.get(figure.place) ?? figure.place),
      part: figure.part,
      unit: figure.unit,
      value: figure.value,
      base: figure.of,
      nearest: figure.nearest,
      perThousand: figure.perThousand,
      withheld: figure.withheld,
      because: figure.because,
      monthsLeftOut: figure.without,
    })),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}
