import { expect, test } from "vitest";
import type { Figures, ResultTable } from "@/lib/surveys/figures/schema";
import { highlightsOf, partIn, tableOf } from "@/lib/surveys/highlights/rules";

const parts = (question: string, lines: [string[], number][]): ResultTable => ({
  question,
  kind: "parts",
  base: lines.reduce((sum, [, count]) => sum + count, 0),
  lines: lines.map(([values, count]) => ({ values, count })),
  batch: 1,
});
const figures = (tables: ResultTable[]): Figures => ({
  responses: 40,
  tables,
  withheld: [],
  residence: { lines: [], batch: 1 },
  wished: { lines: [], batch: 1 },
  desks: {
    lines: [],
    targetOccupancy: 0.7,
    fewestDesksOccupancy: 0.8,
    mostDesksOccupancy: 0.5,
    batch: 1,
  },
});

test("those who would certainly or probably come are added from the published lines", () => {
  const interest = parts("interet", [
    [["certain"], 12],
    [["probable"], 18],
    [["non"], 10],
  ]);
  expect(highlightsOf(figures([interest])).interested).toEqual({
    count: 30,
    base: 40,
    share: 0.75,
  });
});

test("a line put together with another says nothing of its half", () => {
  const interest = parts("interet", [
    [["probable"], 18],
    [["certain", "non"], 6],
  ]);
  expect(partIn(interest, ["certain", "probable"])).toBeNull();
  expect(partIn(undefined, ["certain"])).toBeNull();
});

test("of fewer than thirty no percentage is said", () => {
  const few = parts("interet", [[["certain"], 12]]);
  expect(partIn(few, ["certain"])).toEqual({ count: 12, base: 12, share: null });
});

test("prices from ten euros are counted of those who named one", () => {
  const price = parts("prix_demi_bon", [
    [["5_9"], 20],
    [["10_14"], 10],
    [["15_19"], 5],
    [[""], 5],
  ]);
  expect(highlightsOf(figures([price])).fairFromTen).toEqual({
    count: 15,
    base: 35,
    share: 15 / 35,
  });
});

test("a choice too small to be told is never the first one", () => {
  const slots: ResultTable = {
    question: "creneaux",
    kind: "choices",
    base: 20,
    lines: [
      { values: ["lun:matin"], count: null },
      { values: ["mar:matin"], count: 9 },
    ],
    batch: 1,
  };
  expect(highlightsOf(figures([slots])).busiest).toBe("mar:matin");
  expect(tableOf(figures([slots]), "none")).toBeUndefined();
});
