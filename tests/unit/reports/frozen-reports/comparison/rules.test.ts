import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { plain, withhold } from "@/lib/reports/figures/making/rules";
import type { Figure } from "@/lib/reports/figures/schema";
import {
  type Counted,
  changesOf,
  differencesOf,
} from "@/lib/reports/frozen-reports/comparison/rules";
import { reportSources, type SourceHashes } from "@/lib/reports/frozen-reports/schema";
import { monthInput } from "@/lib/reports/schema";

const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const same = Object.fromEntries(reportSources.map((source) => [source, "same"])) as SourceHashes;
const soon = { signedIn: monthInput.parse("2026-07"), current: monthInput.parse("2026-07") };
const late = { ...soon, current: monthInput.parse("2027-08") };

const days = (value: number): Figure =>
  plain({ indicator: "personDays", measure: "days", unit: "person_day" }, null, value);
const slots = (value: number): Figure =>
  plain({ indicator: "offeredCapacity", measure: "deskSlots", unit: "slot" }, null, value);

function counted(figures: Figure[], own: Partial<Counted> = {}): Counted {
  const report = {
    range: june,
    counted: june,
    definitionsVersion: 1,
    travelAssumptionsVersion: 1,
    places: [],
    figures,
  };
  return { report, parameters: { smallestGroup: 5 }, sources: same, ...own };
}

test("the same numbers are identical, whatever the order of a sum of halves and thirds", () => {
  const kept = counted([days(0.1 + 0.2), slots(40)]);
  expect(differencesOf(kept, counted([slots(40), days(0.3)]), late)).toEqual([]);
});

test("a number that differs says what it was, what it is, and what it is counted from that changed", () => {
  const kept = counted([days(12), slots(40)]);
  const sources = { ...same, bookings: "other", wishes: "other" };
  expect(differencesOf(kept, counted([days(13), slots(40)], { sources }), soon)).toMatchObject([
    {
      figure: { measure: "days" },
      kept: { value: 12 },
      counted: { value: 13 },
      reasons: ["bookings"],
    },
  ]);
});

test("after thirteen months who came is gone, and the number says so", () => {
  const sources = { ...same, presences: "other" };
  const now = counted([days(0)], { sources });
  expect(differencesOf(counted([days(12)]), now, late)).toMatchObject([
    { reasons: ["people_gone"] },
  ]);
  expect(differencesOf(counted([days(12)]), now, soon)).toMatchObject([{ reasons: ["presences"] }]);
});

test("a number nobody can count any more says why, whatever it was counted from", () => {
  const gone = withhold(
    { indicator: "attendance", measure: "participants", unit: "person" },
    null,
    "people_gone",
  );
  const kept = counted([{ ...gone, value: 12, withheld: null }]);
  expect(differencesOf(kept, counted([gone]), late)).toMatchObject([{ reasons: ["people_gone"] }]);
});

test("another rate for a thousand inhabitants, or another rounding, is another number", () => {
  const kept = days(12);
  const sources = { ...same, communes: "other" };
  for (const own of [{ perThousand: 4.6 }, { nearest: 5 }]) {
    const now = counted([{ ...kept, ...own }], { sources });
    expect(differencesOf(counted([kept]), now, soon)).toHaveLength(1);
  }
});

test("hours are a reason for days of presence, and first days for newcomers", () => {
  const newcomers = plain({ indicator: "newUsers", measure: "persons", unit: "person" }, null, 12);
  const changed = { ...same, calendars: "other", firsts: "other" };
  const now = counted([days(10), { ...newcomers, value: 11 }], { sources: changed });
  expect(differencesOf(counted([days(5), newcomers]), now, soon)).toMatchObject([
    { reasons: ["calendars"] },
    { reasons: ["firsts"] },
  ]);
});

test("another version of the definitions, other thresholds, and delays that are over are reasons too", () => {
  const other = counted([days(12)], { parameters: { smallestGroup: 6 } });
  other.report.definitionsVersion = 2;
  expect(changesOf(counted([days(12)]), other, late)).toEqual([
    "definitions",
    "parameters",
    "delay_over",
  ]);
});

test("a number there was not, or is no more, differs", () => {
  expect(differencesOf(counted([]), counted([days(1)]), soon)).toMatchObject([
    { kept: null, counted: { value: 1 }, reasons: ["unexplained"] },
  ]);
  expect(differencesOf(counted([days(1)]), counted([]), soon)).toMatchObject([{ counted: null }]);
});
