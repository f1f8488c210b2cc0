import "server-only";
import { type PdfTable, writeLine, writeSection } from "./pdf";
import { openPdf, type PdfDocument, type PdfElement, pdfMargin, plain } from "./pdf-document";

export type PdfChapter = { heading: string; lead: string[]; tables: PdfTable[] };

export type PdfReport = {
  title: string;
  /** BCP 47, of the words in it. */
  language: string;
  /** Under the title of the cover. */
  cover: string[];
  contents: string;
  chapters: PdfChapter[];
  /** At the foot of every page, with the number of the page and of pages. */
  foot: (page: number, pages: number) => string;
  madeAt: Date;
};

const footHeight = 22;
/** A chapter with less than this to the foot of the page begins on the next. */
const roomForChapter = 240;
const [coverSize, chapterSize, bodySize] = [28, 17, 10];

/**
 * A long report as a tagged PDF (1.7), A4: its cover, its contents with the page of each chapter, its
 * chapters, bookmarks, and its foot on every page. H1 the title, H2 a chapter, H3 a table.
 */
export async function writePdfReport(report: PdfReport): Promise<Buffer> {
  // Drawn once to learn on which page each chapter begins, then again to say it.
  const first = draw(report, []);
  await first.finish();
  return draw(report, first.starts).finish();
}

function draw(report: PdfReport, starts: readonly number[]) {
  const { document, root, finish } = openPdf({ ...report, keepsPages: true });
  const setFoot = () => {
    document.page.margins.bottom = pdfMargin + footHeight;
  };
  setFoot();
  document.on("pageAdded", setFoot);
  writeCover(document, root, report);
  writeContents(document, root, report, starts);
  document.addPage();
  const found = report.chapters.map((chapter) => writeChapter(document, root, chapter));
  root.end();
  writeFeet(document, report);
  return { starts: found, finish };
}

function writeCover(document: PdfDocument, root: PdfElement, { title, cover }: PdfReport): void {
  document.y = document.page.height / 4;
  writeLine({ document, parent: root }, "H1", title, coverSize);
  document.moveDown(1);
  for (const line of cover) writeLine({ document, parent: root }, "P", line, bodySize + 2);
}

function writeContents(
  document: PdfDocument,
  root: PdfElement,
  { contents, chapters }: PdfReport,
  starts: readonly number[],
): void {
  document.addPage();
  writeLine({ document, parent: root }, "H2", contents, chapterSize);
  const list = document.struct("TOC");
  root.add(list);
  for (const [index, { heading }] of chapters.entries()) {
    const top = document.y;
    const width = document.page.width - 2 * pdfMargin;
    const words = () => {
      document.font("Helvetica").fontSize(bodySize + 1);
      document.text(plain(heading), pdfMargin, top, { width: width - 60, continued: false });
      const after = document.y;
      document.text(String(starts[index] ?? ""), pdfMargin, top, { width, align: "right" });
      document.y = Math.max(after, document.y) + 6;
    };
    list.add(document.struct("TOCI", {}, [words]));
  }
  list.end();
}

/** The page it begins on, the first being 1. */
function writeChapter(document: PdfDocument, root: PdfElement, chapter: PdfChapter): number {
  if (document.page.height - document.page.margins.bottom - document.y < roomForChapter) {
    document.addPage();
  } else if (document.y > pdfMargin) {
    document.moveDown(2);
  }
  const { start, count } = document.bufferedPageRange();
  document.outline.addItem(plain(chapter.heading));
  const place = { document, parent: root };
  writeLine(place, "H2", chapter.heading, chapterSize);
  for (const line of chapter.lead) writeLine(place, "P", line, bodySize);
  for (const table of chapter.tables) writeSection(place, { ...table, isPart: true });
  return start + count;
}

function writeFeet(document: PdfDocument, { foot }: PdfReport): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    // Below the margin, which would otherwise begin another page.
    document.page.margins.bottom = 0;
    document.markContent("Artifact", { type: "Pagination" });
    document.font("Helvetica").fontSize(8.5);
    const top = document.page.height - pdfMargin - 12;
    const width = document.page.width - 2 * pdfMargin;
    document.text(plain(foot(index + 1, count)), pdfMargin, top, { width });
    document.endMarkedContent();
  }
}
