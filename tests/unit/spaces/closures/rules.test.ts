import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { closureInterval, closureWhen, comingExceptions } from "@/lib/spaces/closures/rules";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";

const calendar = { timeZone: "Europe/Paris", halfDayBoundary: 780 };
const onDay = (first: string, last = first) => ({ first: day(first), last: day(last) });

test("a closure of the morning, the afternoon or the day is cut at the boundary of the space", () => {
  const intervals = (["morning", "afternoon", "day"] as const).map((part) => {
    const { startsAt, endsAt } = closureInterval(calendar, { ...onDay("2026-06-16"), part });
    return [startsAt.toISOString(), endsAt.toISOString()];
  });
  expect(intervals).toEqual([
    ["2026-06-15T22:00:00.000Z", "2026-06-16T11:00:00.000Z"],
    ["2026-06-16T11:00:00.000Z", "2026-06-16T22:00:00.000Z"],
    ["2026-06-15T22:00:00.000Z", "2026-06-16T22:00:00.000Z"],
  ]);
});

test.each([
  ["2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
])("a closure of the whole of %s covers 23 or 25 hours, to midnight exactly", (on, from, until) => {
  const interval = closureInterval(calendar, { ...onDay(on), part: "day" });
  expect([interval.startsAt.toISOString(), interval.endsAt.toISOString()]).toEqual([from, until]);
});

test("over several days, the morning ends at noon of the last and the afternoon begins at noon of the first", () => {
  const days = onDay("2026-06-16", "2026-06-18");
  const iso = (when: ClosureWhen) => {
    const { startsAt, endsAt } = closureInterval(calendar, when);
    return [startsAt.toISOString(), endsAt.toISOString()];
  };
  expect(iso({ ...days, part: "morning" })).toEqual([
    "2026-06-15T22:00:00.000Z",
    "2026-06-18T11:00:00.000Z",
  ]);
  expect(iso({ ...days, part: "afternoon" })).toEqual([
    "2026-06-16T11:00:00.000Z",
    "2026-06-18T22:00:00.000Z",
  ]);
  expect(iso({ ...days, part: "hours", startMinute: 840, endMinute: 600 })).toEqual([
    "2026-06-16T12:00:00.000Z",
    "2026-06-18T08:00:00.000Z",
  ]);
});

test("what was announced is what is read back, on any days, in any zone", () => {
  const whens = fc
    .record({
      first: fc.integer({ min: 0, max: 2_000 }).map((offset) => addDays(day("2024-01-01"), offset)),
      length: fc.integer({ min: 0, max: 40 }),
      // Between 4 and 20 o'clock no clock changes.
      start: fc.integer({ min: 240, max: 700 }),
      end: fc.integer({ min: 800, max: 1_200 }),
      part: fc.constantFrom(
        "day" as const,
        "morning" as const,
        "afternoon" as const,
        "hours" as const,
      ),
    })
    .map(({ first, length, start, end, part }): ClosureWhen => {
      const days = { first, last: addDays(first, length) };
      return part === "hours"
        ? { ...days, part, startMinute: start, endMinute: end }
        : { ...days, part };
    });
  const zones = fc.constantFrom("Europe/Paris", "America/St_Johns", "Asia/Kathmandu");
  fc.assert(
    fc.property(whens, zones, (when, timeZone) => {
      const walls = { timeZone, halfDayBoundary: 780 };
      expect(closureWhen(walls, closureInterval(walls, when))).toEqual(when);
    }),
  );
});

test("hours until midnight are said as 24 h", () => {
  const when = {
    ...onDay("2026-06-16"),
    part: "hours" as const,
    startMinute: 1_080,
    endMinute: 1_440,
  };
  expect(closureWhen(calendar, closureInterval(calendar, when))).toEqual(when);
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
