import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { closureInterval } from "@/lib/spaces/closures/rules";

const calendar = { timeZone: "Europe/Paris", halfDayBoundary: 780 };
const iso = (on: string, part: "morning" | "afternoon" | "day") => {
  const { startsAt, endsAt } = closureInterval(calendar, day(on), part);
  return [startsAt.toISOString(), endsAt.toISOString()];
};

test("a closed morning ends where the afternoon begins", () => {
  expect(iso("2026-06-16", "morning")).toEqual([
    "2026-06-15T22:00:00.000Z",
    "2026-06-16T11:00:00.000Z",
  ]);
  expect(iso("2026-06-16", "afternoon")).toEqual([
    "2026-06-16T11:00:00.000Z",
    "2026-06-16T22:00:00.000Z",
  ]);
});

test("a closed day lasts 23 or 25 hours when clocks change", () => {
  expect(iso("2026-03-29", "day")).toEqual([
    "2026-03-28T23:00:00.000Z",
    "2026-03-29T22:00:00.000Z",
  ]);
  expect(iso("2026-10-25", "day")).toEqual([
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
});
