import { expect, test } from "vitest";
import { quotaWindow } from "@/lib/bookings/places/rules";
import { day } from "@/lib/core/day";

test.each([
  ["day", "2026-06-16", "2026-06-15T22:00Z", "2026-06-16T22:00Z"],
  ["week", "2026-06-16", "2026-06-14T22:00Z", "2026-06-21T22:00Z"],
  ["week", "2026-06-21", "2026-06-14T22:00Z", "2026-06-21T22:00Z"],
  ["month", "2026-02-28", "2026-01-31T23:00Z", "2026-02-28T23:00Z"],
  ["month", "2026-12-31", "2026-11-30T23:00Z", "2026-12-31T23:00Z"],
  // The clocks change within: 23 and 25 hours.
  ["day", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["day", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
] as const)("the %s around %s", (period, on, from, until) => {
  expect(quotaWindow(period, day(on), "Europe/Paris")).toEqual({
    from: new Date(from),
    until: new Date(until),
  });
});
