import { expect, test } from "vitest";
import { decideRange } from "@/lib/bookings/absences/rules";
import { day } from "@/lib/core/day";

test.each([
  ["one day", "2026-06-16", "2026-06-16", null],
  ["two weeks", "2026-06-16", "2026-06-29", null],
  ["a year", "2026-06-16", "2027-06-17", null],
  ["more than a year", "2026-06-16", "2027-06-18", "range_too_long"],
  ["backwards", "2026-06-17", "2026-06-16", "range_backwards"],
])("%s away", (_name, from, until, refusal) => {
  expect(decideRange({ from: day(from), until: day(until) })).toBe(refusal);
});
