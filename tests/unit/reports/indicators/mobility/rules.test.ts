import { expect, test } from "vitest";
import { mobility } from "@/lib/reports/indicators/mobility/rules";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

test("who came to two sites over the period is mobile; passes are not collected", () => {
  const bookings = [
    aStay({ on: "2026-06-16" }),
    aStay({ on: "2026-06-18", spaceId: "prayssac" }),
    aStay({ on: "2026-06-16", personId: "bob" }),
    aStay({ on: "2026-06-17", personId: "bob" }),
    aStay({ on: "2026-06-17", personId: null }),
  ];
  const rows = someRows({ bookings });
  expect(mobility(rows, countingOf("2026-06-15", "2026-06-21"))).toEqual({
    severalSites: { count: 1, of: 2, share: 0.5 },
    passesAway: { kind: "not_collected", because: "no_passes" },
  });
  expect(mobility(rows, countingOf("2026-06-16")).severalSites.count).toBe(0);
  expect(mobility(rows, countingOf("2026-06-01")).severalSites.share).toBeNull();
});
