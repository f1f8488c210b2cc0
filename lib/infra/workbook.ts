import "server-only";
import { strToU8, zipSync } from "fflate";
import { type Day, day as dayNamed, daysBetween } from "@/lib/core/day";
import type { Spreadsheet, SpreadsheetCell } from "./spreadsheet";
import { escaped, keptAsText, uniqueNames } from "./spreadsheet-text";

/**
 * The same tables as an Office Open XML workbook (XLSX): numbers, shares and days are typed, words are
 * inline texts and never formulas; there is no macro, no link and no part that asks for anything outside.
 */
export function writeWorkbook(
  sheets: readonly Spreadsheet[],
  { title, language, madeAt }: { title: string; language: string; madeAt: Date },
): Uint8Array {
  const names = uniqueNames(sheets.map(({ name }) => name));
  const parts = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relations([
      [`${officeDocument}/officeDocument`, "xl/workbook.xml"],
      [`${packageRelations}/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(title, language, madeAt),
    "xl/workbook.xml": workbook(names),
    "xl/_rels/workbook.xml.rels": relations([
      ...names.map((_, index) => [
        `${officeDocument}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
      [`${officeDocument}/styles`, "styles.xml"],
    ]),
    "xl/styles.xml": styles,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)]),
    ),
  };
  const packed = Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)]);
  return zipSync(Object.fromEntries(packed), { mtime: madeAt, level: 6 });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const formats = "http://schemas.openxmlformats.org";
const main = `${formats}/spreadsheetml/2006/main`;
const officeDocument = `${formats}/officeDocument/2006/relationships`;
const packageRelations = `${formats}/package/2006/relationships`;
const kindOfSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, `${kindOfSheet}.worksheet+xml`),
  );
  return [
    `<Types xmlns="${formats}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part("/xl/workbook.xml", `${kindOfSheet}.sheet.main+xml`),
    part("/xl/styles.xml", `${kindOfSheet}.styles+xml`),
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ...sheets,
    "</Types>",
  ].join("");
}

function part(path: string, type: string): string {
  return `<Override PartName="${path}" ContentType="${type}"/>`;
}

function relations(targets: string[][]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${each.join("")}</Relationships>`;
}

function properties(title: string, language: string, madeAt: Date): string {
  const spaces = `xmlns:cp="${formats}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  const created = `${madeAt.toISOString().slice(0, 19)}Z`;
  return `<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${officeDocument}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** Cell formats by place in the list of styles. */
const [usual, headed, percent, dated, worded] = [0, 1, 2, 3, 4];
const font = (weight: string) => `<font>${weight}<sz val="11"/><name val="Calibri"/></font>`;
const format = (attributes: string, inside = "") =>
  `<xf borderId="0" fillId="0" xfId="0" ${attributes}>${inside}</xf>`;
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5">',
  format('numFmtId="0" fontId="0"'),
  format('numFmtId="0" fontId="1" applyFont="1"'),
  format('numFmtId="10" fontId="0" applyNumberFormat="1"'),
  format('numFmtId="164" fontId="0" applyNumberFormat="1"'),
  // The format of texts: what is typed over stays one.
  format(
    'numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1"',
    '<alignment vertical="top"/>',
  ),
  "</cellXfs>",
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  "</styleSheet>",
].join("");

function worksheet({ blocks }: Spreadsheet): string {
  const lines = blocks.flatMap(({ head: titles, rows }, index) => [
    ...(index > 0 ? [[]] : []),
    titles.map((title) => ({ cell: title, style: headed })),
    ...rows.map((row) => row.map((cell) => ({ cell, style: styleOf(cell) }))),
  ]);
  const width = Math.max(1, ...lines.map((line) => line.length));
  const written = lines.map((line, index) => {
    const cells = line.map(({ cell, style }, column) =>
      cellOf(cell, `${columnName(column)}${index + 1}`, style),
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  // The first row stays in sight, as the names of the columns.
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${view}<cols><col min="1" max="${width}" width="22" customWidth="1"/></cols><sheetData>${written.join("")}</sheetData></worksheet>`;
}

function styleOf(cell: SpreadsheetCell): number {
  if (typeof cell === "string") return worded;
  if (cell === null || typeof cell === "number") return usual;
  return "day" in cell ? dated : percent;
}

function cellOf(cell: SpreadsheetCell, place: string, style: number): string {
  if (cell === null) return "";
  const at = `<c r="${place}" s="${style}"`;
  if (typeof cell === "string") {
    const text = escaped(literal(keptAsText(cell)));
    return `${at} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  }
  return `${at}><v>${numberOf(cell)}</v></c>`;
}

function numberOf(cell: number | { share: number } | { day: Day }): number {
  if (typeof cell === "number") return cell;
  return "day" in cell ? daysBetween(firstDay, cell.day) : cell.share;
}

/** Day 0 of Excel's calendar, which takes 1900 for a leap year: right from March 1900 on. */
const firstDay = dayNamed("1899-12-30");

/** « _x000D_ » in a text is a letter of that code to Excel: what was typed so stays as typed. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_");
}

/** A for 0, Z for 25, AA for 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
