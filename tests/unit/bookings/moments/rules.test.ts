import { expect, test } from "vitest";
import { decideMoment, type ResourceTerms, type Wanted } from "@/lib/bookings/moments/rules";
import type { BookableSpace } from "@/lib/bookings/rules";
import { addDays, day, instantAt } from "@/lib/core/day";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const monday = new Date("2026-06-15T06:00:00Z");
const paris = "Europe/Paris";

function aSpace(
  resource: ResourceTerms,
  calendar: Partial<OpeningCalendar> = {},
): BookableSpace<ResourceTerms> {
  return {
    bookingHorizonDays: 60,
    resources: [resource],
    calendar: {
      timeZone: paris,
      halfDayBoundary: 780,
      closesOnPublicHolidays: true,
      rules: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
        plainRule({ weekday, startMinute: 510, endMinute: 750 }),
        plainRule({ weekday, startMinute: 810, endMinute: 1110, state: "self_service" }),
      ]),
      exceptions: [],
      closures: [],
      schoolHolidays: [],
      ...calendar,
    },
  };
}

const room = plainResource({ id: "room", kind: "room", modes: ["hour", "half_day"] });

/** Hours of that day on the wall in France, as « 09:00 ». */
function hours(from: string, to: string, on = tuesday): Wanted {
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { startsAt: instantAt(on, minute(from), paris), endsAt: instantAt(on, minute(to), paris) };
}

function said(
  wanted: Wanted,
  resource: ResourceTerms = room,
  at = monday,
  space = aSpace(resource),
) {
  const decided = decideMoment(space, resource, wanted, at);
  return decided.ok ? decided.part : decided.refusal;
}

test("a part of the day means its opening, hours mean themselves", () => {
  expect(decideMoment(aSpace(room), room, { day: tuesday, part: "morning" }, monday)).toEqual({
    ok: true,
    day: tuesday,
    part: "morning",
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
  });
  expect(decideMoment(aSpace(room), room, hours("09:00", "10:30"), monday)).toMatchObject({
    ok: true,
    day: tuesday,
    part: "hours",
  });
});

test.each([
  ["off the grid", "09:10", "10:10", "length_refused"],
  ["shorter than the shortest", "09:00", "09:30", "length_refused"],
  ["longer than the longest", "08:30", "12:30", "length_refused"],
  ["of the wrong length", "09:00", "10:10", "length_refused"],
  ["before opening", "08:00", "09:00", "space_closed"],
  ["across lunch, when it is shut", "12:00", "14:00", "space_closed"],
  ["until closing", "17:30", "18:30", "hours"],
])("hours %s: %s to %s is %s", (_name, from, to, answer) => {
  const strict = { ...room, minMinutes: 60, maxMinutes: 180 };
  expect(said(hours(from, to), strict)).toBe(answer);
});

test("adjoining openings of two states are one", () => {
  const rules = [
    plainRule({ weekday: 2, startMinute: 480, endMinute: 780 }),
    plainRule({ weekday: 2, startMinute: 780, endMinute: 1320, state: "self_service" }),
  ];
  expect(said(hours("12:00", "14:00"), room, monday, aSpace(room, { rules }))).toBe("hours");
});

test("hours that are exactly a half-day book that half-day where hours are not offered", () => {
  const desk = plainResource({ id: "desk" });
  expect(said(hours("08:30", "12:30"), desk)).toBe("morning");
  expect(said(hours("08:30", "18:30"), desk)).toBe("day");
  expect(said(hours("09:00", "12:30"), desk)).toBe("mode_not_offered");
});

test.each([
  ["half-days only", { modes: ["half_day" as const] }, { day: tuesday, part: "day" as const }],
  ["hours only", { modes: ["hour" as const] }, { day: tuesday, part: "morning" as const }],
])("a resource by %s refuses the rest", (_name, terms, wanted) => {
  expect(said(wanted, { ...room, ...terms })).toBe("mode_not_offered");
});

test("notice, horizon and service of the resource come before the space's", () => {
  const at = new Date("2026-06-16T06:00:00Z");
  const withNotice = { ...room, noticeMinutes: 120 };
  expect(said(hours("10:00", "11:00"), withNotice, at)).toBe("hours");
  expect(said(hours("09:30", "10:30"), withNotice, at)).toBe("too_late_to_book");
  const near = { ...room, horizonDays: 7 };
  expect(said({ day: addDays(tuesday, 6), part: "morning" }, near)).toBe("morning");
  expect(said({ day: addDays(tuesday, 7), part: "morning" }, near)).toBe("beyond_horizon");
  expect(said({ day: tuesday, part: "morning" }, { ...room, inServiceUntil: tuesday })).toBe(
    "not_bookable",
  );
});

test("the step under way may still be taken, the one before it not", () => {
  const at = instantAt(tuesday, 9 * 60 + 7, paris);
  expect(said(hours("09:00", "10:00"), room, at)).toBe("hours");
  expect(said(hours("08:30", "10:00"), room, at)).toBe("slot_over");
  expect(said(hours("08:30", "09:00"), room, at)).toBe("slot_over");
});

test("a closure of the space refuses only the hours it touches, one of the resource too", () => {
  const closure = {
    startsAt: instantAt(tuesday, 600, paris),
    endsAt: instantAt(tuesday, 660, paris),
    reason: "Réunion",
  };
  const shut = aSpace(room, { closures: [closure] });
  expect(said(hours("09:00", "10:00"), room, monday, shut)).toBe("hours");
  expect(said(hours("09:30", "10:30"), room, monday, shut)).toBe("space_closed");
  const broken = { ...room, closures: [closure] };
  expect(said(hours("11:00", "12:00"), broken)).toBe("hours");
  expect(said(hours("10:30", "11:30"), broken)).toBe("resource_closed");
});

test.each([
  ["2026-10-25", "a day of 25 hours"],
  ["2027-03-28", "a day of 23 hours"],
  ["2027-10-31", "a day of 25 hours"],
  ["2028-03-26", "a day of 23 hours"],
  ["2028-10-29", "a day of 25 hours"],
  ["2029-03-25", "a day of 23 hours"],
])("on %s, %s, nine o'clock stays nine on the wall", (on) => {
  const at = instantAt(addDays(day(on), -3), 600, paris);
  const decided = decideMoment(aSpace(room), room, hours("09:00", "11:00", day(on)), at);
  expect(decided).toMatchObject({ ok: true, day: on, part: "hours" });
  expect(decided.ok && decided.endsAt.getTime() - decided.startsAt.getTime()).toBe(7_200_000);
});
