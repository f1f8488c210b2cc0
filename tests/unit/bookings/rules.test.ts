import { expect, test } from "vitest";
import {
  type BookableSpace,
  bookingsHitBy,
  cancellableUntil,
  currentHalfDay,
  decideSlot,
  inServiceOn,
  lastBookableDay,
  openToAll,
  slotOf,
  slotOpening,
  stateInSlot,
  togetherAmong,
} from "@/lib/bookings/rules";
import { addDays, day } from "@/lib/core/day";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const at = (text: string) => new Date(text);
const mondayMorning = at("2026-06-15T06:00:00Z");

function aCalendar(overrides: Partial<OpeningCalendar> = {}): OpeningCalendar {
  const week = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, startMinute: 510, endMinute: 750, state: "staffed" as const },
    { weekday, startMinute: 810, endMinute: 1110, state: "staffed" as const },
  ]);
  return {
    timeZone: "Europe/Paris",
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: week.map(plainRule),
    exceptions: [],
    closures: [],
    schoolHolidays: [],
    ...overrides,
  };
}

function aSpace(overrides: Partial<BookableSpace> = {}): BookableSpace {
  return {
    calendar: aCalendar(),
    bookingHorizonDays: 60,
    resources: [
      plainResource({ id: "one" }),
      plainResource({ id: "two" }),
      plainResource({ id: "office", kind: "office" }),
      plainResource({ id: "room", kind: "room" }),
    ],
    ...overrides,
  };
}

const wholeTuesday = {
  startsAt: at("2026-06-16T06:30:00Z"),
  endsAt: at("2026-06-16T16:30:00Z"),
};

test("a day runs from the opening of the morning to the close of the afternoon", () => {
  const opening = openingOfDay(aCalendar(), tuesday);
  expect(slotOpening(opening, "day")).toEqual({ open: true, ...wholeTuesday });
  expect(slotOpening(opening, "morning")).toMatchObject({ endsAt: at("2026-06-16T10:30:00Z") });
});

test("a day with one half closed cannot be booked whole", () => {
  const closures = [
    { startsAt: at("2026-06-16T11:00:00Z"), endsAt: at("2026-06-16T20:00:00Z"), reason: "Travaux" },
  ];
  const space = aSpace({ calendar: aCalendar({ closures }) });
  expect(decideSlot(space, { day: tuesday, part: "day" }, mondayMorning)).toEqual({
    refusal: "space_closed",
    data: { because: "closure", reason: "Travaux" },
  });
  expect(decideSlot(space, { day: tuesday, part: "morning" }, mondayMorning)).toBeNull();
});

test("a day whose morning is closed cannot be booked whole either", () => {
  const opening = openingOfDay(
    aCalendar({
      exceptions: [
        {
          day: tuesday,
          intervals: [{ startMinute: 810, endMinute: 1110, state: "staffed" }],
          reason: null,
        },
      ],
    }),
    tuesday,
  );
  expect(slotOpening(opening, "day")).toMatchObject({ open: false, half: "morning" });
});

test("a morning taken leaves the afternoon free and takes the day", () => {
  const taken = [
    {
      resourceId: "one",
      startsAt: at("2026-06-16T06:30:00Z"),
      endsAt: at("2026-06-16T10:30:00Z"),
    },
  ];
  const ids = (part: "morning" | "afternoon" | "day") =>
    slotOf(aSpace(), taken, { day: tuesday, part }).free.map((resource) => resource.id);
  expect(ids("morning")).toEqual(["two", "office"]);
  expect(ids("afternoon")).toEqual(["one", "two", "office"]);
  expect(ids("day")).toEqual(["two", "office"]);
});

test("a search for offices does not offer desks", () => {
  const slot = slotOf(aSpace(), [], { day: tuesday, part: "day", kinds: ["office"] });
  expect(slot.free.map((resource) => resource.id)).toEqual(["office"]);
});

