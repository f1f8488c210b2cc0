import { all, parsed, unzipped, type XmlNode } from "./read-spreadsheet";

export type WorkbookCell = { value: number | string | null; format: string };

/**
 * What an XLSX workbook holds, read by a parser that shares nothing with its writer: sheets through the
 * relations that name their files, formats of numbers through the styles, and every part there is.
 */
export function readWorkbook(bytes: Uint8Array) {
  const files = unzipped(Buffer.from(bytes));
  const xmlOf = (path: string) => {
    const file = files.find(({ name }) => name === path);
    if (!file) throw new Error(`${path} is not in the workbook`);
    return parsed(file.text);
  };
  const targets = new Map(
    all(xmlOf("xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes["Id"],
      attributes["Target"] ?? "",
    ]),
  );
  const formats = formatsOf(xmlOf("xl/styles.xml"));
  const core = xmlOf("docProps/core.xml");
  const textIn = (name: string) => all(core, name)[0]?.text ?? "";
  return {
    names: files.map(({ name }) => name),
    /** Types of parts that could run or fetch something. */
    types: all(xmlOf("[Content_Types].xml"), "Override").map(
      (each) => each.attributes["ContentType"],
    ),
    outside: files.filter(({ text }) => /TargetMode="External"/.test(text)).map(({ name }) => name),
    title: textIn("dc:title"),
    language: textIn("dc:language"),
    sheets: all(xmlOf("xl/workbook.xml"), "sheet").map(({ attributes }) => {
      const sheet = xmlOf(`xl/${targets.get(attributes["r:id"])}`);
      return {
        name: attributes["name"] ?? "",
        rows: all(sheet, "row").map((row) => cellsOf(row, formats)),
        formulas: all(sheet, "f"),
      };
    }),
  };
}

function formatsOf(styles: XmlNode): string[] {
  const own = new Map(
    all(styles, "numFmt").map(({ attributes }) => [
      attributes["numFmtId"],
      attributes["formatCode"] ?? "",
    ]),
  );
  const builtIn: Record<string, string> = { "0": "General", "10": "0.00%", "49": "@" };
  const [cellFormats] = all(styles, "cellXfs");
  return (cellFormats?.children ?? []).map(({ attributes }) => {
    const id = attributes["numFmtId"] ?? "";
    return own.get(id) ?? builtIn[id] ?? id;
  });
}

/** Cells of a row at the columns they name; those that are not there are null. */
function cellsOf(row: XmlNode, formats: readonly string[]): WorkbookCell[] {
  const cells: WorkbookCell[] = [];
  for (const cell of row.children) {
    const { r = "", s = "0", t } = cell.attributes;
    const column = columnOf(r);
    while (cells.length < column) cells.push({ value: null, format: "General" });
    const text = all(cell, "t")[0]?.text ?? "";
    const value = t === "inlineStr" ? plainText(text) : Number(all(cell, "v")[0]?.text);
    cells.push({ value, format: formats[Number(s)] ?? "" });
  }
  return cells;
}

function columnOf(place: string): number {
  const letters = place.replace(/\d+$/, "");
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** « _x0041_ » is a letter by its code, as Excel reads it. */
function plainText(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
