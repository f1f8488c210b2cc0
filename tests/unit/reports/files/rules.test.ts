import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { keptReport } from "@/lib/reports/figures/kept/schema";
import { measureKeyOf, type Report } from "@/lib/reports/figures/schema";
import {
  codeBook,
  columnBook,
  csvOfTables,
  definitionTable,
  figureTable,
  jsonOfReport,
  partCode,
} from "@/lib/reports/files/rules";
import { figureColumns } from "@/lib/reports/files/schema";
import { numberOf } from "@/lib/reports/indicators/catalogue/rules";
import { definitionsVersion } from "@/lib/reports/indicators/schema";
import { formulaTexts, someFormulaTexts } from "@/tests/support/formula-texts";
import { aReportOfChance, documentContext } from "@/tests/support/report-files";

const french = documentContext("fr").words;
const english = documentContext("en").words;
const madeAt = new Date("2026-11-30T10:00:00Z");
const reports = Array.from({ length: 20 }, (_, seed) => aReportOfChance(seed + 1));
const [report = aReportOfChance(1)] = reports;

/** Rows by the name of their column, read by another parser. */
function reread(text: string, delimiter: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter });
  expect(errors).toEqual([]);
  const [head = [], ...rows] = data.filter((row) => row.length > 1);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

const numberFrom = (text: string | undefined, decimal: string) =>
  text === "" || text === undefined ? null : Number(text.replace(decimal, "."));

/** A file has no finer number. */
const millionth = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);

describe("the CSV", () => {
  test.each([
    ["French", french, ";", ","],
    ["English", english, ",", "."],
  ] as const)(
    "in %s is read back by another parser to the very figures",
    (_, words, delimiter, decimal) => {
      for (const each of reports) {
        const rows = reread(csvOfTables([figureTable(each, words)], words.decimal), delimiter);
        expect(rows).toHaveLength(each.figures.length);
        for (const [index, figure] of each.figures.entries()) {
          const row = rows[index] ?? {};
          const amount = (column: (typeof figureColumns)[number]) =>
            numberFrom(row[words.column(column)], decimal);
          const own = { value: amount("value"), of: amount("base"), nearest: amount("nearest") };
          expect(own.value).toBe(millionth(figure.value));
          expect(own.of).toBe(millionth(figure.of));
          expect(own.nearest).toBe(figure.nearest);
          expect(amount("number")).toBe(numberOf(figure.indicator));
          expect(row[words.column("withheld")]).toBe(figure.withheld ?? "");
          expect(row[words.column("without")]).toBe(figure.without.join(" "));
          expect(row[words.column("part")]).toBe(figure.part ? partCode(figure.part) : "");
          expect(row[words.column("measureName")]).toBe(words.measureNamed(measureKeyOf(figure)));
        }
      }
    },
  );

  test("begins with a mark, ends each line as Windows does, and has a decimal comma in French", () => {
    const text = csvOfTables([{ head: ["a", "b"], rows: [[0.5, -2.25]] }], ",");
    expect(text).toBe("\ufeffa;b\r\n0,5;-2,25\r\n");
  });

  test("what is withheld has no value, and says why in a code and in words", () => {
    const withheld = report.figures.flatMap((figure, index) => (figure.withheld ? [index] : []));
    expect(withheld.length).toBeGreaterThan(0);
    const rows = reread(csvOfTables([figureTable(report, french)], ","), ";");
    for (const index of withheld) {
      const row = rows[index] ?? {};
      expect(row["valeur"]).toBe("");
      expect(row["raison"]).not.toBe("");
      expect(row["pourquoi"]).not.toBe("");
    }
  });
});

