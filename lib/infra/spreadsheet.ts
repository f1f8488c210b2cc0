import "server-only";
import { strToU8, zipSync } from "fflate";
import type { Day } from "@/lib/core/day";
import { escaped, keptAsText, uniqueNames } from "./spreadsheet-text";

/** A number, a share (written as a percentage), a day, words, or nothing. */
export type SpreadsheetCell = number | string | { share: number } | { day: Day } | null;

export type Spreadsheet = {
  /** Its tab; made fit to be one. */
  name: string;
  /** The first row of each block is drawn bold. */
  blocks: { head: string[]; rows: SpreadsheetCell[][] }[];
};

const mimeType = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * Tables as an OpenDocument spreadsheet (ODS 1.3): a sheet a table, numbers as numbers, words that begin
 * like a formula kept from being one. What is no letter of XML is left out.
 */
export function writeSpreadsheet(
  sheets: readonly Spreadsheet[],
  { language, madeAt }: { language: string; madeAt: Date },
): Uint8Array {
  const names = uniqueNames(sheets.map(({ name }) => name));
  const tables = sheets.map((sheet, index) => tableOf(sheet, names[index] ?? ""));
  const content = `${declaration}<office:document-content ${namespaces} office:version="1.3">${styles(language)}<office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`;
  const meta = `${declaration}<office:document-meta ${namespaces} office:version="1.3"><office:meta><meta:creation-date>${madeAt.toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`;
  // The kind of file comes first and unpacked, so that whoever opens it sees what it is.
  return zipSync(
    {
      mimetype: [strToU8(mimeType), { level: 0 }],
      "content.xml": strToU8(content),
      "meta.xml": strToU8(meta),
      "META-INF/manifest.xml": strToU8(manifest),
    },
    { mtime: madeAt, level: 6 },
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const urn = "urn:oasis:names:tc:opendocument:xmlns:";
const namespaces = [
  ...["office", "table", "text", "style", "meta"].map(
    (name) => `xmlns:${name}="${urn}${name}:1.0"`,
  ),
  `xmlns:number="${urn}datastyle:1.0"`,
  `xmlns:fo="${urn}xsl-fo-compatible:1.0"`,
].join(" ");
const entries = [
  ["/", mimeType],
  ["content.xml", "text/xml"],
  ["meta.xml", "text/xml"],
];
const manifest = `${declaration}<manifest:manifest xmlns:manifest="${urn}manifest:1.0" manifest:version="1.3">${entries.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join("")}</manifest:manifest>`;

function styles(language: string): string {
  const country = language === "fr" ? "FR" : "GB";
  const cell = (name: string, rest: string, inside: string) =>
    `<style:style style:name="${name}" style:family="table-cell"${rest}>${inside}</style:style>`;
  return [
    "<office:automatic-styles>",
    '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style>',
    '<style:style style:name="usual" style:family="table-column"><style:table-column-properties style:column-width="3.6cm"/></style:style>',
    '<number:percentage-style style:name="percent"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
    cell(
      "head",
      "",
      `<style:text-properties fo:font-weight="bold" fo:language="${language}" fo:country="${country}"/>`,
    ),
    cell("words", "", '<style:table-cell-properties fo:wrap-option="wrap"/>'),
    cell("share", ' style:data-style-name="percent"', ""),
    `<number:date-style style:name="isoDay"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>`,
    cell("day", ' style:data-style-name="isoDay"', ""),
    "</office:automatic-styles>",
  ].join("");
}

function tableOf({ blocks }: Spreadsheet, name: string): string {
  const width = Math.max(
    1,
    ...blocks.flatMap(({ head, rows: body }) => [head, ...body]).map(lengthOf),
  );
  const columns = `<table:table-column table:style-name="wide"/>${width > 1 ? `<table:table-column table:style-name="usual" table:number-columns-repeated="${width - 1}"/>` : ""}`;
  const rows = blocks.flatMap(({ head, rows: body }, index) => [
    ...(index > 0 ? [rowOf(width, [])] : []),
    rowOf(
      width,
      head.map((words) => wordsCell(words, "head")),
    ),
    ...body.map((cells) => rowOf(width, cells.map(cellOf))),
  ]);
  return `<table:table table:name="${escaped(name)}">${columns}${rows.join("")}</table:table>`;
}

function lengthOf(row: readonly unknown[]): number {
  return row.length;
}

/** Rows of one table are all as long: whoever reads them by column finds them so. */
function rowOf(width: number, cells: string[]): string {
  const left = width - cells.length;
  const rest = left > 0 ? `<table:table-cell table:number-columns-repeated="${left}"/>` : "";
  return `<table:table-row>${cells.join("")}${rest}</table:table-row>`;
}

function cellOf(cell: SpreadsheetCell): string {
  if (cell === null) return "<table:table-cell/>";
  if (typeof cell === "string") return wordsCell(cell, "words");
  if (typeof cell === "object" && "day" in cell) {
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell.day}"><text:p>${cell.day}</text:p></table:table-cell>`;
  }
  const [type, style, value] =
    typeof cell === "number"
      ? (["float", "", cell] as const)
      : (["percentage", ' table:style-name="share"', cell.share] as const);
  return `<table:table-cell${style} office:value-type="${type}" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
}

function wordsCell(words: string, style: "head" | "words"): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${escaped(keptAsText(words))}</text:p></table:table-cell>`;
}
