import { expect, test } from "vitest";
import { blocksOf, readBusyTimes } from "@/lib/bookings/imports/rules";
import { bounds } from "@/lib/bookings/imports/schema";
import { day } from "@/lib/core/day";

const terms = { timeZone: "Europe/Paris", today: day("2026-06-15") };

function run(text: string) {
  const work = readBusyTimes(Buffer.from(text), terms);
  let step = work.next();
  let steps = 0;
  for (; !step.done; step = work.next()) steps += 1;
  return { result: step.value, steps };
}

const calendarOf = (events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");

/** Busy times as local text, of a calendar with these events. */
function busy(...events: string[]): string[] {
  const { result } = run(calendarOf(events));
  if (!result.ok) return [result.refusal];
  const local = (instant: Date) =>
    instant.toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 16);
  const remark = result.value.remark ? [result.value.remark] : [];
  return [
    ...result.value.blocks.map(({ startsAt, endsAt }) => `${local(startsAt)} → ${local(endsAt)}`),
    ...remark,
  ];
}

const paris = (name: string, wall: string) => `${name};TZID=Europe/Paris:${wall}`;

test("an event keeps its hours, and only those from yesterday to 400 days ahead are kept", () => {
  expect(
    busy(
      event(paris("DTSTART", "20260616T083000"), "DURATION:PT2H"),
      event(paris("DTSTART", "20260612T083000"), "DURATION:PT2H"),
      event(paris("DTSTART", "20270801T083000"), "DURATION:PT2H"),
    ),
  ).toEqual(["2026-06-16 08:30 → 2026-06-16 10:30"]);
});

test("a weekly meeting keeps its local hour across the change of clocks", () => {
  const weekly = busy(
    event(paris("DTSTART", "20261015T090000"), "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4"),
  );
  expect(weekly).toEqual([
    "2026-10-15 09:00 → 2026-10-15 10:00",
    "2026-10-22 09:00 → 2026-10-22 10:00",
    "2026-10-29 09:00 → 2026-10-29 10:00",
    "2026-11-05 09:00 → 2026-11-05 10:00",
  ]);
});

test("dates taken out, replaced, moved, made free and cancelled are honoured", () => {
  const master = event(
    "UID:a",
    paris("DTSTART", "20260616T090000"),
    "DURATION:PT1H",
    "RRULE:FREQ=DAILY;UNTIL=20260620T215959Z",
    paris("EXDATE", "20260617T090000"),
  );
  const occurrence = (date: string, ...lines: string[]) =>
    event("UID:a", paris("RECURRENCE-ID", `${date}T090000`), ...lines);
  expect(
    busy(
      master,
      occurrence("20260618", paris("DTSTART", "20260618T150000"), "DURATION:PT1H"),
      occurrence("20260619", paris("DTSTART", "20260619T090000"), "TRANSP:TRANSPARENT"),
      occurrence("20260620", paris("DTSTART", "20260620T090000"), "STATUS:CANCELLED"),
    ),
  ).toEqual(["2026-06-16 09:00 → 2026-06-16 10:00", "2026-06-18 15:00 → 2026-06-18 16:00"]);
});

test("an exception given in another zone or as a day is the same exception", () => {
  const daily = (...lines: string[]) =>
    event(
      ...[paris("DTSTART", "20260616T090000"), "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"],
      ...lines,
    );
  const expected = ["2026-06-16 09:00 → 2026-06-16 10:00", "2026-06-18 09:00 → 2026-06-18 10:00"];
  expect(busy(daily("EXDATE:20260617T070000Z"))).toEqual(expected);
  expect(busy(daily("EXDATE;VALUE=DATE:20260617"))).toEqual(expected);
});

test("whole days are local days, cut at 24 hours, of 23 or 25 hours when clocks change", () => {
  expect(busy(event("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261027"))).toEqual([
    "2026-10-24 00:00 → 2026-10-25 00:00",
    "2026-10-25 00:00 → 2026-10-25 23:00",
    "2026-10-25 23:00 → 2026-10-26 23:00",
    "2026-10-26 23:00 → 2026-10-27 00:00",
  ]);
  expect(
    busy(
      event(
        "DTSTART;VALUE=DATE:20260620",
        "RRULE:FREQ=WEEKLY;UNTIL=20260627",
        "EXDATE;VALUE=DATE:20260620",
      ),
    ),
  ).toEqual(["2026-06-27 00:00 → 2026-06-28 00:00"]);
});

test("an event under way since long keeps what is left of it", () => {
  const { result } = run(
    calendarOf([event("DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20260617")]),
  );
  const blocks = result.ok ? result.value.blocks : [];
  expect(blocks[0]?.startsAt).toEqual(new Date("2026-06-13T22:00:00Z"));
  expect(blocks.at(-1)?.endsAt).toEqual(new Date("2026-06-16T22:00:00Z"));
});

