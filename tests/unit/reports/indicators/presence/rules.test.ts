import { expect, test } from "vitest";
import { personDays, uniqueUsers, visits } from "@/lib/reports/indicators/presence/rules";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

const bookings = [
  aStay({ on: "2026-06-16", part: "morning" }),
  aStay({ on: "2026-06-16", part: "afternoon", spaceId: "prayssac" }),
  aStay({ on: "2026-06-17", part: "morning" }),
  aStay({ on: "2026-06-16", part: "morning", personId: null }),
  aStay({ on: "2026-06-16", personId: "bob", state: "no_show", checkedInAt: null }),
];
const rows = someRows({ bookings });
const week = countingOf("2026-06-15", "2026-06-21");

test("a person's day is at most one over the network, shared by the sites of that day", () => {
  const { network, bySpace } = personDays(rows, week);
  expect(network).toBe(0.5 + 0.5 + 0.5 + 0.5);
  expect(bySpace).toEqual(
    new Map([
      ["luzech", 1.5],
      ["prayssac", 0.5],
    ]),
  );
});

test("two sites the same day are two visits, and a guest makes one", () => {
  const { network, bySpace } = visits(rows, week);
  expect(network).toBe(4);
  expect(bySpace.get("luzech")).toBe(3);
});

test("a person of two sites is one person of the network; guests are told beside", () => {
  const { network, bySpace } = uniqueUsers(rows, week);
  expect(network).toEqual({ persons: 1, guests: 1 });
  expect(bySpace.get("prayssac")).toEqual({ persons: 1, guests: 0 });
});
