import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedAt, followedLines } from "@/lib/surveys/disclosure/followed/rules";
import { type PublishedLine, publishedCounts } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { differencesOf } from "@/lib/surveys/publications/rules";

const linesOf = (counts: ReadonlyMap<string, number>) =>
  publishedCounts(counts, smallestGroup) ?? [];
const told = (counted: readonly CountedAt[]) => followedLines(counted, linesOf, smallestGroup);
const inBatch = (batch: number, counts: Record<string, number>): CountedAt[] =>
  Object.entries(counts).map(([key, count]) => ({ key, batch, count }));
const countsIn = (lines: readonly PublishedLine[]) =>
  Object.fromEntries(lines.map((line) => [line.keys.join("+"), line.count]));

describe("from one batch to the next", () => {
  const first = inBatch(1, { prayssac: 11, luzech: 12, albas: 8 });

  test("who came alone to a line is not told: it stays, others follow", () => {
    const next = [...first, ...inBatch(2, { prayssac: 1, luzech: 9, albas: 4 })];
    expect(countsIn(told(next))).toEqual({ prayssac: 11, luzech: 21, albas: 8 });
  });

  test("a line follows once five are new in it", () => {
    const next = [...first, ...inBatch(2, { prayssac: 1, luzech: 9, albas: 4 })];
    const later = [...next, ...inBatch(3, { prayssac: 5, albas: 1 })];
    expect(countsIn(told(later))).toEqual({ prayssac: 17, luzech: 21, albas: 13 });
  });

  test("those not yet told are never so few that another table tells them", () => {
    const next = [...first, ...inBatch(2, { prayssac: 1, luzech: 9 })];
    expect(countsIn(told(next))).toEqual({ prayssac: 11, luzech: 12, albas: 8 });
  });

  test("putting others together in between gives nobody away two batches later", () => {
    const batches = [
      ...inBatch(1, { a: 10, b: 3, c: 4 }),
      ...inBatch(2, { c: 8 }),
      ...inBatch(3, { a: 1, b: 4 }),
    ];
    expect(countsIn(told(batches.filter((each) => each.batch < 3)))).toEqual({ c: 12, "a+b": 13 });
    expect(countsIn(told(batches))).toEqual({ c: 12, "a+b": 13 });
  });
});

const keys = ["a", "b", "c", "d", "e"];
const histories = fc
  .array(
    fc.array(fc.constantFrom("a", "a", "a", "b", "b", ...keys), { minLength: 5, maxLength: 30 }),
    { minLength: 2, maxLength: 6 },
  )
  .map((batches) =>
    batches.flatMap((came, index) => came.map((key) => ({ key, batch: index + 1, count: 1 }))),
  );

/** Groups of one to four that somebody who looked at all of them subtracts, and those not yet told. */
function isolated(counted: readonly CountedAt[], tell: typeof told): number[] {
  const numbers = [...new Set(counted.map(({ batch: number }) => number))];
  const looks = numbers.map((number) => {
    const come = counted.filter((each) => each.batch <= number);
    return { lines: tell(come), all: come.length };
  });
  const between = looks.flatMap(({ lines }, index) =>
    looks.slice(index + 1).flatMap((later) => differencesOf(lines, later.lines)),
  );
  const waiting = looks.map(({ lines, all }) =>
    lines.length === 0 ? 0 : all - lines.reduce((sum, { count }) => sum + count, 0),
  );
  return [...between, ...waiting].filter((count) => count !== 0 && Math.abs(count) < smallestGroup);
}

describe("whoever looks at every batch", () => {
  test("isolates fewer than five between no two of them", () => {
    fc.assert(
      fc.property(histories, (counted) => {
        expect(isolated(counted, told)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("would isolate some, were lines made anew each time: the search finds it", () => {
    const naive = (counted: readonly CountedAt[]) => {
      const counts = Map.groupBy(counted, ({ key }) => key);
      return [...linesOf(new Map([...counts].map(([key, own]) => [key, own.length])))];
    };
    const search = fc.check(
      fc.property(histories, (counted) => isolated(counted, naive).length === 0),
      { numRuns: 100 },
    );
    expect(search.failed).toBe(true);
  });

  test("reads lines that are behind by four at most for each that was told once", () => {
    fc.assert(
      fc.property(histories, (counted) => {
        const lines = told(counted);
        const all = counted.length;
        const behind = all - lines.reduce((sum, { count }) => sum + count, 0);
        expect(behind).toBeGreaterThanOrEqual(0);
        if (lines.length > 0) expect(behind).toBeLessThan(all);
      }),
      { numRuns: 200 },
    );
  });
});
