import Papa from "papaparse";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { type CsvWords, csvOfReport } from "@/lib/reports/exports/rules";
import type { NetworkReport } from "@/lib/reports/schema";
import { monthInput } from "@/lib/reports/schema";

const may = monthInput.parse("2026-05");
const usage = { offered: 40, booked: 20, occupied: 17, personDays: 9.5, users: 6, guests: 1 };
const name = '=HYPERLINK("x";"y") ; l’atelier\n« du Tour »';
const report: NetworkReport = {
  period: { first: may, last: may },
  countedUntil: day("2026-05-31"),
  spaces: [{ slug: "tour", name, communeName: "Luzech", usage }],
  network: usage,
  residences: [{ kind: "rest", name: "", communes: [], users: 6, perThousand: null }],
  months: [{ month: may, usage, isRunning: false }],
};
const french: CsvWords = {
  label: (key) => `é ${key}`,
  residence: () => "ailleurs",
  decimal: ",",
  tooFew: "moins de 5",
};

test("another parser reads back every figure, accents, quotes and line breaks", () => {
  const text = csvOfReport(report, french);
  expect(text.startsWith("\uFEFF")).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1 + 6 + 6 + 1 + 6);
  expect(data.every((row) => row.length === 6)).toBe(true);
  expect(data[0]).toEqual(
    ["periodStart", "periodEnd", "place", "indicator", "value", "unit"].map((key) => `é ${key}`),
  );
  expect(data[4]).toEqual([
    "2026-05-01",
    "2026-05-31",
    `'${name}`,
    "é personDays",
    "9,5",
    "é days",
  ]);
  expect(data.find((row) => row[3] === "ailleurs")?.[4]).toBe("6");
});

test("in English a point and a comma", () => {
  const text = csvOfReport(report, { ...french, decimal: "." });
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: "," });
  expect(data[4]?.[4]).toBe("9.5");
});

test("a name that looks like a formula is opened as a text", () => {
  expect(csvOfReport(report, french)).not.toMatch(/(^|;)"?=HYPERLINK/m);
});
