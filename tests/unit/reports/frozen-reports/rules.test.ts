import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, parametersOf, sourceRows } from "@/lib/reports/frozen-reports/rules";
import type { ReportRows } from "@/lib/reports/indicators/schema";
import { aStay, countingOf, someRows } from "../../../support/report-rows";

const { range } = countingOf("2026-06-01", "2026-06-30");

test("the same values give the same text, whatever the order of keys and of rows", () => {
  const on = new Date("2026-06-16T06:30:00Z");
  const one = { rows: [{ on, id: "a" }, { id: "b" }], of: new Map([["k", 1]]), none: undefined };
  const other = { of: [["k", 1]], rows: [{ id: "b" }, { id: "a", on }] };
  expect(canonicalText(one)).toBe(canonicalText(other));
});

test("other values give another text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const plain = (value: unknown) => JSON.parse(canonicalText(value));
      fc.pre(JSON.stringify(plain(one)) !== JSON.stringify(plain(other)));
      expect(canonicalText(one)).not.toBe(canonicalText(other));
    }),
  );
});

test("who came is apart from what was booked, so that a booking that loses its person changes one only", () => {
  const stay = aStay({ on: "2026-06-16", companions: 2 });
  const before = sourceRows(someRows({ bookings: [stay] }), range);
  const gone = { ...stay, personId: null, companions: 0 };
  const after = sourceRows(someRows({ bookings: [gone] }), range);
  expect(canonicalText(after.bookings)).toBe(canonicalText(before.bookings));
  expect(canonicalText(after.presences)).not.toBe(canonicalText(before.presences));
});

test("bookings of the ninety days that end the period count, others do not", () => {
  const own = [aStay({ on: "2026-04-02" }), aStay({ on: "2026-06-30" })];
  const others = [aStay({ on: "2026-04-01" }), aStay({ on: "2026-07-01" })];
  const rows = sourceRows(someRows({ bookings: [...own, ...others] }), range);
  expect(rows.bookings).toEqual(own.map(({ id }) => expect.objectContaining({ id })));
});

test("a closure of another year, or a member who did not come, changes nothing of what was signed", () => {
  const rows = someRows({ bookings: [aStay({ on: "2026-06-16" })] });
  const [luzech, ...others] = rows.spaces;
  if (!luzech) throw new Error("no space");
  const closed = (on: string) => ({
    ...luzech,
    closures: [
      {
        startsAt: new Date(`${on}T00:00:00Z`),
        endsAt: new Date(`${on}T22:00:00Z`),
        announcedAt: new Date("2026-01-01T00:00:00Z"),
      },
    ],
  });
  const told = (own: Partial<ReportRows>) => {
    const { calendars, profiles } = sourceRows({ ...rows, ...own }, range);
    return canonicalText({ calendars, profiles });
  };
  const plain = told({});
  const somebody = { id: "zoe", communeId: null, situation: null, past: [] };
  expect(told({ spaces: [closed("2027-01-01"), ...others], people: [somebody] })).toBe(plain);
  expect(told({ spaces: [closed("2026-06-09"), ...others] })).not.toBe(plain);
  expect(told({ people: [{ ...somebody, id: "ana" }] })).not.toBe(plain);
});

test("what is kept of the count is the thresholds of the definitions and what travel supposes", () => {
  expect(parametersOf(someRows())).toMatchObject({
    ...{ smallestGroup: 5, activeDays: 90, regularDays: 4 },
    reboundPercent: 31,
  });
});