test("a repetition longer than its pace is one long busy time", () => {
  const daily = event("DTSTART;VALUE=DATE:20200101", "DURATION:P10D", "RRULE:FREQ=WEEKLY");
  const { result } = run(calendarOf([daily]));
  const blocks = result.ok ? result.value.blocks : [];
  const hours = blocks.reduce((sum, each) => sum + (+each.endsAt - +each.startsAt) / 3_600_000, 0);
  expect(hours).toBe(402 * 24);
  expect(Math.max(...blocks.map((each) => +each.endsAt - +each.startsAt))).toBe(86_400_000);
});

test("events that touch or cover each other are one; one without length is none", () => {
  expect(
    busy(
      event(paris("DTSTART", "20260616T090000"), "DURATION:PT1H"),
      event(paris("DTSTART", "20260616T100000"), "DURATION:PT1H"),
      event(paris("DTSTART", "20260616T091500"), "DURATION:PT15M"),
      event(paris("DTSTART", "20260616T120000")),
    ),
  ).toEqual(["2026-06-16 09:00 → 2026-06-16 11:00"]);
});

test("an event that ends before it begins is left out, and said so; the rest is taken", () => {
  expect(
    busy(
      event(paris("DTSTART", "20260616T090000"), "DURATION:-PT1H"),
      event(paris("DTSTART", "20260617T090000"), "DURATION:PT1H"),
    ),
  ).toEqual(["2026-06-17 09:00 → 2026-06-17 10:00", "events_skipped"]);
});

test("floating hours and hours of elsewhere are told from those of the space", () => {
  expect(
    busy(
      event("DTSTART:20260616T090000", "DURATION:PT1H"),
      event("DTSTART;TZID=America/New_York:20260616T090000", "DURATION:PT1H"),
    ),
  ).toEqual(["2026-06-16 09:00 → 2026-06-16 10:00", "2026-06-16 15:00 → 2026-06-16 16:00"]);
});

test("more than two thousand busy times: the soonest are kept, and it is said", () => {
  const daily = (hour: number) =>
    event(
      paris("DTSTART", `20260101T${String(hour).padStart(2, "0")}0000`),
      ...["DURATION:PT30M", "RRULE:FREQ=DAILY"],
    );
  const { result } = run(calendarOf([8, 9, 10, 11, 14, 15, 16].map(daily)));
  const value = result.ok ? result.value : null;
  expect(value?.remark).toBe("kept_soonest");
  expect(value?.blocks).toHaveLength(bounds.blocks);
  expect(value?.blocks[0]?.startsAt).toEqual(new Date("2026-06-14T06:00:00Z"));
});

const start = paris("DTSTART", "20260616T090000");

test.each([
  ["a repetition every second", [event(start, "RRULE:FREQ=SECONDLY")], "rule_too_frequent"],
  ["a zone nobody knows", [event("DTSTART;TZID=Nowhere:20260616T090000")], "zone_unknown"],
  [
    "thousands of rules that count and never come",
    Array(4_000).fill(
      event("DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;COUNT=1000000;BYMONTH=2;BYMONTHDAY=30"),
    ),
    "too_many_repeats",
  ],
  [
    "hundreds of events every day for ever",
    Array(300).fill(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY")),
    "too_many_repeats",
  ],
  [
    "hundreds of events of years, every day",
    Array(300).fill(event("DTSTART:19000101T000000Z", "DURATION:P9000D", "RRULE:FREQ=DAILY")),
    "too_many_repeats",
  ],
])("%s: nothing is taken, in bounds", (_what, events, refusal) => {
  const { result, steps } = run(calendarOf(events));
  expect(result).toEqual({ ok: false, refusal });
  expect(steps).toBeLessThan(bounds.daysTried + bounds.components + 10_000);
});

test("rules that never come are passed over: no reader is caught in them", () => {
  const never = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20",
    "FREQ=WEEKLY;INTERVAL=10000",
    "FREQ=DAILY;UNTIL=19000101T000000Z",
  ];
  const events = never.map((rule) =>
    event("DTSTART:20200101T090000Z", "DURATION:PT1H", `RRULE:${rule}`),
  );
  expect(busy(...events)).toEqual([]);
});

test("blocks are within their window, apart from each other, and none is longer than a day", () => {
  const window = {
    from: new Date("2026-06-15T00:00:00Z"),
    until: new Date("2026-06-20T00:00:00Z"),
  };
  const hour = (from: number, until: number) => ({
    startsAt: new Date(window.from.getTime() + from * 3_600_000),
    endsAt: new Date(window.from.getTime() + until * 3_600_000),
  });
  expect(
    blocksOf([hour(30, 80), hour(-5, 3), hour(3, 4), hour(6, 6), hour(200, 201)], window),
  ).toEqual({
    blocks: [hour(0, 4), hour(30, 54), hour(54, 78), hour(78, 80)],
    isCut: false,
  });
});
