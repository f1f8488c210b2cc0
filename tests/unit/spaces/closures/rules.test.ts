import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { closureExtent, closureInterval, comingExceptions } from "@/lib/spaces/closures/rules";

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

test.each(["morning", "afternoon", "day"] as const)(
  "a closure announced for the %s is said to be of it, on every day of the year",
  (part) => {
    for (const on of ["2026-06-16", "2026-03-29", "2026-10-25", "2026-12-31"].map(day)) {
      const closure = closureInterval(calendar, on, part);
      expect(closureExtent(calendar, closure)).toEqual({ first: on, last: on, part });
    }
  },
);

test("a closure of several days ends on the last of them", () => {
  const closure = {
    startsAt: closureInterval(calendar, day("2026-06-16"), "day").startsAt,
    endsAt: closureInterval(calendar, day("2026-06-18"), "day").endsAt,
  };
  expect(closureExtent(calendar, closure)).toEqual({
    first: "2026-06-16",
    last: "2026-06-18",
    part: "day",
  });
});

test("exceptional days are told apart: closed, or open at other hours; yesterday is over", () => {
  const hours = [{ startMinute: 600, endMinute: 720, state: "staffed" as const }];
  const exception = (on: string, intervals: typeof hours = []) => ({
    day: day(on),
    intervals,
    reason: null,
  });
  const exceptions = [
    exception("2026-06-20", hours),
    exception("2026-06-18"),
    exception("2026-06-15"),
    exception("2026-06-14", hours),
    exception("2026-06-16"),
  ];
  const { closed, otherHours } = comingExceptions({ exceptions }, day("2026-06-16"));
  expect(closed.map((each) => each.day)).toEqual(["2026-06-16", "2026-06-18"]);
  expect(otherHours.map((each) => each.day)).toEqual(["2026-06-20"]);
});
