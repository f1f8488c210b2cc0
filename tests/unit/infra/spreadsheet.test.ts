import fc from "fast-check";
import { expect, test } from "vitest";
import { type SpreadsheetCell, writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { readSpreadsheet } from "@/tests/support/read-spreadsheet";

const made = { language: "fr", madeAt: new Date("2026-07-01T10:00:00Z") };
const oneSheet = (rows: SpreadsheetCell[][], name = "Feuille") =>
  readSpreadsheet(writeSpreadsheet([{ name, blocks: [{ head: ["a", "b"], rows }] }], made));

test("numbers are numbers and words are words, in sheets with their names, for another parser", () => {
  const file = readSpreadsheet(
    writeSpreadsheet(
      [
        {
          name: "Postes à prévoir",
          blocks: [
            { head: ["Autour de", "Central"], rows: [["Luzech", 5]] },
            { head: ["Part"], rows: [[{ share: 0.25 }]] },
          ],
        },
        { name: "Prix", blocks: [{ head: ["Prix"], rows: [["5 €"]] }] },
      ],
      made,
    ),
  );
  expect(file.first).toMatchObject({
    name: "mimetype",
    method: 0,
    text: "application/vnd.oasis.opendocument.spreadsheet",
  });
  expect(file.sheets.map(({ name, rows }) => [name, rows])).toEqual([
    [
      "Postes à prévoir",
      [
        ["Autour de", "Central"],
        ["Luzech", 5],
        [null, null],
        ["Part", null],
        [0.25, null],
      ],
    ],
    ["Prix", [["Prix"], ["5 €"]]],
  ]);
});

test("a text that begins like a formula is marked as a text, and nothing is a formula", () => {
  const hostile = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "\uff1d1", '<b>&"'];
  const { sheets } = oneSheet(hostile.map((text) => [text]));
  const read = sheets[0]?.rows.slice(1).map(([cell]) => cell);
  expect(read).toEqual([...hostile.slice(0, 6).map((text) => `'${text}`), '<b>&"']);
  expect(sheets[0]?.formulas).toEqual([]);
});

test("whatever the words are the file reads back, without the letters XML has not", () => {
  const words = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (texts, name) => {
      const { sheets } = oneSheet(
        texts.map((text) => [text, 1]),
        name,
      );
      expect(sheets).toHaveLength(1);
      expect(sheets[0]?.rows).toHaveLength(texts.length + 1);
      expect(sheets[0]?.name.length).toBeGreaterThan(0);
    }),
  );
  expect(oneSheet([["a\u0000b\ud800c"]]).sheets[0]?.rows[1]?.[0]).toBe("abc");
});

test("a name with no letter XML has is a dash, and one that differs by such letters is another", () => {
  const sheet = (name: string) => ({ name, blocks: [{ head: ["a"], rows: [] }] });
  const file = writeSpreadsheet(["\u0000", "Prix", "Pr\u0001ix"].map(sheet), made);
  expect(readSpreadsheet(file).sheets.map(({ name }) => name)).toEqual(["-", "Prix", "2 Prix"]);
});

test("two sheets never have one name, and a long one is cut", () => {
  const sheet = (name: string) => ({ name, blocks: [{ head: ["a"], rows: [] }] });
  const names = ["Prix [€]", "Prix [€]", "x".repeat(50), `${"x".repeat(50)}y`].map(sheet);
  const read = readSpreadsheet(writeSpreadsheet(names, made)).sheets.map(({ name }) => name);
  expect(new Set(read).size).toBe(4);
  expect(read.every((name) => name.length <= 31 && !/[[\]*?:/\\']/.test(name))).toBe(true);
});
