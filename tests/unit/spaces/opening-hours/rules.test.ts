import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  hoursOfDay,
  openingOfDay,
  openNow,
  openRuns,
  publicHolidayOn,
  weeklyHours,
} from "@/lib/spaces/opening-hours/rules";
import { aCalendar, everyDay, plainRule } from "@/tests/support/plain-values";

const isoOf = (opening: ReturnType<typeof openingOfDay>["morning"]) =>
  opening.open ? [opening.startsAt.toISOString(), opening.endsAt.toISOString()] : opening.because;

test.each([
  ["in summer", "2026-06-16", "06:30", "10:30", "11:30", "16:30"],
  ["in winter", "2026-01-13", "07:30", "11:30", "12:30", "17:30"],
  ["on 28 March, the eve of summer time", "2026-03-28", "07:30", "11:30", "12:30", "17:30"],
  ["on 29 March, a day of 23 hours", "2026-03-29", "06:30", "10:30", "11:30", "16:30"],
  ["on 24 October, still summer time", "2026-10-24", "06:30", "10:30", "11:30", "16:30"],
  ["on 25 October, a day of 25 hours", "2026-10-25", "07:30", "11:30", "12:30", "17:30"],
  [
    "on 28 March of the next year, the change itself",
    "2027-03-28",
    "06:30",
    "10:30",
    "11:30",
    "16:30",
  ],
])("half-days keep their wall hours %s", (_name, on, a, b, c, d) => {
  const opening = openingOfDay(aCalendar(), day(on));
  const utc = (time: string) => `${on}T${time}:00.000Z`;
  expect(isoOf(opening.morning)).toEqual([utc(a), utc(b)]);
  expect(isoOf(opening.afternoon)).toEqual([utc(c), utc(d)]);
});

test("hours across the boundary are cut there: one space, one boundary", () => {
  const rules = everyDay.map((weekday) =>
    plainRule({
      weekday,
      startMinute: 480,
      endMinute: 1320,
      state: "self_service" as const,
    }),
  );
  const cut = (halfDayBoundary: number) => {
    const opening = openingOfDay(aCalendar({ rules, halfDayBoundary }), day("2026-06-16"));
    return [isoOf(opening.morning)[1], isoOf(opening.afternoon)[0]];
  };
  expect(cut(780)).toEqual(["2026-06-16T11:00:00.000Z", "2026-06-16T11:00:00.000Z"]);
  expect(cut(810)).toEqual(["2026-06-16T11:30:00.000Z", "2026-06-16T11:30:00.000Z"]);
});

test("one shared host who alternates shows as two states in one day", () => {
  const rules = [
    plainRule({ weekday: 2, startMinute: 480, endMinute: 720, state: "staffed" as const }),
    plainRule({ weekday: 2, startMinute: 720, endMinute: 1320, state: "self_service" as const }),
  ];
  const { morning } = openingOfDay(aCalendar({ rules }), day("2026-06-16"));
  expect(morning.open && morning.intervals.map((interval) => interval.state)).toEqual([
    "staffed",
    "self_service",
  ]);
});

test("hours change on a date: the old rule ends the day the new one begins", () => {
  const change = day("2026-06-16");
  const rules = [
    plainRule({
      weekday: 2,
      startMinute: 480,
      endMinute: 720,
      state: "staffed" as const,
      validFrom: null,
      validUntil: change,
    }),
    plainRule({
      weekday: 2,
      startMinute: 540,
      endMinute: 720,
      state: "staffed" as const,
      validFrom: change,
      validUntil: null,
    }),
  ];
  const startOn = (on: string) => weeklyHours(aCalendar({ rules }), day(on))[0]?.startMinute;
  expect([startOn("2026-06-09"), startOn("2026-06-16"), startOn("2026-06-23")]).toEqual([
    480, 540, 540,
  ]);
});

test("an exception replaces the week's hours and says why when it closes", () => {
  const exceptions = [
    {
      day: day("2026-06-16"),
      intervals: [{ startMinute: 600, endMinute: 720, state: "staffed" as const }],
      reason: "Fête du village",
    },
  ];
  const opening = openingOfDay(aCalendar({ exceptions }), day("2026-06-16"));
  expect(isoOf(opening.morning)).toEqual(["2026-06-16T08:00:00.000Z", "2026-06-16T10:00:00.000Z"]);
  expect(opening.afternoon).toEqual({
    open: false,
    half: "afternoon",
    because: "exception",
    reason: "Fête du village",
  });
});

