import "server-only";
import {
  pdfMargin as margin,
  openPdf,
  type PdfDocument,
  type PdfPlace,
  plain,
} from "./pdf-document";

export type PdfTable = {
  heading: string;
  columns: string[];
  rows: string[][];
  /** Said instead of an empty table. */
  none: string;
  /** Under the table before it rather than a section of its own. */
  isPart?: boolean;
  /** Paragraphs between the heading and the table, and after it. */
  lead?: string[];
  notes?: string[];
  /** How much wider the first column is than the others; once as wide when not said. */
  firstWidth?: number;
  /** Of its rows, in points: room to write in with a pen. */
  leastHeight?: number;
};

export type PdfSheet = {
  title: string;
  /** BCP 47, of the words in it. */
  language: string;
  /** Paragraphs before the tables and after them. */
  lead: string[];
  tables: PdfTable[];
  end: string[];
  landscape?: boolean;
  /** When it was made, for its metadata. */
  madeAt: Date;
};

/** A heading with less than this to the foot of the page goes on the next, with what it is of. */
const roomForHeading = 130;
const [bodySize, headingSize, titleSize] = [10, 13, 20];

/**
 * A sheet of titles, paragraphs and tables as a tagged PDF (1.7): language, title and structure (H1, H2,
 * P, Table with TH and TD) are in it, so that a screen reader reads it in order. A4.
 */
export async function writePdf(sheet: PdfSheet): Promise<Buffer> {
  const { document, root, finish } = openPdf(sheet);
  const write = (tag: string, text: string, size = bodySize) =>
    writeLine({ document, parent: root }, tag, text, size);
  write("H1", sheet.title, titleSize);
  for (const text of sheet.lead) write("P", text);
  for (const table of sheet.tables) writeSection({ document, parent: root }, table);
  for (const text of sheet.end) write("P", text);
  return finish();
}

/** A heading, its paragraphs and its table, hung on a parent that is in the document. */
export function writeSection(place: PdfPlace, table: PdfTable): void {
  const { document } = place;
  if (document.y > foot(document) - roomForHeading + margin) document.addPage();
  if (table.isPart) writeLine(place, "H3", table.heading, bodySize + 1);
  else writeLine(place, "H2", table.heading, headingSize);
  for (const text of table.lead ?? []) writeLine(place, "P", text, bodySize);
  // Without columns it is words only.
  if (table.rows.length > 0) writeTable(place, table);
  else if (table.columns.length > 0) writeLine(place, "P", table.none, bodySize);
  for (const text of table.notes ?? []) writeLine(place, "P", text, bodySize - 1);
}

/** A line of words, or a heading: its tag is its place in the structure. */
export function writeLine(
  { document, parent }: PdfPlace,
  tag: string,
  text: string,
  size: number,
): void {
  const write = () => {
    document.font(tag === "P" ? "Helvetica" : "Helvetica-Bold").fontSize(size);
    document.text(plain(text), margin, document.y, { width: document.page.width - 2 * margin });
    document.moveDown(0.5);
  };
  parent.add(document.struct(tag, {}, [write]));
}

function writeTable({ document, parent }: PdfPlace, given: PdfTable): void {
  const { columns, rows, firstWidth = 1 } = given;
  const table = document.struct("Table");
  parent.add(table);
  const unit = (document.page.width - 2 * margin) / (columns.length - 1 + firstWidth);
  const edges = columns.map((_column, index) =>
    index === 0 ? margin : margin + (index - 1 + firstWidth) * unit,
  );
  const head = { cells: columns, edges };
  writeRow({ document, parent: table }, "TH", head);
  const leastHeight = given.leastHeight ?? 0;
  for (const cells of rows) {
    writeRow({ document, parent: table }, "TD", { cells, edges, leastHeight }, head);
  }
  table.end();
  document.moveDown(1);
}

/** Cells and where each begins, from the left of the page. */
type PdfRow = { cells: string[]; edges: number[]; leastHeight?: number };

/** Where what is written on a page ends. */
function foot(document: PdfDocument): number {
  return document.page.height - document.page.margins.bottom;
}

/** On a page it goes on to, a table says its columns again: to the eye only, its structure has them once. */
function writeRow(
  { document, parent }: PdfPlace,
  tag: "TH" | "TD",
  { cells, edges, leastHeight = 0 }: PdfRow,
  head?: PdfRow,
): void {
  const row = document.struct("TR");
  parent.add(row);
  const height = Math.max(heightOf(document, tag, { cells, edges }), leastHeight);
  if (document.y + height > foot(document)) {
    document.addPage();
    if (head) writeHeadAgain(document, head);
  }
  const top = document.y;
  document.font(fontOf(tag)).fontSize(bodySize);
  for (const index of cells.keys()) {
    row.add(document.struct(tag, {}, [() => writeCell(document, { cells, edges }, index, top)]));
  }
  row.end();
  writeLineUnder(document, tag, top + height);
}

function writeHeadAgain(document: PdfDocument, head: PdfRow): void {
  const height = heightOf(document, "TH", head);
  const top = document.y;
  document.markContent("Artifact", { type: "Pagination" });
  document.font(fontOf("TH")).fontSize(bodySize);
  for (const index of head.cells.keys()) writeCell(document, head, index, top);
  document.endMarkedContent();
  writeLineUnder(document, "TH", top + height);
}

function fontOf(tag: "TH" | "TD"): string {
  return tag === "TH" ? "Helvetica-Bold" : "Helvetica";
}

function widthOfCell(document: PdfDocument, edges: readonly number[], index: number): number {
  const right = document.page.width - margin;
  return (edges[index + 1] ?? right) - (edges[index] ?? margin) - 8;
}

function heightOf(document: PdfDocument, tag: "TH" | "TD", { cells, edges }: PdfRow): number {
  document.font(fontOf(tag)).fontSize(bodySize);
  const heights = cells.map((cell, index) =>
    document.heightOfString(plain(cell), { width: widthOfCell(document, edges, index) }),
  );
  return Math.max(...heights, bodySize) + 7;
}

function writeCell(document: PdfDocument, { cells, edges }: PdfRow, index: number, top: number) {
  document.text(plain(cells[index] ?? ""), edges[index] ?? margin, top + 3, {
    width: widthOfCell(document, edges, index),
  });
}

function writeLineUnder(document: PdfDocument, tag: "TH" | "TD", top: number): void {
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(margin, top)
    .lineTo(document.page.width - margin, top)
    .lineWidth(tag === "TH" ? 1.2 : 0.4)
    .stroke("#000000");
  document.endMarkedContent();
  document.y = top;
}