test("a closed slot has no place, free or taken", () => {
  const slot = slotOf(aSpace(), [], { day: day("2026-06-20"), part: "day" });
  expect(slot).toEqual({
    opening: { open: false, half: "morning", because: "hours", reason: null },
    free: [],
    taken: [],
  });
});

test("a desk out of service is not offered from its last day on", () => {
  const resources = [
    plainResource({ id: "old", inServiceUntil: tuesday }),
    plainResource({ id: "new", inServiceFrom: addDays(tuesday, 1) }),
  ];
  const on = (offset: number) =>
    inServiceOn(resources, addDays(tuesday, offset)).map((resource) => resource.id);
  expect([on(-1), on(0), on(1)]).toEqual([["old"], [], ["new"]]);
});

test.each([
  ["yesterday", day("2026-06-12"), "slot_over"],
  ["sixty-one days ahead", addDays(day("2026-06-15"), 61), "beyond_horizon"],
  ["a Saturday", day("2026-06-20"), "space_closed"],
  ["14 July", day("2026-07-14"), "space_closed"],
])("%s cannot be booked", (_name, on, refusal) => {
  expect(decideSlot(aSpace(), { day: on, part: "day" }, mondayMorning)?.refusal).toBe(refusal);
});

test("the last day of the horizon can be booked", () => {
  const friday = at("2026-06-19T06:00:00Z");
  expect(lastBookableDay(aSpace({ bookingHorizonDays: 60 }), friday)).toBe("2026-08-18");
  const wanted = { day: day("2026-08-18"), part: "day" as const };
  expect(decideSlot(aSpace(), wanted, friday)).toBeNull();
});

test("a refusal of a date names the nearest one that may be tried", () => {
  const beyond = decideSlot(aSpace(), { day: day("2027-01-04"), part: "day" }, mondayMorning);
  const past = decideSlot(aSpace(), { day: day("2025-01-06"), part: "day" }, mondayMorning);
  expect(beyond?.data).toEqual({ nearestDay: "2026-08-14" });
  expect(past?.data).toEqual({ nearestDay: "2026-06-15" });
});

test("a morning may be booked until it ends, not after", () => {
  const wanted = { day: tuesday, part: "morning" as const };
  expect(decideSlot(aSpace(), wanted, at("2026-06-16T10:29:59Z"))).toBeNull();
  expect(decideSlot(aSpace(), wanted, at("2026-06-16T10:30:00Z"))?.refusal).toBe("slot_over");
});

test("today is the day of the space, not of the server", () => {
  // 23:30 in France on Monday is already Tuesday in Kathmandu and still Monday in St John's.
  const lateMonday = at("2026-06-15T21:30:00Z");
  expect(lastBookableDay(aSpace({ bookingHorizonDays: 0 }), lateMonday)).toBe("2026-06-15");
  const wanted = { day: day("2026-06-15"), part: "day" as const };
  expect(decideSlot(aSpace({ bookingHorizonDays: 0 }), wanted, lateMonday)?.refusal).toBe(
    "slot_over",
  );
});

const terms = {
  calendar: { timeZone: "Europe/Paris" },
  cancelDaysBefore: 1,
  cancelUntilMinute: 1080,
  cancelNoticeMinutes: null,
};

test("a booking is cancelled freely until the day before at six", () => {
  const booking = {
    day: tuesday,
    startsAt: at("2026-06-16T06:30:00Z"),
    createdAt: at("2026-06-01T08:00:00Z"),
    state: "confirmed" as const,
  };
  expect(cancellableUntil(terms, booking)).toEqual(at("2026-06-15T16:00:00Z"));
});

test("six in the evening stays six on the eve of a clock change", () => {
  const created = at("2026-01-05T08:00:00Z");
  const until = (text: string) =>
    cancellableUntil(terms, {
      ...{ day: day(text), startsAt: created, createdAt: created, state: "confirmed" },
    });
  expect(until("2026-03-30")).toEqual(at("2026-03-29T16:00:00Z"));
  expect(until("2026-03-29")).toEqual(at("2026-03-28T17:00:00Z"));
  expect(until("2026-10-26")).toEqual(at("2026-10-25T17:00:00Z"));
});