test("a public holiday closes, unless the space opens on holidays or an exception opens it", () => {
  const holiday = day("2026-07-14");
  expect(openingOfDay(aCalendar(), holiday).morning).toMatchObject({
    open: false,
    because: "holiday",
  });
  const opens = aCalendar({ closesOnPublicHolidays: false });
  expect(openingOfDay(opens, holiday).morning.open).toBe(true);
  const intervals = [{ startMinute: 540, endMinute: 720, state: "staffed" as const }];
  const exception = aCalendar({ exceptions: [{ day: holiday, intervals, reason: null }] });
  expect(hoursOfDay(exception, holiday)).toEqual(intervals);
});

test("a holiday on a day that is closed anyway is closed for its hours", () => {
  const opening = openingOfDay(aCalendar({ rules: [] }), day("2026-07-14"));
  expect(opening.morning).toMatchObject({ because: "hours" });
});

test("a closure that touches a half-day closes it, and only it", () => {
  const closures = [
    {
      startsAt: new Date("2026-06-16T10:00:00Z"),
      endsAt: new Date("2026-06-16T11:30:00Z"),
      reason: "Travaux",
    },
  ];
  const opening = openingOfDay(aCalendar({ closures }), day("2026-06-16"));
  expect(opening.morning).toEqual({
    open: false,
    half: "morning",
    because: "closure",
    reason: "Travaux",
  });
  expect(opening.afternoon.open).toBe(true);
});

test("an opening that lies in the missing hour does not exist", () => {
  const rules = [
    plainRule({ weekday: 7, startMinute: 120, endMinute: 180, state: "staffed" as const }),
  ];
  const { morning } = openingOfDay(aCalendar({ rules }), day("2026-03-29"));
  expect(morning.open && morning.endsAt > morning.startsAt).toBe(false);
});

test.each([
  [
    "2026",
    [
      "01-01",
      "04-06",
      "05-01",
      "05-08",
      "05-14",
      "05-25",
      "07-14",
      "08-15",
      "11-01",
      "11-11",
      "12-25",
    ],
  ],
  [
    "2027",
    [
      "01-01",
      "03-29",
      "05-01",
      "05-06",
      "05-08",
      "05-17",
      "07-14",
      "08-15",
      "11-01",
      "11-11",
      "12-25",
    ],
  ],
])("%s has its eleven public holidays", (year, expected) => {
  const days = Array.from({ length: 366 }, (_, index) => addDays(day(`${year}-01-01`), index));
  const holidays = days.filter((on) => on.startsWith(year) && publicHolidayOn(on));
  expect(holidays.map((on) => on.slice(5))).toEqual(expected);
});

test("open now, until the end of adjoining hours, whatever their state", () => {
  const rules = [
    plainRule({ weekday: 2, startMinute: 480, endMinute: 720, state: "staffed" as const }),
    plainRule({ weekday: 2, startMinute: 720, endMinute: 1320, state: "self_service" as const }),
  ];
  expect(openNow(aCalendar({ rules }), new Date("2026-06-16T08:00:00Z"))).toEqual({
    open: true,
    state: "staffed",
    until: new Date("2026-06-16T20:00:00Z"),
  });
});

test("closed at lunch, opens after; closed for good says nothing", () => {
  const lunch = new Date("2026-06-16T11:00:00Z");
  expect(openNow(aCalendar(), lunch)).toEqual({
    open: false,
    opensAt: new Date("2026-06-16T11:30:00Z"),
  });
  expect(openNow(aCalendar({ rules: [] }), lunch)).toEqual({ open: false, opensAt: null });
});

test("a closure inside opening hours ends them early", () => {
  const closures = [
    {
      startsAt: new Date("2026-06-16T09:00:00Z"),
      endsAt: new Date("2026-06-16T10:00:00Z"),
      reason: "Exercice",
    },
  ];
  const calendar = aCalendar({ closures });
  expect(openNow(calendar, new Date("2026-06-16T08:00:00Z"))).toMatchObject({
    until: new Date("2026-06-16T09:00:00Z"),
  });
  expect(openNow(calendar, new Date("2026-06-16T09:30:00Z"))).toEqual({
    open: false,
    opensAt: new Date("2026-06-16T10:00:00Z"),
  });
});

test("an opening inside the hour that summer time skips does not shorten the one after it", () => {
  const skipped = [
    plainRule({ weekday: 7, startMinute: 150, endMinute: 180 }),
    plainRule({ weekday: 7, startMinute: 180, endMinute: 300 }),
  ];
  const runs = openRuns(aCalendar({ rules: skipped }), day("2026-03-29"));
  expect(runs).toEqual([
    { startsAt: new Date("2026-03-29T01:00:00Z"), endsAt: new Date("2026-03-29T03:00:00Z") },
  ]);
});
