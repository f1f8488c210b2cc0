import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  clockText,
  dateColumn,
  day,
  dayFromColumn,
  dayOf,
  daysBetween,
  eachDay,
  endOfHours,
  instantAt,
  instantFrom,
  monthStart,
  parseClock,
  parseDay,
  wallMinuteOf,
  weekdayOf,
} from "@/lib/core/day";

const paris = "Europe/Paris";

test.each([
  "2026-02-30",
  "2026-13-01",
  "2026-00-10",
  "26-01-01",
  "2026-1-1",
  "",
  "hier",
  "2025-02-29",
])("« %s » is not a day", (text) => {
  expect(parseDay(text)).toBeNull();
  expect(() => day(text)).toThrow(RangeError);
});

test.each(["0000-01-01", "0001-01-01", "1999-12-31", "2101-01-01", "9999-12-31"])(
  "nobody books on %s: it is not read from an address or a form",
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

test("the first and the last day that are read can be counted from, both ways", () => {
  for (const text of ["2000-01-01", "2100-12-31"]) {
    const read = parseDay(text);
    expect(read).toBe(text);
    if (read) expect(addDays(addDays(read, 400), -400)).toBe(text);
  }
});

test("29 February exists in a leap year", () => {
  expect(parseDay("2028-02-29")).toBe("2028-02-29");
});

test("an instant has the date of the wall it is read on", () => {
  const instant = new Date("2026-06-15T22:30:00Z");
  expect(dayOf(instant, paris)).toBe("2026-06-16");
  expect(dayOf(instant, "America/St_Johns")).toBe("2026-06-15");
  expect(dayOf(instant, "Asia/Kathmandu")).toBe("2026-06-16");
  expect(wallMinuteOf(instant, paris)).toBe(30);
});

test.each([
  ["an ordinary summer morning", "2026-06-16", 510, "2026-06-16T06:30:00.000Z"],
  ["an ordinary winter morning", "2026-01-13", 510, "2026-01-13T07:30:00.000Z"],
  ["the day clocks go forward, before the jump", "2026-03-29", 60, "2026-03-29T00:00:00.000Z"],
  ["the missing hour moves after the jump", "2026-03-29", 150, "2026-03-29T01:30:00.000Z"],
  ["the day clocks go forward, in the morning", "2026-03-29", 510, "2026-03-29T06:30:00.000Z"],
  ["the hour lived twice is the first", "2026-10-25", 150, "2026-10-25T00:30:00.000Z"],
  ["the day clocks go back, in the morning", "2026-10-25", 510, "2026-10-25T07:30:00.000Z"],
  ["midnight at the end of a day", "2026-06-16", 1440, "2026-06-16T22:00:00.000Z"],
])("%s", (_name, on, minute, instant) => {
  expect(instantAt(day(on), minute, paris).toISOString()).toBe(instant);
});

test.each(["UTC", "Europe/Paris", "Asia/Kathmandu", "America/New_York"])(
  "the hour lived twice is the first and the missing one after the jump, on a machine in %s",
  (zone) => {
    const usual = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      // Minutes nobody else asks for here: what was worked out before is remembered.
      const minute = 151 + zone.length;
      const shown = (on: string, timeZone: string) =>
        instantAt(day(on), minute, timeZone).getTime() - Date.parse(on) - minute * 60_000;
      expect(shown("2026-10-25", paris)).toBe(-2 * 3_600_000);
      expect(shown("2026-03-29", paris)).toBe(-3_600_000);
      expect(shown("2027-04-04", "Pacific/Auckland")).toBe(-13 * 3_600_000);
    } finally {
      process.env["TZ"] = usual;
    }
  },
);

test("a day has 23, 24 or 25 hours", () => {
  const hours = (on: string) =>
    (instantAt(addDays(day(on), 1), 0, paris).getTime() - instantAt(day(on), 0, paris).getTime()) /
    3_600_000;
  expect([hours("2026-03-29"), hours("2026-06-16"), hours("2026-10-25")]).toEqual([23, 24, 25]);
});

test("days count across months, years and leap days", () => {
  expect(addDays(day("2027-12-31"), 1)).toBe("2028-01-01");
  expect(addDays(day("2028-02-28"), 1)).toBe("2028-02-29");
  expect(daysBetween(day("2028-02-28"), day("2028-03-01"))).toBe(2);
  expect(eachDay(day("2026-06-15"), day("2026-06-17"))).toEqual([
    "2026-06-15",
    "2026-06-16",
    "2026-06-17",
  ]);
  expect(eachDay(day("2026-06-17"), day("2026-06-15"))).toEqual([]);
});

test("a month begins on its first", () => {
  expect(["2026-07-01", "2024-02-29", "2026-12-31"].map((each) => monthStart(day(each)))).toEqual([
    ...["2026-07-01", "2024-02-01", "2026-12-01"],
  ]);
});

test("the week begins on Monday", () => {
  expect(weekdayOf(day("2026-06-15"))).toBe(1);
  expect(weekdayOf(day("2026-06-21"))).toBe(7);
});

test("a day and its column are the same day, whatever the zone of the server", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (offset) => {
      const some = addDays(day("1990-01-01"), offset);
      expect(dayFromColumn(dateColumn(some))).toBe(some);
    }),
  );
});

test("every wall minute outside a clock change is read back as itself", () => {
  const zones = [paris, "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 3_650 }),
      fc.integer({ min: 360, max: 1439 }),
      (zone, offset, minute) => {
        const on = addDays(day("2024-01-01"), offset);
        const instant = instantAt(on, minute, zone);
        expect([dayOf(instant, zone), wallMinuteOf(instant, zone)]).toEqual([on, minute]);
      },
    ),
  );
});

test("a wall minute is written and read as a time field does", () => {
  expect([0, 570, 1_439].map(clockText)).toEqual(["00:00", "09:30", "23:59"]);
  expect(["00:00", "09:30", "23:59"].map(parseClock)).toEqual([0, 570, 1_439]);
  expect(["24:00", "9:30", "09:60", "", "midi"].map(parseClock)).toEqual(Array(5).fill(null));
});

test("hours end later the same day, or in the night that follows until six, half a day later at most", () => {
  expect(endOfHours(840, 1_020)).toBe(1_020);
  expect(endOfHours(1_260, 30)).toBe(1_470);
  expect(endOfHours(1_260, 0)).toBe(1_440);
  expect(endOfHours(1_080, 360)).toBe(1_800);
  // An hour typed for another: nobody means all of a day and a night.
  for (const [from, until] of [
    [840, 780],
    [840, 840],
    [840, 121],
    [1_260, 361],
    [300, 30],
  ] as const) {
    expect(endOfHours(from, until), `${from} ${until}`).toBeNull();
  }
});

test("a minute past midnight is that of the wall of the day after, whatever the clocks did in between", () => {
  for (const on of ["2026-06-18", "2026-10-24", "2026-10-25", "2026-03-28", "2026-12-31"].map(
    day,
  )) {
    for (const minute of [0, 1_439, 1_440, 1_470, 1_590, 1_800]) {
      const later = minute >= 1_440;
      expect(instantFrom(on, minute, "Europe/Paris")).toEqual(
        instantAt(later ? addDays(on, 1) : on, later ? minute - 1_440 : minute, "Europe/Paris"),
      );
    }
  }
});
