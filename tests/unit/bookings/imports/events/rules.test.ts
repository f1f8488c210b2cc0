import { expect, test } from "vitest";
import { instantOf, readEvent } from "@/lib/bookings/imports/events/rules";

const read = (...lines: string[]) => readEvent(lines, "Europe/Paris");

function startOf(line: string): string {
  const event = read(line);
  return event.ok ? instantOf(event.value.start).toISOString() : event.refusal;
}

test.each([
  ["DTSTART;TZID=Europe/Paris:20260616T083000", "2026-06-16T06:30:00.000Z"],
  ["DTSTART;TZID=America/New_York:20260616T083000", "2026-06-16T12:30:00.000Z"],
  ["DTSTART;TZID=Romance Standard Time:20260616T083000", "2026-06-16T06:30:00.000Z"],
  ["DTSTART:20260616T083000Z", "2026-06-16T08:30:00.000Z"],
  ["DTSTART:20260616T083015", "2026-06-16T06:30:15.000Z"],
  ["DTSTART;VALUE=DATE:20260616", "2026-06-15T22:00:00.000Z"],
  ["DTSTART;TZID=Nowhere/City:20260616T083000", "zone_unknown"],
  ["DTSTART:20260631T083000", "skipped"],
  ["DTSTART:20260616T250000", "skipped"],
  ["DTSTART:garbage", "skipped"],
  ["DTSTART:99990101T000000Z", "skipped"],
  ["UID:without start", "skipped"],
])("%s begins %s", (line, expected) => {
  expect(startOf(line)).toBe(expected);
});

const start = "DTSTART;TZID=Europe/Paris:20260616T083000";

test.each([
  [[start], { ms: 0 }],
  [[start, "DURATION:PT1H30M"], { ms: 5_400_000 }],
  [[start, "DTEND:20260616T073000Z"], { ms: 3_600_000 }],
  [["DTSTART;VALUE=DATE:20260616"], { days: 1 }],
  [["DTSTART;VALUE=DATE:20260616", "DTEND;VALUE=DATE:20260616"], { days: 1 }],
  [["DTSTART;VALUE=DATE:20260616", "DTEND;VALUE=DATE:20260619"], { days: 3 }],
  [["DTSTART;VALUE=DATE:20260616", "DURATION:P2D"], { days: 2 }],
  [[start, "DURATION:P999999W"], { ms: 864_000_000_000 }],
])("%s lasts", (lines, length) => {
  expect(read(...lines)).toMatchObject({ ok: true, value: { length } });
});

test.each([
  [start, "DTEND:20260616T053000Z"],
  [start, "DURATION:-PT1H"],
  [start, "DURATION:forever"],
  ["DTSTART;VALUE=DATE:20260616", "DTEND;VALUE=DATE:20260610"],
  [start, "RRULE:FREQ=YEARLY;BYWEEKNO=20"],
  [start, "RRULE:FREQ=DAILY;BYDAY=0MO"],
  [start, "RRULE:nonsense"],
  [start, "EXDATE:20260230T000000"],
])("%s with %s is not understood", (...lines) => {
  expect(read(...lines)).toMatchObject({ ok: false, refusal: "skipped" });
});

test.each(["SECONDLY", "MINUTELY", "HOURLY"])(
  "a repetition %s ends the reading of the whole calendar",
  (frequency) => {
    expect(read(start, `RRULE:FREQ=${frequency}`)).toMatchObject({ refusal: "rule_too_frequent" });
  },
);

test("cancelled and transparent events keep nobody away", () => {
  const busy = (...lines: string[]) => {
    const event = read(start, ...lines);
    return event.ok && event.value.isBusy;
  };
  expect([busy(), busy("STATUS:CONFIRMED"), busy("TRANSP:OPAQUE")]).toEqual([true, true, true]);
  expect([busy("STATUS:CANCELLED"), busy("TRANSP:TRANSPARENT")]).toEqual([false, false]);
});

test("the start of a period is a start", () => {
  expect(read(start, "RDATE;VALUE=PERIOD:20260620T080000Z/PT1H")).toMatchObject({
    ok: true,
    value: { alsoAt: [{ second: 28_800, zone: "UTC" }] },
  });
});
