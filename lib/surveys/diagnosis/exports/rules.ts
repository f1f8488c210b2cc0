import { stringify } from "csv-stringify/sync";
import type { MetricSheet, SheetCell, SheetUnit } from "./schema";

type Header =
  | "metric"
  | "title"
  | "table"
  | "row"
  | "column"
  | "value"
  | "unit"
  | "words"
  | "base"
  | "caveat";
type CodeHeader = "metric" | "title" | "formula" | "supposition" | "supposedValue" | "dated";

/** The words of the files, in the reader's language; `decimal` is what their spreadsheet expects. */
export type ExportWords = {
  header: (key: Header | CodeHeader) => string;
  unit: (unit: SheetUnit) => string;
  decimal: "," | ".";
};

/**
 * The figures as one CSV (RFC 4180, UTF-8 with a mark), a cell of the screen a row: a number in the
 * column of values, else the words that stand there on the screen. Nothing that the screen does not have.
 */
export function csvOfSheets(sheets: readonly MetricSheet[], words: ExportWords): string {
  const header: Header[] = [
    ...(["metric", "title", "table", "row", "column"] as const),
    ...(["value", "unit", "words", "base", "caveat"] as const),
  ];
  const rows = sheets.flatMap(({ id, title, tables, base, caveat }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.map((cell, index) => {
          const column = table.columns[index];
          const unit = column ? words.unit(column.unit) : "";
          const where = [id, title, table.caption, row.label, column?.label ?? ""];
          const told = roundedCell(cell, column?.unit);
          return [...where, ...valueAndWords(told, unit), table.base ?? base, caveat];
        }),
      ),
    ),
  );
  return written([header.map(words.header), ...rows], words);
}

/** A cell of a file as the screen rounds it: a finer number would tell by how little a sum has moved. */
export function roundedCell(cell: SheetCell, unit: SheetUnit | undefined): SheetCell {
  if (typeof cell === "string") return cell;
  const scale = unit === "share" || unit === "euros" ? 100 : 10;
  return (Math.sign(cell) * Math.round(Math.abs(cell) * scale)) / scale;
}

function valueAndWords(cell: SheetCell, unit: string): SheetCell[] {
  return typeof cell === "string" ? ["", unit, cell] : [cell, unit, ""];
}

/** What each figure is: its formula, and line by line what it supposes, with the day that was last changed. */
export function codeBookOfSheets(sheets: readonly MetricSheet[], words: ExportWords): string {
  const header: CodeHeader[] = [
    ...(["metric", "title", "formula"] as const),
    ...(["supposition", "supposedValue", "dated"] as const),
  ];
  const rows = sheets.flatMap(({ id, title, formula, suppositions }) => {
    const none = [{ label: "", value: "", dated: "" }];
    const lines = suppositions.length > 0 ? suppositions : none;
    return lines.map(({ label, value, dated }) => [id, title, formula, label, value, dated]);
  });
  return written([header.map(words.header), ...rows], words);
}

function written(lines: SheetCell[][], { decimal }: ExportWords): string {
  return stringify(lines, {
    bom: true,
    delimiter: decimal === "," ? ";" : ",",
    record_delimiter: "windows",
    escape_formulas: true,
    // A number is written here, so that one below zero is not taken for a formula.
    cast: { number: (value) => String(value).replace(".", decimal) },
  });
}
