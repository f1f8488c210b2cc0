import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { WeeklyRule } from "@/lib/spaces/opening-hours/schema";
import { weeklyLines } from "@/lib/spaces/weekly-rhythms/rules";
import { aPlainCalendar, plainRule } from "@/tests/support/plain-values";

const wednesday = { weekday: 3, startMinute: 540, endMinute: 750 };
const lines = (rules: WeeklyRule[], today: string, weekday = 3) =>
  weeklyLines(aPlainCalendar({ rules }), weekday, day(today));

test("hours of every week are said as they are, in order", () => {
  const rules = [
    plainRule({ weekday: 3, startMinute: 810, endMinute: 1_020, state: "self_service" }),
    plainRule(wednesday),
  ];
  expect(lines(rules, "2026-11-24")).toMatchObject([
    { startMinute: 540, state: "staffed", everyWeeks: 1, next: day("2026-11-25") },
    { startMinute: 810, state: "self_service", everyWeeks: 1, next: day("2026-11-25") },
  ]);
  expect(lines(rules, "2026-11-24", 4)).toEqual([]);
});

test("hours of alternating weeks say the next day they come, in this week or the one after", () => {
  const even = plainRule({ ...wednesday, everyWeeks: 2, weekOffset: 0 });
  const odd = plainRule({ ...wednesday, everyWeeks: 2, weekOffset: 1 });
  // Monday 5 January 2026 begins week 0 of the count: Monday 23 November is week 46.
  expect(lines([even], "2026-11-24")[0]?.next).toBe(day("2026-11-25"));
  expect(lines([odd], "2026-11-24")[0]?.next).toBe(day("2026-12-02"));
  expect(lines([even], "2026-11-30")[0]?.next).toBe(day("2026-12-09"));
});

test("a Sunday shows the week it ends, as the wall calendar does", () => {
  const even = plainRule({ ...wednesday, everyWeeks: 2 });
  expect(lines([even], "2026-11-29")[0]?.next).toBe(day("2026-11-25"));
});

test("what has ended or has not begun yet is left out; seasons are said, not applied", () => {
  const rules = [
    plainRule({ ...wednesday, validUntil: day("2026-11-25") }),
    plainRule({ ...wednesday, validFrom: day("2026-11-26") }),
    plainRule({ ...wednesday, season: "school_holidays", staffName: "Jeanne" }),
  ];
  expect(lines(rules, "2026-11-24")).toMatchObject([
    { season: "school_holidays", staffName: "Jeanne" },
  ]);
});

test("a rule of every second week that begins next week shows its first day", () => {
  const rule = plainRule({
    ...wednesday,
    everyWeeks: 2,
    weekOffset: 1,
    validFrom: day("2026-12-01"),
  });
  expect(lines([rule], "2026-11-24")[0]?.next).toBe(day("2026-12-02"));
});