/** As a spreadsheet takes a cell of a text file for a formula. */
const isFormula = /^[\s\p{Cc}\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

function withNames(names: string[], of: Report): Report {
  const [name = "", other = ""] = names;
  return {
    ...of,
    places: of.places.map((place, index) => ({ ...place, name: index % 2 ? name : other })),
    figures: of.figures.map((figure, index) => {
      const own = names[index % names.length] ?? "";
      const line = { kind: "commune" as const, name: own, communes: [] };
      if (index % 5 === 0) return { ...figure, part: { kind: "residence", line } };
      return index % 5 === 1 ? { ...figure, part: { kind: "theme", theme: own } } : figure;
    }),
  };
}

test("over five hundred hostile names of places, communes and themes, none is a formula and numbers stay numbers", () => {
  expect(new Set(formulaTexts).size).toBeGreaterThan(500);
  const names = [...formulaTexts, ...someFormulaTexts(200, 7)];
  for (let at = 0; at < names.length; at += 100) {
    const hostile = withNames(names.slice(at, at + 100), report);
    const rows = reread(csvOfTables([figureTable(hostile, french)], ","), ";");
    expect(rows).toHaveLength(hostile.figures.length);
    const cells = rows.flatMap((row) => Object.entries(row));
    const numeric = new Set(["valeur", "base", "taux", "numero", "a_pres", "pour_mille"]);
    const taken = cells.filter(([column, cell]) => !numeric.has(column) && isFormula.test(cell));
    expect(taken).toEqual([]);
    const amounts = cells.filter(([column, cell]) => numeric.has(column) && cell !== "");
    expect(amounts.filter(([, cell]) => !/^-?\d+(,\d+)?$/.test(cell))).toEqual([]);
  }
  expect(isFormula.test("=1+1")).toBe(true);
});

test("every column and every code of the figures is in the code book", () => {
  const [columns, codes] = [columnBook(french), codeBook(french)];
  expect(columns.rows.map(([column]) => column)).toEqual(figureColumns.map(french.column));
  expect(columns.rows.every(([, meaning]) => typeof meaning === "string" && meaning !== "")).toBe(
    true,
  );
  const known = new Set(codes.rows.map(([, code]) => code));
  const used = reports.flatMap(({ figures }) =>
    figures.flatMap((figure) => [
      figure.indicator,
      measureKeyOf(figure),
      figure.unit,
      ...(figure.withheld ? [figure.withheld] : []),
      ...(figure.because ? [figure.because] : []),
      ...(figure.part ? [figure.part.kind] : []),
    ]),
  );
  expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([]);
  expect(definitionTable(english).rows).toHaveLength(28);
});

describe("the JSON", () => {
  test("is read back to the very figures, with codes and no word", () => {
    for (const each of reports) {
      const read: {
        schema: string;
        definitionsVersion: number;
        period: unknown;
        figures: Record<string, unknown>[];
      } = JSON.parse(jsonOfReport(each, madeAt));
      expect(read.schema).toBe("cowloting-report/1");
      expect(read).toMatchObject({ definitionsVersion, period: each.range });
      expect(
        read.figures.map(({ value, base, withheld, indicator, measure }) => ({
          ...{ value, base, withheld, indicator, measure },
        })),
      ).toEqual(
        each.figures.map(({ value, of, withheld, indicator, measure }) => ({
          ...{ value, base: of, withheld, indicator, measure },
        })),
      );
    }
  });

  test("a place goes by the last part of its address, the network by none", () => {
    const { figures }: { figures: { place: string | null }[] } = JSON.parse(
      jsonOfReport(report, madeAt),
    );
    const slugs: (string | null)[] = report.places.map(({ slug }) => slug);
    const strange = figures.filter(({ place }) => place !== null && !slugs.includes(place));
    expect(strange).toEqual([]);
    expect(figures.some(({ place }) => place === null)).toBe(true);
  });
});

test("a report kept as JSON is read back to the very same report, and another shape is not one", () => {
  for (const each of reports) {
    const kept: unknown = JSON.parse(JSON.stringify(each));
    expect(keptReport.parse(kept)).toEqual(each);
  }
  expect(keptReport.safeParse({ ...report, figures: [{ value: 1 }] }).success).toBe(false);
});