test("a booking just made late may be taken back for a quarter of an hour", () => {
  const booking = {
    day: tuesday,
    startsAt: at("2026-06-16T06:30:00Z"),
    createdAt: at("2026-06-16T07:00:00Z"),
    state: "confirmed" as const,
  };
  expect(cancellableUntil(terms, booking)).toEqual(at("2026-06-16T07:15:00Z"));
});

test("a request, which keeps nobody from the place, is taken back until its start", () => {
  const request = {
    day: tuesday,
    startsAt: at("2026-06-16T06:30:00Z"),
    createdAt: at("2026-06-16T05:00:00Z"),
    state: "requested" as const,
  };
  expect(cancellableUntil(terms, request)).toEqual(request.startsAt);
});

test.each([
  ["before opening", "2026-06-16T05:00:00Z", "morning"],
  ["in the morning", "2026-06-16T08:00:00Z", "morning"],
  ["at lunch", "2026-06-16T10:45:00Z", "afternoon"],
  ["in the afternoon", "2026-06-16T14:00:00Z", "afternoon"],
  ["in the evening", "2026-06-16T17:00:00Z", null],
  ["on a Sunday", "2026-06-14T08:00:00Z", null],
])("the half-day %s", (_name, instant, half) => {
  expect(currentHalfDay(aCalendar(), at(instant))).toBe(half);
});

test("a closure hits the bookings it meets, not the one that ends as it begins", () => {
  const morning = { startsAt: at("2026-06-16T06:30:00Z"), endsAt: at("2026-06-16T10:30:00Z") };
  const closure = { startsAt: at("2026-06-16T10:30:00Z"), endsAt: at("2026-06-16T18:00:00Z") };
  expect(bookingsHitBy(closure, [morning, wholeTuesday])).toEqual([wholeTuesday]);
});

test("a place out of service, too far ahead or too late to book is neither free nor taken", () => {
  const resources = [
    plainResource({ id: "plain" }),
    plainResource({ id: "gone", inServiceUntil: tuesday }),
    plainResource({ id: "far", horizonDays: 0 }),
    plainResource({ id: "late", noticeMinutes: 2 * 24 * 60 }),
    plainResource({ id: "shut", closures: [{ ...wholeTuesday, reason: "Travaux" }] }),
  ];
  const space = { ...aSpace(), resources };
  const all = slotOf(space, [{ resourceId: "plain", ...wholeTuesday }], {
    day: tuesday,
    part: "morning",
  });
  const slot = openToAll(space, all, tuesday, mondayMorning);
  expect(resources.map(({ id }) => stateInSlot(slot, id))).toEqual([
    "taken",
    ...["unavailable", "unavailable", "unavailable", "unavailable"],
  ]);
  const open = openToAll(
    space,
    slotOf(space, [], { day: tuesday, part: "day" }),
    tuesday,
    mondayMorning,
  );
  expect(stateInSlot(open, "plain")).toBe("free");
  const sunday = slotOf(space, [], { day: day("2026-06-21"), part: "day" });
  expect(openToAll(space, sunday, day("2026-06-21"), mondayMorning)).toEqual(sunday);
});

test("of a room and its two halves, two places can be had together; with one half taken, one", () => {
  const whole = { id: "whole", sharesWith: ["left", "right"] };
  const [left, right] = ["left", "right"].map((id) => ({ id, sharesWith: ["whole"] }));
  const alone = { id: "alone", sharesWith: [] };
  const names = (...all: ({ id: string; sharesWith: string[] } | undefined)[]) =>
    togetherAmong(all.filter((one) => one !== undefined))
      .map(({ id }) => id)
      .sort();
  expect(names(whole, left, right)).toEqual(["left", "right"]);
  expect(names(whole, left, right, alone)).toEqual(["alone", "left", "right"]);
  expect(names(right)).toEqual(["right"]);
  expect(names(whole)).toEqual(["whole"]);
  // What is not among them keeps nothing from them.
  expect(names(whole, left)).toHaveLength(1);
});
