import { describe, expect, test } from "vitest";
import {
  hiddenCounts,
  mayShowShare,
  publishedCounts,
  publishedParts,
  publishedRanges,
  publishedRows,
  shownCount,
  shownPart,
} from "@/lib/surveys/disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "@/lib/surveys/disclosure/schema";

// What a solver finds is in solver.test.ts, beside this one.
const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));

describe("a distribution", () => {
  test("values of five or more are shown, smaller ones together", () => {
    expect(publishedCounts(counts({ a: 20, b: 7, c: 3, d: 4 }), smallestGroup)).toEqual([
      { keys: ["a"], count: 20 },
      { keys: ["b"], count: 7 },
      { keys: ["c", "d"], count: 7 },
    ]);
  });

  test("one small value is never alone: the smallest of the others joins it", () => {
    expect(publishedCounts(counts({ a: 20, b: 7, c: 3 }), smallestGroup)).toEqual([
      { keys: ["a"], count: 20 },
      { keys: ["b", "c"], count: 10 },
    ]);
  });

  test("values put together that their sum would tell, one each or four each, take another along", () => {
    const ones = { b: 1, c: 1, d: 1, e: 1, f: 1 };
    expect(publishedCounts(counts({ a: 20, g: 7, ...ones }), smallestGroup)).toEqual([
      { keys: ["a"], count: 20 },
      { keys: ["b", "c", "d", "e", "f", "g"], count: 12 },
    ]);
    expect(publishedCounts(counts(ones), smallestGroup)).toBeNull();
    const fours = { b: 4, c: 4, d: 4 };
    expect(publishedCounts(counts({ a: 20, ...fours }), smallestGroup)).toEqual([
      { keys: ["a", "b", "c", "d"], count: 32 },
    ]);
    expect(publishedCounts(counts({ a: 20, ...fours, d: 2 }), smallestGroup)).toEqual([
      { keys: ["a"], count: 20 },
      { keys: ["b", "c", "d"], count: 10 },
    ]);
  });

  test("fewer than five in all are not shown at all; nobody is nothing to hide", () => {
    expect(publishedCounts(counts({ a: 3, b: 1 }), smallestGroup)).toBeNull();
    expect(publishedCounts(counts({ a: 5, b: 0 }), smallestGroup)).toEqual([
      { keys: ["a"], count: 5 },
    ]);
  });
});

describe("a table by commune", () => {
  const bourgOf = (commune: string) => (commune.startsWith("L") ? "Luzech" : "Prayssac");
  const rows = (table: Record<string, Record<string, number>>) =>
    new Map(Object.entries(table).map(([key, cells]) => [key, counts(cells)]));

  test("a commune whose every cell is eleven or more is by itself, the others around their bourg", () => {
    const table = rows({
      P1: { am: 15, pm: 20 },
      L1: { am: 6, pm: 7 },
      L2: { am: 5, pm: 6 },
    });
    const published = publishedRows(table, smallestCrossedGroup, bourgOf);
    expect(published?.map(({ keys }) => keys)).toEqual([["P1"], ["L1", "L2"]]);
    expect(Object.fromEntries(published?.[1]?.cells ?? [])).toEqual({ am: 11, pm: 13 });
  });

  test("what is still too small around its bourg joins the rest, with a safe row if it must", () => {
    const table = rows({ P1: { am: 15, pm: 20 }, P2: { am: 30, pm: 30 }, L1: { am: 2, pm: 0 } });
    const published = publishedRows(table, smallestCrossedGroup, bourgOf);
    expect(published?.map(({ keys }) => keys)).toEqual([["P2"], ["L1", "P1"]]);
  });

  test("a table too small as a whole is not shown", () => {
    expect(
      publishedRows(rows({ P1: { am: 3, pm: 20 } }), smallestCrossedGroup, bourgOf),
    ).toBeNull();
  });
});

test("a percentage needs a base of thirty", () => {
  expect(mayShowShare(29)).toBe(false);
  expect(mayShowShare(30)).toBe(true);
});

describe("a table whose rows' totals are known elsewhere", () => {
  const rows = (table: Record<string, Record<string, number>>) =>
    new Map(Object.entries(table).map(([key, cells]) => [key, counts(cells)]));

  test("rows that have everybody in one column are not put together: their totals would tell them", () => {
    const table = rows({ A: { am: 6, pm: 0 }, B: { am: 5, pm: 0 }, C: { am: 20, pm: 30 } });
    const published = publishedRows(table, smallestCrossedGroup, () => "all");
    expect(published?.map(({ keys }) => keys)).toEqual([["A", "B", "C"]]);
  });
});

describe("counts of which the whole is told", () => {
  test("what is small is hidden with as many more as leave each at least five values", () => {
    const hidden = hiddenCounts(counts({ a: 3, b: 40, c: 7, d: 0 }), smallestGroup);
    expect([...hidden]).toEqual(["a", "c"]);
  });

  test("five communes of one answer each would be told by their sum: more are hidden", () => {
    const ones = { a: 1, b: 1, c: 1, d: 1, e: 1 };
    expect(hiddenCounts(counts(ones), smallestGroup).size).toBe(5);
    expect(hiddenCounts(counts({ ...ones, f: 6, g: 9 }), smallestGroup).has("f")).toBe(true);
  });

  test("with nothing small nothing is hidden but what is withheld", () => {
    expect(hiddenCounts(counts({ a: 5, b: 6 }), smallestGroup).size).toBe(0);
    expect([...hiddenCounts(counts({ a: 5, "": 2 }), smallestGroup, [""])]).toEqual([""]);
  });
});

describe("an ordered distribution", () => {
  const ranges = (list: number[]) =>
    publishedRanges(
      list.map((count, index) => [String(index), count] as const),
      smallestGroup,
    )?.map(({ first, last, count }) => [first, last, count]);

  test("it is cut where there are five people; the end goes with what is before", () => {
    expect(ranges([2, 3, 0, 7, 1])).toEqual([
      ["0", "1", 5],
      ["2", "4", 8],
    ]);
  });

  test("fewer than five in all are not shown", () => {
    expect(ranges([2, 2])).toBeUndefined();
    expect(ranges([])).toBeUndefined();
  });
});

test("one to four are not told, nor what leaves one to four of a whole", () => {
  expect([0, 1, 4, 5].map((count) => shownCount(count, smallestGroup))).toEqual([0, null, null, 5]);
  expect([0, 5, 6, 7, 10].map((part) => shownPart(part, 10, smallestGroup))).toEqual([
    0,
    5,
    null,
    null,
    10,
  ]);
});

test("those without an answer are a line of theirs, with others only while they are few", () => {
  expect(publishedParts(counts({ "": 20, a: 9, b: 2 }), smallestGroup, "")).toEqual([
    { keys: ["a", "b"], count: 11 },
    { keys: [""], count: 20 },
  ]);
  expect(publishedParts(counts({ "": 2, a: 9, b: 6 }), smallestGroup, "")).toEqual([
    { keys: ["a"], count: 9 },
    { keys: ["", "b"], count: 8 },
  ]);
  expect(publishedParts(counts({ "": 20, a: 2 }), smallestGroup, "")).toBeNull();
});
