import "server-only";
import { boxRows, gridLines, writeBoxes, writeGrid } from "./pdf-boxes";
import { openPdf, type PdfDocument, pdfMargin, plain } from "./pdf-document";
import { drawRule, makeRoom, textHeight, type Writing, widthOf, writeText } from "./pdf-writing";

/** What a form to fill in with a pen is made of; those of one `keep` stay on one page when they fit. */
export type PdfBlock =
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  | { kind: "text"; text: string; isStrong?: boolean }
  | { kind: "boxes"; options: string[]; columns: 1 | 2 }
  | { kind: "grid"; columns: string[]; rows: string[] }
  /** Room to write: so many lines, or one short one after its words. */
  | { kind: "lines"; count: number }
  | { kind: "blank"; label: string; width: "short" | "long" }
  | { kind: "squares"; alt: string; side: number; isDark: (column: number, row: number) => boolean }
  | { kind: "keep"; blocks: PdfBlock[] };

export type PdfForm = {
  title: string;
  /** BCP 47, of the words in it. */
  language: string;
  blocks: PdfBlock[];
  /** At the foot of every page, with the number of the page and of pages. */
  foot: (page: number, pages: number) => string;
  /** What a reader of screens hears for a box to tick. */
  box: string;
  /** Of plain words, in points. */
  size: number;
  madeAt: Date;
};

const footHeight = 22;
/** From here on nothing on a page is small, in points. */
const largePrint = 14;

/** A form as a tagged PDF (H1 to H3, P, lists of boxes, tables of boxes, figures), A4, its foot on every page. */
export async function writePdfForm(form: PdfForm): Promise<Buffer> {
  const { document, root, finish } = openPdf({ ...form, keepsPages: true });
  document.page.margins.bottom = pdfMargin + footHeight;
  document.on("pageAdded", () => {
    document.page.margins.bottom = pdfMargin + footHeight;
  });
  const writing: Writing = { document, parent: root, size: form.size, box: form.box };
  for (const block of form.blocks) write(writing, block);
  root.end();
  writeFeet(document, form);
  return finish();
}

function writeFeet(document: PdfDocument, { foot, size }: PdfForm): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    // Below the margin, which would otherwise begin another page.
    document.page.margins.bottom = 0;
    document.markContent("Artifact", { type: "Pagination" });
    document.font("Helvetica").fontSize(size > largePrint ? 13 : 8.5);
    const top = document.page.height - pdfMargin - 12;
    document.text(plain(foot(index + 1, count)), pdfMargin, top, { width: widthOf(document) });
    document.endMarkedContent();
  }
}

function write(writing: Writing, block: PdfBlock): void {
  switch (block.kind) {
    case "keep":
      makeRoom(writing.document, heightOf(writing, block));
      for (const each of block.blocks) write(writing, each);
      writing.document.y += writing.size * 0.6;
      break;
    case "heading":
      writeHeading(writing, block);
      break;
    case "text":
      writeText(writing, "P", block.text, block.isStrong ?? false, writing.size);
      break;
    case "boxes":
      writeBoxes(writing, block);
      break;
    case "grid":
      writeGrid(writing, block);
      break;
    case "lines":
      writeLines(writing, block.count);
      break;
    case "blank":
      writeBlank(writing, block);
      break;
    default:
      writeSquares(writing, block);
  }
}

function headingSize({ size }: Writing, level: 1 | 2 | 3): number {
  return size * { 1: 1.8, 2: 1.4, 3: 1.05 }[level];
}

function writeHeading(writing: Writing, { level, text }: PdfBlock & { kind: "heading" }): void {
  const size = headingSize(writing, level);
  // A heading is never the last thing of a page.
  makeRoom(writing.document, size * 4);
  if (level === 2) writing.document.y += writing.size * 0.6;
  writeText(writing, `H${level}`, text, true, size);
}

/** What a block takes of a page, near enough to keep it whole. */
function heightOf(writing: Writing, block: PdfBlock): number {
  const { document, size } = writing;
  const width = widthOf(document);
  switch (block.kind) {
    case "keep":
      return block.blocks.reduce((sum, each) => sum + heightOf(writing, each), 0);
    case "heading": {
      const own = headingSize(writing, block.level);
      return textHeight(document, block.text, true, own, width) + own * 0.4;
    }
    case "text":
      return textHeight(document, block.text, block.isStrong ?? false, size, width) + size * 0.4;
    case "boxes":
      return boxRows(writing, block).reduce((sum, { height }) => sum + height, 0);
    case "grid":
      return gridLines(writing, block).reduce((sum, { height }) => sum + height, 0) + size;
    case "lines":
      return block.count * lineStep(size);
    case "blank":
      return lineStep(size);
    default:
      return squaresWidth;
  }
}

function lineStep(size: number): number {
  return Math.max(size * 2, 24);
}

function writeLines({ document, size }: Writing, count: number): void {
  for (let index = 0; index < count; index += 1) {
    makeRoom(document, lineStep(size));
    document.y += lineStep(size);
    drawRule(document, pdfMargin, document.y, widthOf(document));
  }
  document.y += size * 0.5;
}

function writeBlank(writing: Writing, { label, width }: PdfBlock & { kind: "blank" }): void {
  const { document, parent, size } = writing;
  makeRoom(document, lineStep(size));
  const top = document.y + size * 0.5;
  document.font("Helvetica").fontSize(size);
  const after = pdfMargin + document.widthOfString(plain(label)) + 8;
  const words = () => {
    document.text(plain(label), pdfMargin, top, { lineBreak: false });
  };
  parent.add(document.struct("P", {}, [words]));
  const room = widthOf(document) - (after - pdfMargin);
  drawRule(document, after, top + size, width === "short" ? Math.min(90, room) : room);
  document.y = top + lineStep(size) - size * 0.5;
}

/** Of a code to photograph, in points: some nine centimetres, read from a metre and more. */
const squaresWidth = 264;

function writeSquares({ document, parent }: Writing, block: PdfBlock & { kind: "squares" }): void {
  const { side, isDark, alt } = block;
  makeRoom(document, squaresWidth);
  const squareSize = squaresWidth / side;
  const [left, top] = [(document.page.width - squaresWidth) / 2, document.y];
  const draw = () => {
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        if (!isDark(column, row)) continue;
        document.rect(left + column * squareSize, top + row * squareSize, squareSize, squareSize);
      }
    }
    document.fill("#000000");
  };
  parent.add(document.struct("Figure", { alt: plain(alt) }, [draw]));
  document.y = top + squaresWidth + 12;
}
