import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day, daysBetween } from "@/lib/core/day";
import {
  changeOf,
  comparedMonths,
  comparisonOf,
  isWholeMonths,
  previousPeriod,
  sameDatesLastYear,
} from "@/lib/reports/comparisons/rules";
import { periodAround } from "@/lib/reports/events/periods/rules";
import { monthInput } from "@/lib/reports/schema";

const range = (first: string, last: string) => ({ first: day(first), last: day(last) });
const kinds = ["month", "quarter", "year", "school_year"] as const;
const days = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays(day("2000-01-01"), count));
const ranges = fc
  .tuple(days, fc.integer({ min: 0, max: 500 }))
  .map(([first, length]) => ({ first, last: addDays(first, length) }));
const lengthOf = ({ first, last }: { first: Day; last: Day }) => daysBetween(first, last) + 1;

describe("the period before", () => {
  test("of a month is the month before, of a school year the school year before", () => {
    expect(previousPeriod(range("2028-03-01", "2028-03-31"))).toEqual(
      range("2028-02-01", "2028-02-29"),
    );
    expect(previousPeriod(range("2026-09-01", "2027-08-31"))).toEqual(
      range("2025-09-01", "2026-08-31"),
    );
    expect(previousPeriod(range("2000-01-01", "2000-01-31"))).toEqual(
      range("1999-12-01", "1999-12-31"),
    );
  });

  test("of two dates is as many days before them", () => {
    expect(previousPeriod(range("2026-03-10", "2026-03-12"))).toEqual(
      range("2026-03-07", "2026-03-09"),
    );
  });

  test("whatever the kind, is the one that holds the day before it", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...kinds), (on, kind) => {
        const own = periodAround(kind, on);
        expect(isWholeMonths(own)).toBe(true);
        expect(previousPeriod(own)).toEqual(periodAround(kind, addDays(own.first, -1)));
      }),
    );
  });

  test("touches the period without a day between, and has its length unless months are whole", () => {
    fc.assert(
      fc.property(ranges, (own) => {
        const before = previousPeriod(own);
        expect(addDays(before.last, 1)).toBe(own.first);
        expect(isWholeMonths(own) || lengthOf(before) === lengthOf(own)).toBe(true);
        expect(isWholeMonths(own) && !isWholeMonths(before)).toBe(false);
      }),
    );
  });
});

describe("the same dates last year", () => {
  test("keep whole months whole, with 29 February or without", () => {
    expect(sameDatesLastYear(range("2028-02-01", "2028-02-29"))).toEqual(
      range("2027-02-01", "2027-02-28"),
    );
    expect(sameDatesLastYear(range("2029-02-01", "2029-02-28"))).toEqual(
      range("2028-02-01", "2028-02-29"),
    );
    expect(sameDatesLastYear(range("2026-12-01", "2027-01-31"))).toEqual(
      range("2025-12-01", "2026-01-31"),
    );
  });

  test("of any two dates are theirs, 29 February being the 28th", () => {
    expect(sameDatesLastYear(range("2028-02-29", "2028-03-15"))).toEqual(
      range("2027-02-28", "2027-03-15"),
    );
    expect(sameDatesLastYear(range("2029-02-15", "2029-02-28"))).toEqual(
      range("2028-02-15", "2028-02-28"),
    );
  });

  test("whatever the kind, are a period of that kind, with its own number of days", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...kinds), (on, kind) => {
        const own = periodAround(kind, on);
        const earlier = sameDatesLastYear(own);
        expect(earlier).toEqual(periodAround(kind, earlier.first));
        expect(earlier.first.slice(5)).toBe(own.first.slice(5));
      }),
    );
  });

  test("are in order, a year or 366 days before, and differ by a day at most", () => {
    fc.assert(
      fc.property(ranges, (own) => {
        const earlier = sameDatesLastYear(own);
        expect(earlier.first <= earlier.last).toBe(true);
        expect([365, 366]).toContain(daysBetween(earlier.first, own.first));
        expect([365, 366]).toContain(daysBetween(earlier.last, own.last));
        expect(Math.abs(lengthOf(earlier) - lengthOf(own))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a period that runs", () => {
  const march = range("2027-03-01", "2027-03-31");

  test("is compared up to yesterday, with as many days before and the same dates last year", () => {
    expect(comparisonOf(march, day("2027-03-10"))).toEqual({
      counted: range("2027-03-01", "2027-03-10"),
      previous: range("2027-02-01", "2027-02-10"),
      lastYear: range("2026-03-01", "2026-03-10"),
      isRunning: true,
    });
  });

  test("never takes more of the month before than it has", () => {
    expect(comparisonOf(march, day("2027-03-30"))?.previous).toEqual(
      range("2027-02-01", "2027-02-28"),
    );
  });

  test("is not compared before a day of it is over, and whole once all are", () => {
    expect(comparisonOf(march, day("2027-02-28"))).toBeNull();
    expect(comparisonOf(march, day("2027-03-31"))).toMatchObject({
      previous: range("2027-02-01", "2027-02-28"),
      isRunning: false,
    });
  });

  test("what it is compared with lies within what the whole period is compared with", () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 600 }), (own, later) => {
        const comparison = comparisonOf(own, addDays(own.first, later));
        if (!comparison) throw new Error("its first day is over");
        for (const [part, whole] of [
          [comparison.counted, own],
          [comparison.previous, previousPeriod(own)],
          [comparison.lastYear, sameDatesLastYear(own)],
        ] as const) {
          expect(part.first).toBe(whole.first);
          expect(part.first <= part.last && part.last <= whole.last).toBe(true);
        }
      }),
    );
  });
});

test("whole months begin on a first and end on a last day", () => {
  expect(isWholeMonths(range("2028-02-01", "2028-02-29"))).toBe(true);
  expect(isWholeMonths(range("2028-02-01", "2028-02-28"))).toBe(false);
  expect(isWholeMonths(range("2026-12-01", "2027-01-31"))).toBe(true);
  expect(isWholeMonths(range("2026-12-02", "2027-01-31"))).toBe(false);
});

test("a figure is more, less or the same as before, or there was none before", () => {
  expect(changeOf(12, 10)).toEqual({ direction: "more", difference: 2 });
  expect(changeOf(10, 12)).toEqual({ direction: "less", difference: 2 });
  expect(changeOf(10, 10)).toEqual({ direction: "same", difference: 0 });
  expect(changeOf(10, null)).toEqual({ direction: "unknown", difference: 0 });
});

describe("whole months of a report", () => {
  const month = (text: string) => monthInput.parse(text);
  const spring = { first: month("2026-03"), last: month("2026-05") };
  const until = (yesterday: string, oldest = "2025-06") =>
    comparedMonths(spring, { oldest: month(oldest), yesterday: day(yesterday) });

  test("are compared with as many before them, once all are over", () => {
    expect(until("2026-05-31")).toEqual({ first: "2025-12", last: "2026-02" });
    expect(until("2026-05-30")).toBeNull();
  });

  test("are compared with none where the network has no bookings that old", () => {
    expect(until("2026-05-31", "2025-12")).not.toBeNull();
    expect(until("2026-05-31", "2026-01")).toBeNull();
  });
});
