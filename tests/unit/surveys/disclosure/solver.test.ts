import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coveredLines,
  hiddenCounts,
  type PublishedLine,
  type PublishedRow,
  publishedCounts,
  publishedRanges,
  publishedRows,
} from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { type KnownSum, toldBy } from "@/tests/support/disclosure-solver";

// Small thresholds and tables: what is exact is slow, and a rule that leaks leaks on a small table.
const least = 3;
const cell = fc.integer({ min: 0, max: 6 });
const tables = fc.integer({ min: 2, max: 3 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 4,
  }),
);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const isExposed = (value: number) => value > 0 && value < least;
const nameOf = (row: string, column: string) => `${row} ${column}`;

function tableOf(lines: number[][]) {
  return new Map(
    lines.map((cells, row) => [
      `r${row}`,
      new Map(cells.map((value, column) => [`k${column}`, value])),
    ]),
  );
}
type Table = ReturnType<typeof tableOf>;

/** What is known: each published row by column, the total of every row, the total of every column. */
function knownOf(table: Table, published: readonly PublishedRow[]): KnownSum[] {
  const columns = [...new Set([...table.values()].flatMap((cells) => [...cells.keys()]))];
  const valueAt = (row: string, column: string) => table.get(row)?.get(column) ?? 0;
  const known = (pairs: [string, string][]): KnownSum => ({
    of: pairs.map(([row, column]) => nameOf(row, column)),
    sum: sum(pairs.map(([row, column]) => valueAt(row, column))),
  });
  const rows = [...table.keys()];
  return [
    ...published.flatMap(({ keys }) =>
      columns.map((column) => known(keys.map((row) => [row, column]))),
    ),
    ...rows.map((row) => known(columns.map((column) => [row, column]))),
    ...columns.map((column) => known(rows.map((row) => [row, column]))),
  ];
}

function truthOf(table: Table): Map<string, number> {
  return new Map(
    [...table].flatMap(([row, cells]) =>
      [...cells].map(([column, value]) => [nameOf(row, column), value] as const),
    ),
  );
}

const exposed = (told: ReadonlyMap<string, number>) =>
  [...told].filter(([, value]) => isExposed(value));

describe("the solver", () => {
  test("a planted weak suppression is found out: one hidden cell, its margins told", () => {
    const table = tableOf([
      [2, 6],
      [5, 4],
    ]);
    const others: KnownSum[] = [...truthOf(table)]
      .filter(([name]) => name !== "r0 k0")
      .map(([name, value]) => ({ of: [name], sum: value }));
    const told = toldBy(truthOf(table), [...others, ...knownOf(table, [])]);
    expect(exposed(told)).toEqual([["r0 k0", 2]]);
  });

  test("a planted group of rows with everybody in one column is found out by its totals", () => {
    const table = tableOf([
      [2, 0],
      [1, 0],
    ]);
    const weak = [
      {
        keys: ["r0", "r1"],
        cells: new Map([
          ["k0", 3],
          ["k1", 0],
        ]),
      },
    ];
    expect(exposed(toldBy(truthOf(table), knownOf(table, weak)))).toEqual([
      ["r0 k0", 2],
      ["r1 k0", 1],
    ]);
  });

  test("two by two with all four hidden and margins told has other solutions", () => {
    const table = tableOf([
      [2, 1],
      [1, 2],
    ]);
    expect(toldBy(truthOf(table), knownOf(table, [])).size).toBe(0);
  });
});

