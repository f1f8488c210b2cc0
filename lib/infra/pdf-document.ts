import "server-only";
import PDFDocument from "pdfkit";

export type PdfDocument = InstanceType<typeof PDFDocument>;
export type PdfElement = ReturnType<PdfDocument["struct"]>;

/** Elements are hung on a parent that is in the document already: their content is then written at once. */
export type PdfPlace = { document: PdfDocument; parent: PdfElement };

/** Of every side, in points. */
export const pdfMargin = 42;

type Opening = {
  title: string;
  /** BCP 47, of the words in it. */
  language: string;
  landscape?: boolean;
  /** When it was made, for its metadata. */
  madeAt: Date;
  /** Pages can be gone back to before it is finished, to say how many there are. */
  keepsPages?: boolean;
};

/** An A4 tagged PDF (1.7) with its language and title, to be written under `root`, then finished. */
export function openPdf(opening: Opening): {
  document: PdfDocument;
  root: PdfElement;
  finish: () => Promise<Buffer>;
} {
  const document = new PDFDocument({
    size: "A4",
    layout: opening.landscape ? "landscape" : "portrait",
    margin: pdfMargin,
    pdfVersion: "1.7",
    tagged: true,
    lang: opening.language,
    displayTitle: true,
    bufferPages: opening.keepsPages ?? false,
    info: { Title: plain(opening.title), CreationDate: opening.madeAt, Creator: "Cowloting" },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  const root = document.struct("Document");
  document.addStructure(root);
  const finish = () => {
    root.end();
    document.end();
    return finished;
  };
  return { document, root, finish };
}

/** The standard fonts know Windows-1252: narrow spaces become plain ones, letters beyond lose their marks. */
export function plain(text: string): string {
  return Array.from(text.replace(/\u202f/g, "\u00a0"), (letter) => {
    if (isWritable(letter)) return letter;
    // « ₂ » is a 2, « č » a c.
    const bare = letter.normalize("NFKD").charAt(0);
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
