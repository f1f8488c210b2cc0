import "server-only";
import { pdfMargin as margin, openPdf, type PdfPlace, plain } from "./pdf-document";

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

function writeSection(place: PdfPlace, table: PdfTable): void {
  const { document } = place;
  if (document.y > document.page.height - roomForHeading) document.addPage();
  if (table.isPart) writeLine(place, "H3", table.heading, bodySize + 1);
  else writeLine(place, "H2", table.heading, headingSize);
  for (const text of table.lead ?? []) writeLine(place, "P", text, bodySize);
  // Without columns it is words only.
  if (table.rows.length > 0) writeTable(place, table);
  else if (table.columns.length > 0) writeLine(place, "P", table.none, bodySize);
  for (const text of table.notes ?? []) writeLine(place, "P", text, bodySize - 1);
}

function writeLine({ document, parent }: PdfPlace, tag: string, text: string, size: number): void {
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
  writeRow({ document, parent: table }, "TH", { cells: columns, edges });
  for (const cells of rows) writeRow({ document, parent: table }, "TD", { cells, edges });
  table.end();
  document.moveDown(1);
}

/** Cells and where each begins, from the left of the page. */
type PdfRow = { cells: string[]; edges: number[] };

function writeRow(
  { document, parent }: PdfPlace,
  tag: "TH" | "TD",
  { cells, edges }: PdfRow,
): void {
  const row = document.struct("TR");
  parent.add(row);
  const right = document.page.width - margin;
  const widthOf = (index: number) => (edges[index + 1] ?? right) - (edges[index] ?? margin) - 8;
  document.font(tag === "TH" ? "Helvetica-Bold" : "Helvetica").fontSize(bodySize);
  const heights = cells.map((cell, index) =>
    document.heightOfString(plain(cell), { width: widthOf(index) }),
  );
  const height = Math.max(...heights, bodySize) + 7;
  if (document.y + height > document.page.height - margin) document.addPage();
  const top = document.y;
  for (const [index, cell] of cells.entries()) {
    const write = () => {
      document.text(plain(cell), edges[index] ?? margin, top + 3, { width: widthOf(index) });
    };
    row.add(document.struct(tag, {}, [write]));
  }
  row.end();
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(margin, top + height)
    .lineTo(document.page.width - margin, top + height)
    .lineWidth(tag === "TH" ? 1.2 : 0.4)
    .stroke("#000000");
  document.endMarkedContent();
  document.y = top + height;
}
