import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  kindOfRange,
  monthsIn,
  nextPeriod,
  periodAround,
  periodQuery,
  readPeriod,
} from "@/lib/reports/events/periods/rules";

const today = day("2026-11-30");
const asked = (over = {}) => ({ periode: "", jour: "", du: "", au: "", ...over });
const range = (first: string, last: string) => ({ first: day(first), last: day(last) });

test("a month, a quarter, a civil year and a school year around a day, both ends included", () => {
  expect(periodAround("month", day("2028-02-10"))).toEqual(range("2028-02-01", "2028-02-29"));
  expect(periodAround("quarter", day("2026-11-30"))).toEqual(range("2026-10-01", "2026-12-31"));
  expect(periodAround("year", day("2026-11-30"))).toEqual(range("2026-01-01", "2026-12-31"));
  expect(periodAround("school_year", day("2026-08-31"))).toEqual(range("2025-09-01", "2026-08-31"));
  expect(periodAround("school_year", day("2026-09-01"))).toEqual(range("2026-09-01", "2027-08-31"));
});

test("whatever the day, it is in its period, and the next day after is in another", () => {
  const kinds = ["month", "quarter", "year", "school_year"] as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...kinds), (count, kind) => {
      const on = addDays(day("2000-01-01"), count);
      const { first, last } = periodAround(kind, on);
      expect(first <= on && on <= last).toBe(true);
      expect(periodAround(kind, addDays(last, 1)).first).toBe(addDays(last, 1));
    }),
  );
});

test("the months a period touches, in order", () => {
  expect(monthsIn(range("2026-11-15", "2027-01-02"))).toEqual([
    "2026-11-01",
    "2026-12-01",
    "2027-01-01",
  ]);
  expect(monthsIn(range("2026-11-15", "2026-11-15"))).toEqual(["2026-11-01"]);
});

test("unless told, it is the civil year of today; around another day when one is told", () => {
  expect(readPeriod(asked(), today)).toEqual({
    ...{ kind: "year", around: today, isValid: true, problem: null },
    range: range("2026-01-01", "2026-12-31"),
  });
  expect(readPeriod(asked({ periode: "month", jour: "2025-02-03" }), today)).toMatchObject({
    range: range("2025-02-01", "2025-02-28"),
  });
  expect(
    readPeriod(asked({ periode: "dates", du: "2026-01-05", au: "2026-01-05" }), today),
  ).toMatchObject({ range: range("2026-01-05", "2026-01-05"), isValid: true });
});

test("another usual period is shown where the page has one", () => {
  const usual = { kind: "month", around: day("2026-10-31") } as const;
  expect(readPeriod(asked(), today, usual)).toMatchObject({
    ...{ kind: "month", isValid: true },
    range: range("2026-10-01", "2026-10-31"),
  });
  expect(readPeriod(asked({ periode: "siècle" }), today, usual)).toMatchObject({
    ...{ kind: "month", isValid: false, problem: "unknownKind" },
  });
});

test("months or days alone, without a kind, are whole months or two dates", () => {
  const read = (du: string, au: string) => readPeriod(asked({ du, au }), today);
  expect(read("2025-12", "2026-02")).toMatchObject({
    ...{ kind: "dates", isValid: true },
    range: range("2025-12-01", "2026-02-28"),
  });
  expect(read("2026-02", "").range).toEqual(range("2026-02-01", "2026-02-28"));
  expect(read("2026-02-03", "2026-02-09").range).toEqual(range("2026-02-03", "2026-02-09"));
  expect(read("", "2026-02").problem).toBe("unreadableDates");
  expect(read("9999-12", "9999-12").problem).toBe("unreadableDates");
});

test("a period is called by what it is the whole of, and an address asks for it again", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 400 }),
      (at, days) => {
        const first = addDays(day("2002-01-01"), at);
        const any = { first, last: addDays(first, days) };
        for (const of of [
          any,
          periodAround("school_year", first),
          periodAround("quarter", first),
        ]) {
          const query = new URLSearchParams(periodQuery({ kind: kindOfRange(of), range: of }));
          const again = { ...asked(), ...Object.fromEntries(query) };
          expect(readPeriod(again, today)).toMatchObject({ range: of, isValid: true });
        }
      },
    ),
  );
  expect(kindOfRange(range("2026-09-01", "2027-08-31"))).toBe("school_year");
  expect(kindOfRange(range("2026-02-01", "2026-02-28"))).toBe("month");
  expect(kindOfRange(range("2026-02-01", "2026-02-27"))).toBe("dates");
});

test("the period after begins the day after, and is of the same kind or as long", () => {
  const quarter = range("2026-10-01", "2026-12-31");
  expect(nextPeriod({ kind: "quarter", range: quarter })).toEqual(
    range("2027-01-01", "2027-03-31"),
  );
  expect(nextPeriod({ kind: "dates", range: range("2026-02-01", "2026-02-10") })).toEqual(
    range("2026-02-11", "2026-02-20"),
  );
});

test.each([
  ["an unknown kind", { periode: "siècle" }, "unknownKind"],
  ["a day that is none", { periode: "month", jour: "2026-02-30" }, "unreadableDay"],
  ["a day of another age", { periode: "year", jour: "1789-07-14" }, "unreadableDay"],
  ["dates turned round", { periode: "dates", du: "2026-02-02", au: "2026-02-01" }, "turnedRound"],
  ["one date", { periode: "dates", du: "2026-02-02" }, "unreadableDates"],
  ["more than three years", { periode: "dates", du: "2020-01-01", au: "2026-01-01" }, "tooLong"],
])("%s is said to be no period, and why, and the civil year is shown", (_what, over, problem) => {
  expect(readPeriod(asked(over), today)).toMatchObject({
    ...{ kind: "year", isValid: false, problem },
    range: range("2026-01-01", "2026-12-31"),
  });
});
