import "server-only";
import { type PdfDocument, pdfMargin, plain } from "./pdf-document";
import { drawRule, makeRoom, textHeight, type Writing, widthOf } from "./pdf-writing";

type Boxes = { options: string[]; columns: 1 | 2 };
type Grid = { columns: string[]; rows: string[] };

type Row = { options: string[]; height: number; width: number };

/** Options by line, read across; a line is as high as its longest. */
export function boxRows({ document, size }: Writing, { options, columns }: Boxes): Row[] {
  const width = widthOf(document) / columns;
  const count = Math.ceil(options.length / columns);
  return Array.from({ length: count }, (_, index) => {
    const own = options.slice(index * columns, (index + 1) * columns);
    const heights = own.map((text) => textHeight(document, text, false, size, width - size * 2));
    return { options: own, width, height: Math.max(...heights) + size * 0.45 };
  });
}

export function writeBoxes(writing: Writing, block: Boxes): void {
  const { document, parent, size } = writing;
  const list = document.struct("L");
  parent.add(list);
  for (const { options, height, width } of boxRows(writing, block)) {
    makeRoom(document, height);
    const top = document.y;
    for (const [index, text] of options.entries()) {
      const left = pdfMargin + index * width;
      const item = document.struct("LI");
      list.add(item);
      const box = () => drawBox(document, left, top, size);
      item.add(document.struct("Lbl", { alt: writing.box }, [box]));
      const words = () => {
        document.font("Helvetica").fontSize(size);
        document.text(plain(text), left + size * 1.5, top, { width: width - size * 2 });
      };
      item.add(document.struct("LBody", {}, [words]));
      item.end();
    }
    document.y = top + height;
  }
  list.end();
  document.y += size * 0.3;
}

function drawBox(document: PdfDocument, left: number, top: number, size: number): void {
  document
    .lineWidth(0.9)
    .rect(left, top - size * 0.08, size, size)
    .stroke("#000000");
}

type GridLine = { label: string; height: number };

export function gridLines({ document, size }: Writing, { columns, rows }: Grid): GridLine[] {
  const { label, cell } = gridWidths(document, columns.length);
  const heads = columns.map((text) => textHeight(document, text, true, size * 0.9, cell - 6));
  const head = { label: "", height: Math.max(...heads) + size * 0.5 };
  return [
    head,
    ...rows.map((text) => ({
      label: text,
      height: textHeight(document, text, false, size, label - 6) + size * 0.7,
    })),
  ];
}

function gridWidths(document: PdfDocument, columns: number): { label: number; cell: number } {
  const label = widthOf(document) * 0.4;
  return { label, cell: (widthOf(document) - label) / columns };
}

export function writeGrid(writing: Writing, block: Grid): void {
  const { document, parent, size } = writing;
  const { label, cell } = gridWidths(document, block.columns.length);
  const table = document.struct("Table");
  parent.add(table);
  for (const [index, line] of gridLines(writing, block).entries()) {
    makeRoom(document, line.height);
    const top = document.y;
    const row = document.struct("TR");
    table.add(row);
    const words = () => {
      document.font("Helvetica").fontSize(size);
      document.text(plain(line.label), pdfMargin, top + size * 0.3, { width: label - 6 });
    };
    row.add(document.struct(index === 0 ? "TD" : "TH", {}, line.label ? [words] : []));
    for (const [at, column] of block.columns.entries()) {
      const left = pdfMargin + label + at * cell;
      const box = () => drawBox(document, left, top + size * 0.3, size);
      const head = () => {
        document.font("Helvetica-Bold").fontSize(size * 0.9);
        document.text(plain(column), left, top, { width: cell - 6 });
      };
      if (index === 0) row.add(document.struct("TH", {}, [head]));
      else
        row.add(document.struct("TD", { alt: `${writing.box}, ${line.label}, ${column}` }, [box]));
    }
    row.end();
    drawRule(document, pdfMargin, top + line.height, widthOf(document));
    document.y = top + line.height;
  }
  table.end();
  document.y += size * 0.7;
}
