import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideExtension,
  decidePattern,
  mostOccurrences,
  seriesDays,
} from "@/lib/bookings/series/patterns/rules";
import { addDays, day, weekdayOf } from "@/lib/core/day";

const weekly = (firstDay: string, lastDay: string) =>
  ({ frequency: "weekly", firstDay: day(firstDay), lastDay: day(lastDay) }) as const;
const monthly = (firstDay: string, lastDay: string) =>
  ({ frequency: "monthly", firstDay: day(firstDay), lastDay: day(lastDay) }) as const;

test("weekly and fortnightly keep the weekday, both ends included", () => {
  expect(seriesDays(weekly("2026-06-16", "2026-07-07"))).toEqual([
    "2026-06-16",
    "2026-06-23",
    "2026-06-30",
    "2026-07-07",
  ]);
  expect(seriesDays({ ...weekly("2026-06-16", "2026-07-13"), frequency: "fortnightly" })).toEqual([
    "2026-06-16",
    "2026-06-30",
  ]);
});

test.each([
  ["the second Tuesday", "2026-06-09", ["2026-06-09", "2026-07-14", "2026-08-11", "2026-09-08"]],
  [
    "the fourth Tuesday stays the fourth",
    "2026-06-23",
    ["2026-06-23", "2026-07-28", "2026-08-25", "2026-09-22"],
  ],
  [
    "a fifth Tuesday means the last",
    "2026-06-30",
    ["2026-06-30", "2026-07-28", "2026-08-25", "2026-09-29"],
  ],
  [
    "the 31st is the last of its weekday",
    "2026-07-31",
    ["2026-07-31", "2026-08-28", "2026-09-25", "2026-10-30"],
  ],
  [
    "from a leap day, the last Tuesday",
    "2028-02-29",
    ["2028-02-29", "2028-03-28", "2028-04-25", "2028-05-30"],
  ],
  [
    "over the end of a year",
    "2026-12-01",
    ["2026-12-01", "2027-01-05", "2027-02-02", "2027-03-02"],
  ],
])("monthly: %s", (_name, first, expected) => {
  expect(seriesDays(monthly(first, expected.at(-1) ?? ""))).toEqual(expected);
});

test("a week over a leap day skips nothing", () => {
  expect(seriesDays(weekly("2028-02-22", "2028-03-07"))).toEqual([
    "2028-02-22",
    "2028-02-29",
    "2028-03-07",
  ]);
});

const today = day("2026-06-15");

test.each([
  ["that ends before it begins", "2026-06-23", "2026-06-16", "weekly", "series_backwards"],
  ["that begins in the past", "2026-06-14", "2026-07-16", "weekly", "series_in_past"],
  ["that begins in more than a year", "2027-06-17", "2027-07-17", "weekly", "series_too_long"],
  ["of more than a year", "2026-06-16", "2027-06-18", "monthly", "series_too_long"],
  ["of more than sixty dates", "2026-06-16", "2027-08-16", "weekly", "too_many_occurrences"],
  ["that nobody could finish", "2026-06-16", "9999-12-31", "weekly", "too_many_occurrences"],
  ["of a single date", "2026-06-16", "2026-06-22", "weekly", "series_of_one"],
] as const)("a series %s is refused", (_name, first, last, frequency, refusal) => {
  const pattern = { frequency, firstDay: day(first), lastDay: day(last) };
  expect(decidePattern(pattern, today)).toMatchObject({ ok: false, refusal });
});

test("a year of weeks is allowed, today included", () => {
  const decided = decidePattern(weekly("2026-06-15", "2027-06-16"), today);
  expect(decided.ok && decided.value).toHaveLength(53);
});

test("extending adds the dates after the last day, none before today", () => {
  const pattern = weekly("2026-05-05", "2026-05-26");
  const decided = decideExtension(pattern, day("2026-06-30"), today);
  expect(decided).toEqual({ ok: true, value: ["2026-06-16", "2026-06-23", "2026-06-30"] });
  const running = decideExtension(weekly("2026-06-02", "2026-06-30"), day("2026-07-14"), today);
  expect(running).toEqual({ ok: true, value: ["2026-07-07", "2026-07-14"] });
});

test.each([
  ["not later", "2026-06-30", "not_later"],
  ["without a further date", "2026-07-06", "not_later"],
  ["in more than a year", "2027-06-17", "series_too_long"],
])("an end %s extends nothing", (_name, lastDay, refusal) => {
  const pattern = weekly("2026-06-02", "2026-06-30");
  expect(decideExtension(pattern, day(lastDay), today)).toMatchObject({ ok: false, refusal });
});

test("dates always lie in the pattern, on its weekday, in order, sixty-one at most", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("weekly" as const, "fortnightly" as const, "monthly" as const),
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 0, max: 5000 }),
      (frequency, start, length) => {
        const firstDay = addDays(day("2026-01-01"), start);
        const lastDay = addDays(firstDay, length);
        const days = seriesDays({ frequency, firstDay, lastDay });
        expect(days[0]).toBe(firstDay);
        expect(days.length).toBeLessThanOrEqual(mostOccurrences + 1);
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(days.length);
        for (const each of days) {
          expect(each <= lastDay).toBe(true);
          expect(weekdayOf(each)).toBe(weekdayOf(firstDay));
        }
        if (frequency === "monthly") {
          const months = days.map((each) => each.slice(0, 7));
          expect(new Set(months).size).toBe(months.length);
        }
      },
    ),
    { numRuns: 300 },
  );
});
