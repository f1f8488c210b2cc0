/** A record of a file: its line or number (from 1), as it came, and its values by folded name of column. */
export type FileRecord = { line: number; text: string; values: Map<string, string> };

/**
 * The text of a file: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252 as old spreadsheets
 * write it. Null for what holds a NUL, which is no text.
 */
export function textOfFile(bytes: Uint8Array): string | null {
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  return text.includes("\0") ? null : text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * Records of a CSV file (RFC 4180) whose first line names its columns; the separator is the one of `;`,
 * `,` and tab that the first line has most. A quote left open ends with the file: nothing is lost.
 */
export function csvRecords(text: string): FileRecord[] {
  const [head = ""] = text.split(/\r?\n|\r/, 1);
  const delimiter = [";", ",", "\t"].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  const [names, ...rows] = rowsOf(text, delimiter);
  if (!names) return [];
  const columns = names.cells.map(columnName);
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ line, raw, cells }) => ({
      ...{ line, text: raw },
      values: new Map(columns.map((name, index) => [name, withoutQuote(cells[index] ?? "")])),
    }));
}

/** How a column is looked for: without case nor what stands around it. */
export function columnName(name: string): string {
  return name.trim().toLowerCase();
}

/** Ours and others put an apostrophe before what looks like a formula; it is no part of the text. */
function withoutQuote(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

type Row = { line: number; raw: string; cells: string[] };

function rowsOf(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let [line, start, at] = [1, 0, 0];
  let cells: string[] = [];
  const endRow = (until: number) => {
    rows.push({ line, raw: text.slice(start, until), cells });
    line += text.slice(start, until).split(/\r?\n|\r/).length;
    cells = [];
  };
  while (at < text.length) {
    const { cell, end } = cellAt(text, at, delimiter);
    cells.push(cell);
    at = end + 1;
    if (text[end] === delimiter) continue;
    endRow(end);
    if (text[end] === "\r" && text[end + 1] === "\n") at += 1;
    start = at;
  }
  if (cells.length > 0) endRow(text.length);
  return rows;
}

/** One cell and where it ends: at a separator, an end of line or the end of the text. */
function cellAt(text: string, from: number, delimiter: string): { cell: string; end: number } {
  let [at, cell] = [from, ""];
  if (text[at] === '"') {
    // Sticky, so that a long file is not copied for each of its cells.
    const quotes = /"((?:[^"]|"")*)(?:"|$)/y;
    quotes.lastIndex = at;
    const quoted = quotes.exec(text);
    cell = (quoted?.[1] ?? "").replaceAll('""', '"');
    at += quoted?.[0].length ?? 1;
  }
  const rest = new RegExp(`[${delimiter}\r\n]`, "g");
  rest.lastIndex = at;
  const end = rest.exec(text)?.index ?? text.length;
  return { cell: cell + text.slice(at, end), end };
}
