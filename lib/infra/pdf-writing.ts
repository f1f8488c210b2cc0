import "server-only";
import { type PdfDocument, type PdfPlace, pdfMargin, plain } from "./pdf-document";

/** Where one writes, the size of plain words, and what a reader of screens hears for a box to tick. */
export type Writing = PdfPlace & { size: number; box: string };

export function widthOf(document: PdfDocument): number {
  return document.page.width - 2 * pdfMargin;
}

export function roomLeft(document: PdfDocument): number {
  return document.page.height - document.page.margins.bottom - document.y;
}

/** Begins another page when so much does not fit on this one. */
export function makeRoom(document: PdfDocument, height: number): void {
  if (height > roomLeft(document) && document.y > pdfMargin) document.addPage();
}

export function fontOf(isStrong: boolean): string {
  return isStrong ? "Helvetica-Bold" : "Helvetica";
}

export function writeText(
  { document, parent }: Writing,
  tag: string,
  text: string,
  isStrong: boolean,
  size: number,
): void {
  const draw = () => {
    document.font(fontOf(isStrong)).fontSize(size);
    document.text(plain(text), pdfMargin, document.y, { width: widthOf(document) });
    document.y += size * 0.4;
  };
  parent.add(document.struct(tag, {}, [draw]));
}

/** Height of a text of that width. */
export function textHeight(
  document: PdfDocument,
  text: string,
  isStrong: boolean,
  size: number,
  width: number,
) {
  document.font(fontOf(isStrong)).fontSize(size);
  return document.heightOfString(plain(text), { width });
}

/** A line nobody reads: to write on, or under a row. */
export function drawRule(document: PdfDocument, left: number, top: number, width: number): void {
  document.markContent("Artifact", { type: "Layout" });
  document
    .moveTo(left, top)
    .lineTo(left + width, top)
    .lineWidth(0.5)
    .stroke("#555555");
  document.endMarkedContent();
}
