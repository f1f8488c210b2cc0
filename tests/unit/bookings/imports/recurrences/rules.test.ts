import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import {
  daysOfRecurrence,
  type RecurrenceRule,
  recurrenceRule,
  type Tried,
} from "@/lib/bookings/imports/recurrences/rules";

const dayMs = 86_400_000;
const numberOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / dayMs;
const textOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

function ruleOf(text: string): RecurrenceRule {
  return recurrenceRule.parse(ICAL.Recur.fromString(text).toJSON());
}

function run(work: Generator<void, number[]>): { days: string[]; steps: number } {
  let step = work.next();
  let steps = 0;
  for (; !step.done; step = work.next()) steps += 1;
  return { days: step.value.map(textOf), steps };
}

function daysOf(rule: string, start: string, first: string, last: string): string[] {
  const window = { first: numberOf(first), last: numberOf(last) };
  return run(daysOfRecurrence(ruleOf(rule), numberOf(start), window, { days: 0 })).days;
}

test.each([
  ["FREQ=DAILY;INTERVAL=3", "2026-06-01", ["2026-06-10", "2026-06-13", "2026-06-16", "2026-06-19"]],
  ["FREQ=WEEKLY", "2026-06-02", ["2026-06-16"]],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-06-01", ["2026-06-15", "2026-06-19"]],
  [
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "2026-01-01",
    [
      "2026-06-10",
      "2026-06-11",
      "2026-06-12",
      "2026-06-15",
      "2026-06-16",
      "2026-06-17",
      "2026-06-18",
      "2026-06-19",
    ],
  ],
  ["FREQ=MONTHLY;BYDAY=3TU", "2026-01-20", ["2026-06-16"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-15,13", "2026-01-13", ["2026-06-13", "2026-06-16"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=8", "2026-01-12", ["2026-06-10"]],
  ["FREQ=YEARLY", "2020-06-18", ["2026-06-18"]],
  ["FREQ=YEARLY;BYMONTH=6;BYDAY=2WE", "2020-06-10", ["2026-06-10"]],
  ["FREQ=YEARLY;BYDAY=24TH", "2020-06-11", ["2026-06-11"]],
  ["FREQ=DAILY;COUNT=4", "2026-06-09", ["2026-06-10", "2026-06-11", "2026-06-12"]],
  ["FREQ=WEEKLY;COUNT=2", "2026-06-02", []],
])("%s from %s", (rule, start, days) => {
  expect(daysOf(rule, start, "2026-06-10", "2026-06-19")).toEqual(days);
});

test("the 31st and the 29th of February come when they exist", () => {
  expect(daysOf("FREQ=MONTHLY", "2026-01-31", "2026-01-01", "2026-07-31")).toEqual([
    "2026-01-31",
    "2026-03-31",
    "2026-05-31",
    "2026-07-31",
  ]);
  expect(daysOf("FREQ=YEARLY", "2024-02-29", "2024-01-01", "2032-12-31")).toEqual([
    "2024-02-29",
    "2028-02-29",
    "2032-02-29",
  ]);
});

test("a rule that never comes costs no more than its window, however old", () => {
  const tried: Tried = { days: 0 };
  const never = ruleOf("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
  const window = { first: numberOf("2026-06-15"), last: numberOf("2027-07-20") };
  expect(run(daysOfRecurrence(never, numberOf("1900-01-01"), window, tried)).days).toEqual([]);
  expect(tried.days).toBeLessThan(410);
});

test("a rule that counts is given in steps that whoever runs it may stop", () => {
  const tried: Tried = { days: 0 };
  const counted = ruleOf("FREQ=DAILY;COUNT=1000000;BYMONTH=2;BYMONTHDAY=30");
  const window = { first: numberOf("2026-06-15"), last: numberOf("2027-07-20") };
  const work = daysOfRecurrence(counted, numberOf("1900-01-01"), window, tried);
  for (let steps = 0; steps < 1_000; steps += 1) expect(work.next().done).toBe(false);
  expect(tried.days).toBe(1_000);
});

test.each([
  "FREQ=HOURLY",
  "FREQ=SECONDLY",
  "FREQ=DAILY;BYHOUR=8,9",
  "FREQ=YEARLY;BYWEEKNO=20",
  "FREQ=YEARLY;BYYEARDAY=100",
])("%s is not a repetition by whole days", (text) => {
  expect(recurrenceRule.safeParse(ICAL.Recur.fromString(text).toJSON()).success).toBe(false);
});

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const interval = fc.integer({ min: 1, max: 4 });
const someWeekdays = fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 4 });
const dates = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 });
const month = fc.integer({ min: 1, max: 12 });
const nth = fc.constantFrom(1, 2, 3, 4, -1);

/** Rules as calendars write them. */
const aRule = fc.oneof(
  interval.map((every) => `FREQ=DAILY;INTERVAL=${every}`),
  fc
    .tuple(interval, someWeekdays)
    .map(([i, d]) => `FREQ=WEEKLY;INTERVAL=${i};BYDAY=${d.join(",")}`),
  fc.tuple(interval, dates).map(([i, d]) => `FREQ=MONTHLY;INTERVAL=${i};BYMONTHDAY=${d.join(",")}`),
  fc
    .tuple(interval, nth, fc.constantFrom(...weekdays))
    .map(([i, n, d]) => `FREQ=MONTHLY;INTERVAL=${i};BYDAY=${n}${d}`),
  fc
    .tuple(month, nth, fc.constantFrom(...weekdays))
    .map(([m, n, d]) => `FREQ=YEARLY;BYMONTH=${m};BYDAY=${n}${d}`),
  fc
    .tuple(month, fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `FREQ=YEARLY;BYMONTH=${m};BYMONTHDAY=${d}`),
);

test("another program finds the same days, for rules as calendars write them", () => {
  const startOfAll = numberOf("2025-01-01");
  fc.assert(
    fc.property(
      aRule,
      fc.integer({ min: 0, max: 730 }),
      fc.option(fc.integer({ min: 1, max: 40 })),
      (text, offset, count) => {
        const rule = count === null ? text : `${text};COUNT=${count}`;
        const start = startOfAll + offset;
        const last = start + 800;
        const iterator = ICAL.Recur.fromString(rule).iterator(
          ICAL.Time.fromDateString(textOf(start)),
        );
        const theirs: string[] = [];
        for (let at = iterator.next(); at && at.toString() <= textOf(last); at = iterator.next()) {
          theirs.push(at.toString());
        }
        const ours = run(
          daysOfRecurrence(ruleOf(rule), start, { first: start, last }, { days: 0 }),
        ).days;
        expect(ours).toEqual(theirs);
        // A window further on shows the same days of it, without going through the others.
        const later = { first: start + 300, last };
        expect(run(daysOfRecurrence(ruleOf(rule), start, later, { days: 0 })).days).toEqual(
          ours.filter((each) => each >= textOf(start + 300)),
        );
      },
    ),
    { numRuns: 500 },
  );
});
