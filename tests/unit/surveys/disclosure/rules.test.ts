import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mayShowShare,
  type PublishedRow,
  publishedCounts,
  publishedRows,
} from "@/lib/surveys/disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "@/lib/surveys/disclosure/schema";

const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

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

const cell = fc.integer({ min: 0, max: 30 });

describe("whoever knows all that is published", () => {
  test("recovers no group below the threshold from a distribution, total known", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (values) => {
        const given = new Map(values.map((value, index) => [`v${index}`, value]));
        const published = publishedCounts(given, smallestGroup) ?? [];
        if (published.length === 0) return;
        expect(sum(published.map(({ count }) => count))).toBe(sum(values));
        for (const { keys, count } of published) {
          expect(count).toBeGreaterThanOrEqual(smallestGroup);
          expect(sum(keys.map((key) => given.get(key) ?? 0))).toBe(count);
        }
      }),
    );
  });

  test("recovers no cell below the threshold from a table: each unknown one has several solutions", () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(table, (lines) => {
        const given = new Map(
          lines.map((cells, index) => [
            `c${index}`,
            new Map(cells.map((value, column) => [`k${column}`, value])),
          ]),
        );
        const published = publishedRows(given, smallestCrossedGroup, (key) => `g${key.at(-1)}`);
        const recovered = (published ?? []).flatMap((row) => recoveredOf(row, given));
        const small = recovered.filter((value) => value > 0 && value < smallestCrossedGroup);
        expect(small).toEqual([]);
      }),
    );
  });

  test("adding one respondent never shows a cell below the threshold", () => {
    const table = fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(1), (lines, row, column) => {
        const more = lines.map((cells, index) =>
          cells.map((value, at) =>
            index === row % lines.length && at === column ? value + 1 : value,
          ),
        );
        const given = new Map(
          more.map((cells, index) => [
            `c${index}`,
            new Map(cells.map((value, at) => [`k${at}`, value])),
          ]),
        );
        const published = publishedRows(given, smallestCrossedGroup, () => "all") ?? [];
        const shown = published.flatMap(({ cells }) => [...cells.values()]);
        expect(shown.every((value) => value === 0 || value >= smallestCrossedGroup)).toBe(true);
      }),
    );
  });
});

type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Cells that a solver knowing the sum of a published row is sure of: those that can have one value only. */
function recoveredOf({ keys, cells }: PublishedRow, table: Table): number[] {
  return [...cells].flatMap(([column, count]) => {
    const own = keys.map((key) => table.get(key)?.get(column) ?? 0);
    expect(sum(own)).toBe(count);
    return keys.length === 1 || count === 0 ? own : [];
  });
}
