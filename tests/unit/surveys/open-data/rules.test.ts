import { expect, test } from "vitest";
import type { Figures } from "@/lib/surveys/figures/schema";
import { codeBookOf, csvOfFigures } from "@/lib/surveys/open-data/rules";

const figures: Figures = {
  responses: 40,
  tables: [
    {
      question: "interet",
      kind: "parts",
      base: 40,
      lines: [
        { values: ["certain", "non"], count: 30 },
        { values: [""], count: 10 },
      ],
      batch: 2,
    },
    {
      question: "freins",
      kind: "choices",
      base: 40,
      lines: [{ values: ["prix"], count: null }],
      batch: 2,
    },
  ],
  withheld: [],
  residence: {
    lines: [
      { communes: ["46001", "46182"], respondents: 20 },
      { communes: ["46225"], respondents: 15 },
    ],
    batch: 2,
  },
  wished: { lines: [{ communes: ["46225"], respondents: 33, wishes: 41 }], batch: 2 },
  desks: {
    lines: [
      {
        communes: ["46182"],
        respondents: 33,
        personDays: 52.4,
        desks: { low: 5, central: 5, high: 7 },
      },
    ],
    targetOccupancy: 0.7,
    fewestDesksOccupancy: 0.8,
    mostDesksOccupancy: 0.5,
    batch: 2,
  },
};
const words = {
  label: (question: string, value: string) => (value === "" ? "none" : `${question} ${value}`),
  commune: (insee: string) => `commune ${insee}`,
  delimiter: "," as const,
};
const linesOf = (text: string) => text.replace("\uFEFF", "").trim().split("\r\n");

test("the file has one line of a table a row, codes and words side by side", () => {
  const [header, ...rows] = linesOf(csvOfFigures(figures, words));
  expect(header?.split(",").slice(0, 6)).toEqual([
    "table",
    "question",
    "values",
    "label",
    "respondents",
    "base",
  ]);
  expect(rows[0]).toBe("answers,interet,certain|non,interet certain | interet non,30,40,,,,,2,");
  expect(rows[1]).toBe("answers,interet,no_answer,none,10,40,,,,,2,");
  expect(rows[3]).toBe("residence,,46001|46182,commune 46001 | commune 46182,20,35,,,,,2,");
});

test("a number too small to be told is empty, and so are the respondents of the desks", () => {
  const rows = linesOf(csvOfFigures(figures, words));
  expect(rows[3]).toBe("answers,freins,prix,freins prix,,40,,,,,2,");
  expect(rows[7]).toBe("desks,,46182,commune 46182,,,52,5,5,7,2,");
});

test("communes named are told in wishes, never in the people they are judged by; as respondents where a batch stored them so", () => {
  const file = csvOfFigures(figures, words);
  expect(linesOf(file)).toContain("wished,,46225,commune 46225,,,,,,,2,41");
  expect(file).not.toContain("33");
  const before = { lines: [{ communes: ["46225"], respondents: 33 }], batch: 2 };
  expect(linesOf(csvOfFigures({ ...figures, wished: before }, words))).toContain(
    "wished,,46225,commune 46225,33,,,,,,2,",
  );
});

test("the base of where people live is the sum of its lines, and communes named have none", () => {
  const rows = linesOf(csvOfFigures(figures, words)).map((row) => row.split(","));
  const of = (table: string) => rows.filter(([name]) => name === table);
  expect(of("residence").map((row) => [row[4], row[5]])).toEqual([
    ["20", "35"],
    ["15", "35"],
  ]);
  expect(of("wished").map((row) => [row[4], row[5]])).toEqual([["", ""]]);
});

test("a label that looks like a formula is a text", () => {
  const label = () => "=HYPERLINK(1)";
  expect(csvOfFigures(figures, { ...words, label })).toContain("'=HYPERLINK(1)");
});

test("the code book says every column, every code once used, and the rules", () => {
  const rows = linesOf(
    codeBookOf(figures, {
      ...words,
      header: ["code", "meaning"],
      column: (name) => `about ${name}`,
      question: (id) => `asks ${id}`,
      notes: ["five at least"],
    }),
  );
  expect(rows).toContain("respondents,about respondents");
  expect(rows).toContain("interet,asks interet");
  expect(rows).toContain("interet=no_answer,none");
  expect(rows.at(-1)).toBe(",five at least");
});
