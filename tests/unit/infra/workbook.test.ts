import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { type SpreadsheetCell, writeSpreadsheet } from "@/lib/infra/spreadsheet";
import { writeWorkbook } from "@/lib/infra/workbook";
import { formulaTexts } from "@/tests/support/formula-texts";
import { readSpreadsheet } from "@/tests/support/read-spreadsheet";
import { readWorkbook } from "@/tests/support/read-workbook";

const made = {
  title: "Rapport & chiffres",
  language: "fr",
  madeAt: new Date("2026-07-01T10:00:00Z"),
};
const sheet = (rows: SpreadsheetCell[][], name = "Chiffres") => ({
  name,
  blocks: [{ head: ["a", "b"], rows }],
});
const oneSheet = (rows: SpreadsheetCell[][], name?: string) =>
  readWorkbook(writeWorkbook([sheet(rows, name)], made));

test("another parser reads numbers as numbers, shares as percentages, days as dates, words as words", () => {
  const cells: SpreadsheetCell[] = [
    -2.5,
    { share: 0.25 },
    { day: day("2026-06-15") },
    "Luzech",
    null,
    7,
  ];
  const [read] = oneSheet([cells]).sheets;
  expect(read?.rows[1]).toEqual([
    { value: -2.5, format: "General" },
    { value: 0.25, format: "0.00%" },
    // The number of that day in the calendar of spreadsheets.
    { value: 46188, format: "yyyy\\-mm\\-dd" },
    { value: "Luzech", format: "@" },
    { value: null, format: "General" },
    { value: 7, format: "General" },
  ]);
});

test("the day of an OpenDocument sheet is a date too", () => {
  const ods = writeSpreadsheet([sheet([[{ day: day("2026-06-15") }, null, 1]])], made);
  expect(readSpreadsheet(ods).sheets[0]?.rows[1]).toEqual(["2026-06-15", null, 1]);
});

test("it says its title and language, and has no macro, no link and no part from outside", () => {
  const file = readWorkbook(writeWorkbook([sheet([]), sheet([], "Définitions")], made));
  expect(file).toMatchObject({ title: "Rapport & chiffres", language: "fr", outside: [] });
  expect(file.sheets.map(({ name }) => name)).toEqual(["Chiffres", "Définitions"]);
  expect(file.types.filter((type) => /macro|vba|external|connection/i.test(type ?? ""))).toEqual(
    [],
  );
  expect(file.names.filter((name) => /vba|macro|external/i.test(name))).toEqual([]);
});

test("of more than five hundred hostile texts none is a formula, in either spreadsheet", () => {
  expect(formulaTexts.length).toBeGreaterThan(500);
  const rows = formulaTexts.map((text) => [text, 1]);
  const [xlsx] = oneSheet(rows).sheets;
  const [ods] = readSpreadsheet(writeSpreadsheet([sheet(rows)], made)).sheets;
  expect([xlsx?.formulas, ods?.formulas]).toEqual([[], []]);
  const words = xlsx?.rows.slice(1).map(([cell]) => String(cell?.value)) ?? [];
  expect(words).toHaveLength(formulaTexts.length);
  const starts = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
  expect(words.filter((text) => starts.test(text))).toEqual([]);
  expect(ods?.rows.slice(1).filter(([text]) => starts.test(String(text)))).toEqual([]);
  expect(xlsx?.rows.slice(1).every(([, cell]) => cell?.value === 1)).toBe(true);
});

test("a text that looks like the code of a letter stays as typed", () => {
  expect(oneSheet([["_x000D_ et _x0041_"]]).sheets[0]?.rows[1]?.[0]?.value).toBe(
    "_x000D_ et _x0041_",
  );
});

test("whatever the words are the workbook reads back", () => {
  const words = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (texts, name) => {
      const { sheets } = oneSheet(
        texts.map((text) => [text, 1]),
        name,
      );
      expect(sheets[0]?.rows).toHaveLength(texts.length + 1);
      expect(sheets[0]?.rows.slice(1).every(([, cell]) => cell?.value === 1)).toBe(true);
    }),
  );
});

test("columns past the twenty-sixth have two letters", () => {
  const wide = Array.from({ length: 60 }, (_, index) => index);
  expect(oneSheet([wide]).sheets[0]?.rows[1]?.map(({ value }) => value)).toEqual(wide);
});
