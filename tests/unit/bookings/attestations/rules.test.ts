import { expect, test } from "vitest";
import { totalOf } from "@/lib/bookings/attestations/rules";
import { daysOfMonth } from "@/lib/bookings/attestations/schema";
import { day } from "@/lib/core/day";

const presence = (on: string, from: string, until: string) => ({
  day: day(on),
  from: new Date(`${on}T${from}:00Z`),
  until: new Date(`${on}T${until}:00Z`),
});

test("a month runs from its first to its last day, leap years too", () => {
  expect(daysOfMonth("2026-06")).toEqual({ first: "2026-06-01", last: "2026-06-30" });
  expect(daysOfMonth("2026-12")).toEqual({ first: "2026-12-01", last: "2026-12-31" });
  expect(daysOfMonth("2028-02")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
});

test("days are counted once, and minutes under a desk and a room at once too", () => {
  const presences = [
    presence("2026-06-16", "08:00", "09:30"),
    presence("2026-06-16", "06:30", "10:30"),
    presence("2026-06-16", "10:00", "11:00"),
    presence("2026-06-18", "06:30", "10:30"),
  ];
  expect(totalOf(presences)).toEqual({ days: 2, minutes: 270 + 240 });
  expect(totalOf([])).toEqual({ days: 0, minutes: 0 });
});
