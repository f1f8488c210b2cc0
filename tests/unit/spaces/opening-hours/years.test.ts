import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, day, instantAt } from "@/lib/core/day";
import { openingOfDay, schoolHolidayOn, weeklyHours } from "@/lib/spaces/opening-hours/rules";
import { aCalendar, plainRule } from "@/tests/support/plain-values";

test("on any day of ten years a half-day lies within its day, in any zone", () => {
  const zones = ["Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"];
  const anyDay = fc
    .integer({ min: 0, max: 3_650 })
    .map((offset): Day => addDays(day("2024-01-01"), offset));
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyDay, (timeZone, on) => {
      const opening = openingOfDay(aCalendar({ timeZone, closesOnPublicHolidays: false }), on);
      const from = instantAt(on, 0, timeZone);
      const until = instantAt(addDays(on, 1), 0, timeZone);
      for (const half of [opening.morning, opening.afternoon]) {
        expect(half.open && half.startsAt >= from && half.endsAt <= until).toBe(true);
      }
    }),
  );
});

test("alternating weeks go on across the end of the year, 53 weeks or not", () => {
  const odd = plainRule({
    weekday: 4,
    startMinute: 540,
    endMinute: 720,
    everyWeeks: 2,
    weekOffset: 1,
  });
  const thursdays = Array.from({ length: 120 }, (_, week) => addDays(day("2025-11-06"), 7 * week));
  const open = thursdays.map((on) => weeklyHours(aCalendar({ rules: [odd] }), on).length === 1);
  for (const [index, isOpen] of open.entries()) expect(isOpen).toBe(open[0] !== (index % 2 === 1));
  // Week 53 of 2026 (ISO 8601) and week 1 of 2027 follow each other like any two weeks.
  const count = (text: string) => weeklyHours(aCalendar({ rules: [odd] }), day(text)).length;
  expect(["2026-12-24", "2026-12-31", "2027-01-07"].map(count)).toEqual([0, 1, 0]);
});

test.each([1, 2, 3, 4, 8])(
  "every %i weeks, each offset has its own week and no day has two",
  (everyWeeks) => {
    const rules = Array.from({ length: everyWeeks }, (_, weekOffset) =>
      plainRule({
        weekday: 1,
        startMinute: 540 + weekOffset,
        endMinute: 720,
        everyWeeks,
        weekOffset,
      }),
    );
    const mondays = Array.from({ length: 60 }, (_, week) => addDays(day("2025-06-02"), 7 * week));
    const starts = mondays.map((on) =>
      weeklyHours(aCalendar({ rules }), on).map((each) => each.startMinute),
    );
    for (const [index, each] of starts.entries()) {
      expect(each).toHaveLength(1);
      expect(each).toEqual(starts[index % everyWeeks]);
    }
  },
);

test("hours of term and hours of the holidays share the year, the return day is term", () => {
  const rules = [
    plainRule({ weekday: 6, startMinute: 540, endMinute: 720, season: "school_holidays" }),
    plainRule({ weekday: 1, startMinute: 540, endMinute: 720, season: "school_term" }),
  ];
  const christmas = {
    firstDay: day("2026-12-19"),
    untilDay: day("2027-01-04"),
    name: "Vacances de Noël",
  };
  const calendar = aCalendar({ rules, schoolHolidays: [christmas] });
  const isOpen = (on: string) => weeklyHours(calendar, day(on)).length === 1;
  expect(["2026-12-12", "2026-12-19", "2027-01-02", "2027-01-09"].map(isOpen)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(["2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04"].map(isOpen)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(schoolHolidayOn(calendar, day("2027-01-03"))?.name).toBe("Vacances de Noël");
  expect(schoolHolidayOn(calendar, day("2027-01-04"))).toBeNull();
});
