import "server-only";
import PDFDocument from "pdfkit";

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

const margin = 42;
const [bodySize, headingSize, titleSize] = [10, 13, 20];

/**
 * A sheet of titles, paragraphs and tables as a tagged PDF (1.7): language, title and structure (H1, H2,
 * P, Table with TH and TD) are in it, so that a screen reader reads it in order. A4.
 */
export async function writePdf(sheet: PdfSheet): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    layout: sheet.landscape ? "landscape" : "portrait",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: plain(sheet.title), CreationDate: sheet.madeAt, Creator: "Cowloting" },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  const root = document.struct("Document");
  document.addStructure(root);
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
  root.end();
  document.end();
  return finished;
}

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc["struct"]>;

/** Elements are hung on a parent that is in the document already: their content is then written at once. */
type Place = { document: Doc; parent: Element };

function writeLine({ document, parent }: Place, tag: string, text: string, size: number): void {
  const write = () => {
    document.font(tag === "P" ? "Helvetica" : "Helvetica-Bold").fontSize(size);
    document.text(plain(text), margin, document.y, { width: document.page.width - 2 * margin });
    document.moveDown(0.5);
  };
  parent.add(document.struct(tag, {}, [write]));
}

function writeTable({ document, parent }: Place, { columns, rows }: PdfTable): void {
  const table = document.struct("Table");
  parent.add(table);
  writeRow({ document, parent: table }, "TH", columns);
  for (const row of rows) writeRow({ document, parent: table }, "TD", row);
  table.end();
  document.moveDown(1);
}

function writeRow({ document, parent }: Place, tag: "TH" | "TD", cells: string[]): void {
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

/** The standard fonts know Windows-1252: narrow spaces become plain ones, letters beyond lose their marks. */
function plain(text: string): string {
  return Array.from(text.replace(/\u202f/g, "\u00a0"), (letter) => {
    if (isWritable(letter)) return letter;
    const bare = letter.normalize("NFD").charAt(0);
    return isWritable(bare) ? bare : "?";
  }).join("");
}

const beyondLatin1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

function isWritable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || beyondLatin1.includes(letter)
  );
}
