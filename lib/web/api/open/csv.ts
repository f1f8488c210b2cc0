import { stringify } from "csv-stringify/sync";
import type { Locale } from "@/lib/core/locale";

export type Cell = string | number | boolean | null;

/** How a file is written: for programs, or as the spreadsheets of a language expect it. */
type Manner = { delimiter: "," | ";"; decimal: "." | ","; bom: boolean };
export const forPrograms: Manner = { delimiter: ",", decimal: ".", bom: false };
const spreadsheets: Record<Locale, Manner> = {
  fr: { delimiter: ";", decimal: ",", bom: true },
  en: { delimiter: ",", decimal: ".", bom: true },
};

export function spreadsheetOf(locale: Locale): Manner {
  return spreadsheets[locale];
}

/**
 * A CSV file (RFC 4180, UTF-8). A text that starts like a formula is quoted as a text, a number below zero
 * is still a number; nothing is an empty cell.
 */
export function csvOf(rows: Cell[][], { delimiter, decimal, bom }: Manner): string {
  const written = rows.map((row) => row.map((cell) => textOf(cell, decimal)));
  return stringify(written, { bom, delimiter, record_delimiter: "windows" });
}

// The full-width signs too: some spreadsheets take them for the plain ones.
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function textOf(cell: Cell, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return formula.test(cell) ? `'${cell}` : cell;
  return String(cell).replace(".", decimal);
}
