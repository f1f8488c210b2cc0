import Papa from "papaparse";
import { expect, test } from "vitest";
import {
  codeBookOfSheets,
  csvOfSheets,
  type ExportWords,
  roundedCell,
} from "@/lib/surveys/diagnosis/exports/rules";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";

const sheet: MetricSheet = {
  id: "km_evites",
  title: "=Kilomètres",
  findings: ["Moins."],
  formula: "2 × détour × (a − b)",
  base: "Base : 12 répondants.",
  caveat: "Répondants, non représentatif de la population.",
  suppositions: [
    { label: "Détour", value: "1,3", dated: "valeur d’origine" },
    { label: "+Rebond", value: "0,31", dated: "changé le 14 juillet 2026" },
  ],
  tables: [
    {
      id: "km",
      caption: "Par mois",
      head: "Mesure",
      columns: [
        { key: "km", label: "Kilomètres", unit: "kilometres" },
        { key: "share", label: "Part", unit: "share" },
      ],
      rows: [{ key: "a", label: "-Luzech; « Albas »", cells: [-12.53, "moins de 5"] }],
    },
  ],
  none: "Rien.",
};
const words: ExportWords = { header: (key) => key, unit: (unit) => unit, decimal: "," };
const read = (csv: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, delimiter }).data;

test("a cell is a row, a number or the words that stand for it, with its base and caveat", () => {
  const csv = csvOfSheets([sheet], words);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const [km, share, end] = read(csv.slice(1), ";");
  expect(km).toMatchObject({ value: "-12,5", unit: "kilometres", words: "", base: sheet.base });
  expect(share).toMatchObject({ value: "", words: "moins de 5", caveat: sheet.caveat });
  expect(end).toEqual({ metric: "" });
});

test("a text that begins like a formula is marked as a text; a number below zero is a number", () => {
  const [km] = read(csvOfSheets([sheet], words).slice(1), ";");
  expect(km).toMatchObject({ title: "'=Kilomètres", row: "'-Luzech; « Albas »" });
  const [english] = read(csvOfSheets([sheet], { ...words, decimal: "." }).slice(1), ",");
  expect(english?.["value"]).toBe("-12.5");
});

test("the code book says each formula, and line by line what it supposes with its date", () => {
  const lines = read(codeBookOfSheets([sheet], words).slice(1), ";");
  expect(lines.slice(0, 2)).toMatchObject([
    { metric: "km_evites", formula: sheet.formula, supposition: "Détour", supposedValue: "1,3" },
    { supposition: "'+Rebond", dated: "changé le 14 juillet 2026" },
  ]);
  const plain = read(codeBookOfSheets([{ ...sheet, suppositions: [] }], words).slice(1), ";");
  expect(plain[0]).toMatchObject({ formula: sheet.formula, supposition: "" });
});

test("a number of a file is rounded as on the screen, below zero as above", () => {
  expect(roundedCell(52.0613, "days")).toBe(52.1);
  expect(roundedCell(-0.25, "kilometres")).toBe(-0.3);
  expect(roundedCell(0.33333, "share")).toBe(0.33);
  expect(roundedCell(12.346, "euros")).toBe(12.35);
  expect(roundedCell("moins de 5", "days")).toBe("moins de 5");
});
