import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type Day, day, eachDay, instantAt, wallMinuteOf } from "@/lib/core/day";
import { openRuns, publicHolidayOn, schoolHolidayOn } from "@/lib/spaces/opening-hours/rules";
import { type OpeningCalendar, openingSeasons } from "@/lib/spaces/opening-hours/schema";
import { datedDays, longestTag, writtenHours } from "@/lib/spaces/written-hours/rules";
import { aCalendar, everyDay, plainRule } from "@/tests/support/plain-values";
import { readOpeningHours } from "@/tests/support/read-opening-hours";

const today = day("2026-11-30");
const christmas = { firstDay: day("2026-12-19"), untilDay: day("2027-01-04"), name: "Noël" };
const workdays = [1, 2, 3, 4, 5];
const hours = (weekday: number, startMinute = 540, endMinute = 1020) =>
  plainRule({ weekday, startMinute, endMinute });

test("weekdays of the same hours are one stretch, and public holidays are off", () => {
  const rules = workdays.flatMap((weekday) => [
    hours(weekday, 510, 750),
    hours(weekday, 810, 1110),
  ]);
  expect(writtenHours(aCalendar({ rules, closesOnPublicHolidays: true }), today)).toBe(
    "Mo-Fr 08:30-12:30,13:30-18:30; PH off",
  );
});

test("hours that touch are one, two days on end are named, and midnight is 24:00", () => {
  const rules = [hours(2, 540, 720), hours(2, 720, 1440), hours(3, 540, 1440), hours(5)];
  expect(writtenHours(aCalendar({ rules, closesOnPublicHolidays: false }), today)).toBe(
    "Tu,We 09:00-24:00; Fr 09:00-17:00",
  );
});

test("school holidays say what they change, and no more", () => {
  const rules = [
    ...workdays.map((weekday) => ({ ...hours(weekday), season: "school_term" as const })),
    { ...hours(3, 600, 720), season: "school_holidays" as const },
  ];
  const calendar = aCalendar({
    rules,
    schoolHolidays: [christmas],
    closesOnPublicHolidays: false,
  });
  expect(writtenHours(calendar, today)).toBe(
    "Mo-Fr 09:00-17:00; SH Mo,Tu,Th,Fr off; SH We 10:00-12:00",
  );
});

test("hours that come back every other week are unknown, never promised", () => {
  const rules = [hours(1), { ...hours(3), everyWeeks: 2, weekOffset: 0 }];
  expect(writtenHours(aCalendar({ rules, closesOnPublicHolidays: false }), today)).toBe(
    "Mo 09:00-17:00; We 09:00-17:00 unknown",
  );
});

test("days that differ are said by date, those on end together, a closed Sunday among them", () => {
  const zone = "Europe/Paris";
  const calendar = aCalendar({
    rules: workdays.map((weekday) => hours(weekday)),
    closesOnPublicHolidays: false,
    exceptions: [
      {
        day: day("2026-12-09"),
        intervals: [{ startMinute: 600, endMinute: 720, state: "staffed" }],
        reason: null,
      },
    ],
    closures: [
      {
        startsAt: instantAt(day("2026-12-24"), 0, zone),
        endsAt: instantAt(day("2027-01-02"), 0, zone),
        reason: "congés",
      },
    ],
  });
  expect(writtenHours(calendar, today)).toBe(
    "Mo-Fr 09:00-17:00; 2026 Dec 09 10:00-12:00; 2026 Dec 24-2027 Jan 01 off",
  );
});

test("a tag holds what it may: dates go first, then all of it", () => {
  const exceptions = eachDay(addDays(today, 1), addDays(today, 60)).map((on, index) => ({
    day: on,
    intervals: [{ startMinute: 480 + index, endMinute: 1000, state: "staffed" as const }],
    reason: null,
  }));
  const calendar = aCalendar({ rules: workdays.map((weekday) => hours(weekday)), exceptions });
  const whole = writtenHours(calendar, today) ?? "";
  const short = writtenHours(calendar, today, longestTag) ?? "";
  expect(whole.length).toBeGreaterThan(longestTag);
  expect(short.length).toBeLessThanOrEqual(longestTag);
  expect(whole.startsWith(short)).toBe(true);
  expect(writtenHours(calendar, today, 20)).toBeNull();
});

test("no hours known is no text", () => {
  expect(writtenHours(aCalendar({ rules: [] }), today)).toBeNull();
  const past = { ...hours(1), validUntil: day("2026-01-01") };
  expect(writtenHours(aCalendar({ rules: [past] }), today)).toBeNull();
});

test("whoever reads it finds the place open when it is, on each of the coming days", () => {
  fc.assert(
    fc.property(calendars, (calendar) => {
      const text = writtenHours(calendar, today);
      fc.pre(text !== null);
      const alternating = new Set(
        calendar.rules.filter(({ everyWeeks }) => everyWeeks > 1).map(({ weekday }) => weekday),
      );
      for (const on of eachDay(today, addDays(today, datedDays - 1))) {
        const read = readOpeningHours(text ?? "", {
          date: on,
          isPublicHoliday: publicHolidayOn(on) !== null,
          isSchoolHoliday: schoolHolidayOn(calendar, on) !== null,
        });
        if (read === "unknown") expect(alternating).toContain(weekdayIn(on));
        else expect([on, read]).toEqual([on, openOn(calendar, on)]);
      }
    }),
    { numRuns: 150 },
  );
});

function openOn(calendar: OpeningCalendar, on: Day) {
  return openRuns(calendar, on).map(({ startsAt, endsAt }) => [
    wallMinuteOf(startsAt, calendar.timeZone),
    wallMinuteOf(endsAt, calendar.timeZone) || 1440,
  ]);
}

function weekdayIn(on: Day): number {
  return new Date(`${on}T12:00:00Z`).getUTCDay() || 7;
}

const spans = fc.constantFrom([480, 720], [540, 720], [720, 840], [810, 1110], [1080, 1440]);
const rule = fc
  .record({
    weekday: fc.constantFrom(...everyDay),
    span: spans,
    season: fc.constantFrom(...openingSeasons),
    everyWeeks: fc.constantFrom(1, 1, 1, 2),
    until: fc.constantFrom(null, day("2027-01-15")),
  })
  .map(({ weekday, span: [startMinute = 0, endMinute = 0], season, everyWeeks, until }) => ({
    ...plainRule({ weekday, startMinute, endMinute }),
    ...{ season, everyWeeks, weekOffset: 0, validUntil: until },
  }));
const comingDay = fc.integer({ min: 0, max: 100 }).map((ahead) => addDays(today, ahead));
const exception = fc
  .record({ day: comingDay, span: fc.option(spans) })
  .map(({ day: on, span }) => ({
    day: on,
    intervals: span
      ? [{ startMinute: span[0] ?? 0, endMinute: span[1] ?? 0, state: "staffed" as const }]
      : [],
    reason: null,
  }));
const closure = fc
  .record({
    first: comingDay,
    days: fc.integer({ min: 1, max: 20 }),
    minute: fc.constantFrom(0, 600),
  })
  .map(({ first, days, minute }) => ({
    startsAt: instantAt(first, minute, "Europe/Paris"),
    endsAt: instantAt(addDays(first, days), 0, "Europe/Paris"),
    reason: "travaux",
  }));
const calendars = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 12 }),
    exceptions: fc.uniqueArray(exception, { selector: ({ day: on }) => on, maxLength: 5 }),
    closures: fc.array(closure, { maxLength: 2 }),
    closesOnPublicHolidays: fc.boolean(),
  })
  .map((parts) => aCalendar({ ...parts, schoolHolidays: [christmas] }));
