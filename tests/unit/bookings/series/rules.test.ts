import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decideExtension,
  decidePattern,
  mostOccurrences,
  occurrencesOf,
  seriesDays,
  wantedOn,
} from "@/lib/bookings/series/rules";
import { addDays, day, dayOf, wallMinuteOf, weekdayOf } from "@/lib/core/day";

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

const morning = { part: "hours", startMinute: 510, endMinute: 570 } as const;

/** The six next clock changes in France from November 2026 on; three weeks around cover Canada's too. */
const clockChanges = [
  "2027-03-28",
  "2027-10-31",
  "2028-03-26",
  "2028-10-29",
  "2029-03-25",
  "2029-10-28",
];

test.each(
  ["Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "UTC"].flatMap((zone) =>
    clockChanges.map((change) => [zone, change] as const),
  ),
)("half past eight stays half past eight in %s around %s", (zone, change) => {
  const firstDay = addDays(day(change), -21);
  const pattern = { frequency: "weekly", firstDay, lastDay: addDays(firstDay, 42) } as const;
  const occurrences = occurrencesOf({ ...pattern, moment: morning }, zone);
  expect(occurrences).toHaveLength(7);
  for (const { day: on, wanted } of occurrences) {
    if ("part" in wanted) throw new Error("hours were asked for");
    expect(dayOf(wanted.startsAt, zone)).toBe(on);
    expect([wallMinuteOf(wanted.startsAt, zone), wallMinuteOf(wanted.endsAt, zone)]).toEqual([
      510, 570,
    ]);
    expect(+wanted.endsAt - +wanted.startsAt).toBe(3_600_000);
  }
});

test("in France the instant moves by the hour the clock does", () => {
  const instants = occurrencesOf(
    { ...weekly("2027-03-21", "2027-03-28"), moment: morning },
    "Europe/Paris",
  ).map(({ wanted }) => ("part" in wanted ? "" : wanted.startsAt.toISOString()));
  expect(instants).toEqual(["2027-03-21T07:30:00.000Z", "2027-03-28T06:30:00.000Z"]);
});

test("the hour the spring change skips moves with it, the one lived twice is the first", () => {
  const night = { part: "hours", startMinute: 150, endMinute: 210 } as const;
  const at = (on: string) => wantedOn(day(on), night, "Europe/Paris");
  expect(at("2027-03-28")).toEqual({
    startsAt: new Date("2027-03-28T01:30:00Z"),
    endsAt: new Date("2027-03-28T01:30:00Z"),
  });
  expect(at("2027-10-31")).toEqual({
    startsAt: new Date("2027-10-31T00:30:00Z"),
    endsAt: new Date("2027-10-31T02:30:00Z"),
  });
});

test("a part of the day is that part, whatever the clock does", () => {
  expect(wantedOn(today, { part: "morning" }, "UTC")).toEqual({ day: today, part: "morning" });
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
