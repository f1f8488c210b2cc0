import { expect, test } from "vitest";
import {
  beside,
  eachPlace,
  missing,
  ofPlaces,
  people,
  plain,
  share,
  tellingOf,
  toldOf,
  withhold,
} from "@/lib/reports/figures/making/rules";
import { visits } from "@/lib/reports/indicators/presence/rules";
import { monthInput } from "@/lib/reports/schema";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

const named = { indicator: "visits", measure: "visits", unit: "visit" } as const;
const [may, june] = [monthInput.parse("2026-05"), monthInput.parse("2026-06")];
const untold = {
  network: new Map(),
  bySpace: new Map([["luzech", new Map([[may, "few_people"] as const])]]),
};

test("a number is a value, a share, or nothing with the reason", () => {
  expect(plain(named, null, 3)).toMatchObject({ value: 3, of: null, withheld: null });
  expect(plain(named, null, null)).toMatchObject({ value: null, withheld: "no_base" });
  expect(share(named, null, { count: 0, of: 0, share: null })).toMatchObject({
    withheld: "no_base",
  });
  expect(share(named, null, { count: 2, of: 8, share: 0.25 })).toMatchObject({ value: 2, of: 8 });
  expect(withhold(named, null, "few_people")).toMatchObject({
    value: null,
    withheld: "few_people",
  });
  expect(missing(named, "no_trials")).toMatchObject({
    ...{ withheld: "not_collected", because: "no_trials" },
  });
});

test("one to four people are not told, nobody is", () => {
  const told = [0, 1, 4, 5].map((count) => people(named, null, count).value);
  expect(told).toEqual([0, null, null, 5]);
});

test("the network comes first, then each place", () => {
  const values = { network: 9, bySpace: new Map([["luzech", 4]]) };
  expect(eachPlace(values)).toEqual([
    [null, 9],
    ["luzech", 4],
  ]);
  expect(ofPlaces(named, values, (value) => value).map(({ value }) => value)).toEqual([9, 4]);
});

test("a figure says which months it leaves out, and is withheld where they are all", () => {
  const figures = [plain(named, null, 9), plain(named, "luzech", 4)];
  const [network, luzech] = beside({ months: [may, june], untold }, figures);
  expect(network).toMatchObject({ value: 9, without: [] });
  expect(luzech).toMatchObject({ value: 4, without: [may], withheld: null });
  expect(beside({ months: [may], untold }, figures)[1]).toMatchObject({
    ...{ value: null, withheld: "few_people", without: [] },
  });
});

test("a place is counted over the months that may be told of it, the network over its own", () => {
  const rows = someRows({ bookings: [aStay({ on: "2026-05-12" }), aStay({ on: "2026-06-16" })] });
  const counting = countingOf("2026-05-01", "2026-06-30");
  const { network, bySpace } = toldOf(
    tellingOf(rows, counting, { months: [may, june], parted: [], untold, untoldUsers: untold }),
    visits,
  );
  expect([network, bySpace.get("luzech")]).toEqual([2, 1]);
});
