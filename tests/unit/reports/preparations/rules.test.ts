import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { expiryOf, isLong, partsOf, stateOf } from "@/lib/reports/preparations/rules";

const range = (first: string, last: string) => ({ first: day(first), last: day(last) });

describe("a file is prepared by a job", () => {
  test("when its period is longer than a year, leap or not", () => {
    expect(isLong(range("2026-01-01", "2026-12-31"), 0)).toBe(false);
    expect(isLong(range("2028-01-01", "2028-12-31"), 0)).toBe(false);
    expect(isLong(range("2026-01-01", "2027-01-02"), 0)).toBe(true);
  });

  test("when the network has more bookings than may be read while a page waits", () => {
    expect(isLong(range("2026-01-01", "2026-01-31"), 5_000_000)).toBe(true);
    expect(isLong(range("2026-01-01", "2026-01-31"), 40_000)).toBe(false);
  });
});

describe("what is prepared", () => {
  test("is the whole, then each year it touches, cut to it", () => {
    expect(partsOf(range("2025-09-01", "2027-02-28"))).toEqual([
      range("2025-09-01", "2027-02-28"),
      range("2025-09-01", "2025-12-31"),
      range("2026-01-01", "2026-12-31"),
      range("2027-01-01", "2027-02-28"),
    ]);
  });

  test("is the whole alone within one year", () => {
    expect(partsOf(range("2026-03-01", "2026-12-31"))).toEqual([range("2026-03-01", "2026-12-31")]);
  });
});

test("it waits, runs, and is done or given up", () => {
  const at = new Date();
  expect(stateOf({ done: 0, finishedAt: null, failedAt: null })).toBe("waiting");
  expect(stateOf({ done: 1, finishedAt: null, failedAt: null })).toBe("running");
  expect(stateOf({ done: 2, finishedAt: at, failedAt: null })).toBe("done");
  expect(stateOf({ done: 1, finishedAt: null, failedAt: at })).toBe("failed");
});

test("it is given for seven days", () => {
  expect(expiryOf(new Date("2026-11-30T10:00:00Z"))).toEqual(new Date("2026-12-07T10:00:00Z"));
});