describe("whoever knows all that is published and every margin", () => {
  test("tells no cell below the threshold of a table by commune", () => {
    fc.assert(
      fc.property(tables, (lines) => {
        const table = tableOf(lines);
        const published = publishedRows(table, least, (row) => `g${Number(row.slice(1)) % 2}`);
        if (published === null) return;
        expect(exposed(toldBy(truthOf(table), knownOf(table, published)))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("nor once one more respondent has come", () => {
    fc.assert(
      fc.property(tables, fc.nat(3), fc.nat(2), (lines, row, column) => {
        const more = lines.map((cells, at) =>
          cells.map((value, index) =>
            at === row % lines.length && index === column % cells.length ? value + 1 : value,
          ),
        );
        const table = tableOf(more);
        const published = publishedRows(table, least, () => "all") ?? [];
        for (const { cells } of published) {
          expect([...cells.values()].filter(isExposed)).toEqual([]);
        }
        if (published.length === 0) return;
        expect(exposed(toldBy(truthOf(table), knownOf(table, published)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("tells no group of a distribution, nor a stretch of an ordered one", () => {
    const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, (list) => {
        const entries = list.map((value, index) => [`v${index}`, value] as const);
        const truth = new Map(entries);
        const lines = (publishedCounts(truth, smallestGroup) ?? []).map(({ keys, count }) => ({
          of: keys,
          sum: count,
        }));
        const ranges = (publishedRanges(entries, smallestGroup) ?? []).map((range) => ({
          of: entries
            .map(([key]) => key)
            .slice(Number(range.first.slice(1)), Number(range.last.slice(1)) + 1),
          sum: range.count,
        }));
        for (const known of [lines, ranges]) {
          if (known.length === 0) continue;
          expect(sum(known.map((each) => each.sum))).toBe(sum(list));
          const small = [...toldBy(truth, known)].filter(
            ([, value]) => value > 0 && value < smallestGroup,
          );
          expect(small).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("tells no commune of a list whose total is told, although each says whether it has answers", () => {
    const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(values, (list) => {
        const truth = new Map(list.map((value, index) => [`c${index}`, value]));
        const hidden = hiddenCounts(truth, least);
        const left = sum([...hidden].map((key) => truth.get(key) ?? 0)) - hidden.size;
        // Where even all together are too tight, the caller tells nothing at all.
        if (hidden.size === 0 || left < least) return;
        const known = [
          { of: [...truth.keys()], sum: sum(list) },
          ...[...truth]
            .filter(([key]) => !hidden.has(key))
            .map(([key, value]) => ({ of: [key], sum: value })),
        ];
        const floors = new Map([...hidden].map((key) => [key, 1]));
        const told = toldBy(truth, known, floors);
        expect([...told].filter(([key, value]) => hidden.has(key) && isExposed(value))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  /** Coverage as both pages tell it: one partition, all respondents beside, fewer than `least` where put together. */
  function coverageKnown(counts: ReadonlyMap<string, number>, lines: readonly PublishedLine[]) {
    const isLarge = (key: string) => (counts.get(key) ?? 0) >= least;
    const bounded = lines.filter(({ keys }) => !keys.some(isLarge)).flatMap(({ keys }) => keys);
    const page = lines.map(({ keys, count }) => ({ of: keys, sum: count }));
    return {
      known: [...page, ...page, { of: [...counts.keys()], sum: sum([...counts.values()]) }],
      ceilings: new Map(bounded.map((key) => [key, least - 1])),
    };
  }

  test("tells no commune of the gauge and the diagnosis side by side, knowing that small ones are small", () => {
    const territory = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(1)), {
      ...{ minLength: 2, maxLength: 6 },
    });
    fc.assert(
      fc.property(territory, (drawn) => {
        const counts = new Map(drawn.map(([count], index) => [`c${index}`, count]));
        const groupOf = (key: string) => `g${drawn[Number(key.slice(1))]?.[1]}`;
        const lines = coveredLines(counts, least, groupOf, (key) => Number(key.slice(1)));
        if (!lines) return;
        const { known, ceilings } = coverageKnown(counts, lines);
        expect(exposed(toldBy(counts, known, new Map(), ceilings))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("finds the planted groups: two at their most, and ones that are each said to have answers", () => {
    const full = new Map([
      ["a", 2],
      ["b", 2],
    ]);
    const told = coverageKnown(full, [{ keys: ["a", "b"], count: 4 }]);
    expect(toldBy(full, told.known, new Map(), told.ceilings)).toEqual(full);
    const ones = new Map(["a", "b", "c", "d", "e"].map((key) => [key, 1]));
    const floors = ones;
    expect(toldBy(ones, [{ of: [...ones.keys()], sum: 5 }], floors)).toEqual(ones);
    expect(toldBy(ones, [{ of: [...ones.keys()], sum: 5 }]).size).toBe(0);
  });
});
