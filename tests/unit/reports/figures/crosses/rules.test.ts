import { describe, expect, test } from "vitest";
import type { UntoldBecause } from "@/lib/reports/disclosure/schema";
import {
  crossFigures,
  mayRound,
  type Table,
  toldCrosses,
  withoutBase,
} from "@/lib/reports/figures/crosses/rules";
import { type Month, monthInput } from "@/lib/reports/schema";
import { someRows } from "@/tests/support/report-rows";

const [may, june] = [monthInput.parse("2026-05"), monthInput.parse("2026-06")];
const named = { indicator: "peak", measure: "slots", unit: "slot" } as const;

const table = (counts: number[], isToldTotal = true): Table => ({
  cells: new Map(counts.map((count, at) => [`${at}`, { count, of: 40 }])),
  total: isToldTotal ? counts.reduce((sum, count) => sum + count, 0) : null,
});

const telling = (untold: Record<string, Month[]> = {}) => ({
  rows: someRows(),
  months: [may, june],
  untold: {
    network: new Map<Month, UntoldBecause>(),
    bySpace: new Map(
      Object.entries(untold).map(([id, months]) => [
        id,
        new Map(months.map((month) => [month, "few_people" as const])),
      ]),
    ),
  },
});

/** Luzech has 6 and 14 each month, Prayssac 9 and 6. */
const tableOf = (spaceIds: readonly string[]) => {
  const own = [
    spaceIds.includes("luzech") ? [6, 14] : [0, 0],
    spaceIds.includes("prayssac") ? [9, 6] : [0, 0],
  ];
  return table([0, 1].map((at) => own.reduce((sum, counts) => sum + (counts[at] ?? 0), 0)));
};

const told = (given: ReturnType<typeof telling>, key: string) =>
  Object.fromEntries(
    crossFigures(given, toldCrosses(given, tableOf), named, (each) => each === key).map(
      ({ place, value, without }) => [place ?? "network", [value, without]],
    ),
  );

test("a month of a place is rounded, and longer periods and the network are sums of these", () => {
  expect(told(telling(), "0")).toEqual({
    network: [2 * (5 + 10), []],
    luzech: [2 * 5, []],
    prayssac: [2 * 10, []],
  });
});

test("places that do not tell a month are rounded together in the network's", () => {
  expect(told(telling({ luzech: [may], prayssac: [may] }), "0")).toEqual({
    network: [15 + 5 + 10, []],
    luzech: [5, [may]],
    prayssac: [10, [may]],
  });
});

test("a month of the network is left out where it would bound the parts of a place that tells its total alone", () => {
  // Luzech tells three in all, too few for its parts; Prayssac, hidden, has twenty, and parts together are rounded.
  const month = (parts: number[]) => (spaceIds: readonly string[]) => {
    const prayssac = spaceIds.includes("prayssac") ? parts : [0, 0];
    const luzech = spaceIds.includes("luzech") ? [3, 0] : [0, 0];
    const isTold = !spaceIds.includes("prayssac");
    return table(
      luzech.map((count, at) => count + (prayssac[at] ?? 0)),
      isTold,
    );
  };
  const given = { ...telling({ prayssac: [may] }), months: [may] };
  // « 0 » of the second is two at the most, so that one of the three at the least is of the first.
  expect(toldCrosses(given, month([20, 0])).get(null)?.without).toEqual([may]);
  expect(toldCrosses(given, month([20, 9])).get(null)?.without).toEqual([]);
});

test("a sum says how far it may be from what was counted: five for each month and place it rounds", () => {
  const nearest = (given: ReturnType<typeof telling>) =>
    crossFigures(given, toldCrosses(given, tableOf), named, (key) => key === "0").map((figure) => [
      figure.place ?? "network",
      figure.nearest,
    ]);
  expect(nearest(telling())).toEqual([
    ["network", 20],
    ["luzech", 10],
    ["prayssac", 10],
  ]);
  // In May both places together are one table, and neither tells its own.
  expect(nearest(telling({ luzech: [may], prayssac: [may] }))).toEqual([
    ["network", 15],
    ["luzech", 5],
    ["prayssac", 5],
  ]);
});

describe("parts rounded beside their exact total", () => {
  test("may be told while each may still be none, or five", () => {
    expect(mayRound(table([2, 8, 20]))).toBe(true);
    expect(mayRound(table([14]))).toBe(true);
  });

  test("may not where the total leaves a part no other value than two", () => {
    // 2 and 12 are rounded to 0 and 10: fourteen in all is then 2 and 12.
    expect(mayRound(table([2, 12]))).toBe(false);
    expect(mayRound(table([2, 12], false))).toBe(true);
  });

  test("may not where all that was offered is few", () => {
    const few = new Map([["0", { count: 3, of: 4 }]]);
    expect(mayRound({ cells: few, total: null })).toBe(false);
  });

  test("may not where what is told otherwise of a part leaves one to four of it", () => {
    const of = (known: number) =>
      mayRound({
        cells: new Map([
          ["registered", { count: 10, of: 30 }],
          ["at the door", { count: 12, of: null, known }],
        ]),
        total: 22,
      });
    expect([0, 6, 10].map(of)).toEqual([true, true, true]);
    expect(of(8)).toBe(false);
  });
});

test("parts are told without what they are of", () => {
  const crosses = withoutBase(toldCrosses(telling(), tableOf));
  expect(crosses.get("luzech")?.cells.get("0")).toMatchObject({ count: 10, of: null });
});
