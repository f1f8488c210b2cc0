import "server-only";
import { pdfMargin as margin, openPdf, type PdfPlace, plain } from "./pdf-document";

export type PdfTable = {
  heading: string;
  columns: string[];
  rows: string[][];
  /** Said instead of an empty table. */
  none: string;
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
  for (const table of sheet.tables) {
    write("H2", table.heading, headingSize);
    if (table.rows.length === 0) write("P", table.none);
    else writeTable({ document, parent: root }, table);
  }
  for (const text of sheet.end) write("P", text);
  return finish();
}

function writeLine({ document, parent }: PdfPlace, tag: string, text: string, size: number): void {
  const write = () => {
    document.font(tag === "P" ? "Helvetica" : "Helvetica-Bold").fontSize(size);
    document.text(plain(text), margin, document.y, { width: document.page.width - 2 * margin });
    document.moveDown(0.5);
  };
  parent.add(document.struct(tag, {}, [write]));
}

function writeTable({ document, parent }: PdfPlace, { columns, rows }: PdfTable): void {
  const table = document.struct("Table");
  parent.add(table);
  writeRow({ document, parent: table }, "TH", columns);
  for (const row of rows) writeRow({ document, parent: table }, "TD", row);
  table.end();
  document.moveDown(1);
}

function writeRow({ document, parent }: PdfPlace, tag: "TH" | "TD", cells: string[]): void {
  const row = document.struct("TR");
  parent.add(row);
  const width = (document.page.width - 2 * margin) / cells.length;
  document.font(tag === "TH" ? "Helvetica-Bold" : "Helvetica").fontSize(bodySize);
  const heights = cells.map((cell) => document.heightOfString(plain(cell), { width: width - 8 }));
  const height = Math.max(...heights, bodySize) + 7;
  if (document.y + height > document.page.height - margin) document.addPage();
  const top = document.y;
  for (const [index, cell] of cells.entries()) {
    const write = () => {
      document.text(plain(cell), margin + index * width, top + 3, { width: width - 8 });
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
