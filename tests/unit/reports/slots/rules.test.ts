import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { UsageBooking, UsageResource, UsageSpace } from "@/lib/reports/rules";
import { deskSlots, halvesOf, heldBy, openHalves, placesOn } from "@/lib/reports/slots/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { aCalendar, plainRule } from "@/tests/support/plain-values";

const desk: UsageResource = {
  id: "desk",
  kind: "desk",
  inServiceFrom: day("2020-01-01"),
  inServiceUntil: null,
  closures: [],
  partIds: [],
};
const spaceOf = (
  resources: UsageResource[],
  calendar: Partial<OpeningCalendar> = {},
): UsageSpace => ({
  id: "s",
  calendar: aCalendar(calendar),
  resources,
});
const tuesday = day("2026-06-16");
const onTuesday = { first: tuesday, last: tuesday };
/** In June France is two hours ahead of UTC; the morning is from 8:30 to 12:30, the afternoon from 13:30 to 18:30. */
const booked = (resourceId: string, from = "06:30", until = "10:30"): UsageBooking => ({
  id: `${resourceId} ${from}`,
  spaceId: "s",
  resourceId,
  personId: "p",
  startsAt: new Date(`2026-06-16T${from}:00Z`),
  endsAt: new Date(`2026-06-16T${until}:00Z`),
  checkedInAt: null,
});

describe("desk-slots", () => {
  test("a desk under repair for an hour of the morning offers only its afternoon", () => {
    const repair = booked("desk", "07:00", "08:00");
    const slots = deskSlots(spaceOf([{ ...desk, closures: [repair] }]), [], onTuesday);
    expect(slots.map(({ half }) => half)).toEqual(["afternoon"]);
  });

  test("a repair between noon and two, while all is shut, takes nothing out", () => {
    const repair = booked("desk", "10:30", "11:30");
    expect(deskSlots(spaceOf([{ ...desk, closures: [repair] }]), [], onTuesday)).toHaveLength(2);
  });

  test("an hour booked is a slot booked, and a presence makes it occupied", () => {
    const bookings = [booked("desk", "07:00", "08:00")];
    expect(deskSlots(spaceOf([desk]), bookings, onTuesday)[0]).toMatchObject({
      half: "morning",
      isBooked: true,
      isOccupied: false,
    });
    const there = bookings.map((one) => ({ ...one, checkedInAt: one.startsAt }));
    expect(deskSlots(spaceOf([desk]), there, onTuesday)[0]).toMatchObject({ isOccupied: true });
  });

  test("an office made of two desks is two desks, and booking it takes both", () => {
    const space = spaceOf([
      { ...desk, id: "one" },
      { ...desk, id: "two" },
      { ...desk, id: "office", kind: "office", partIds: ["one", "two"] },
    ]);
    const slots = deskSlots(space, [booked("office")], onTuesday);
    expect(slots).toHaveLength(4);
    expect(slots.filter(({ isBooked }) => isBooked)).toHaveLength(2);
  });

  test("Saturday and Sunday are extended, and so is an afternoon that opens at six", () => {
    const week = { first: day("2026-06-15"), last: day("2026-06-21") };
    const all = deskSlots(spaceOf([desk]), [], week);
    expect(all).toHaveLength(14);
    expect(all.filter(({ isExtended }) => isExtended)).toHaveLength(4);
    const hoursFrom = (startMinute: number) => ({
      rules: [plainRule({ weekday: 2, startMinute, endMinute: 1260 })],
    });
    const extendedFrom = (startMinute: number) =>
      deskSlots(spaceOf([desk], hoursFrom(startMinute)), [], onTuesday).map(
        ({ isExtended }) => isExtended,
      );
    expect(extendedFrom(1080)).toEqual([true]);
    expect(extendedFrom(1050)).toEqual([false]);
  });
});

test("half-days open are those of the calendar, morning first", () => {
  const halves = openHalves(aCalendar(), tuesday).map(({ half }) => half);
  expect(halves).toEqual(["morning", "afternoon"]);
  expect(openHalves(aCalendar(), day("2026-07-14"))).toEqual([]);
});

test("a room that splits is its parts, even parts of parts, and no desk is a room", () => {
  const space = spaceOf([
    desk,
    { ...desk, id: "hall", kind: "room", partIds: ["half"] },
    { ...desk, id: "half", kind: "room", partIds: ["quarter", "desk"] },
    { ...desk, id: "quarter", kind: "room" },
  ]);
  expect(placesOn(space, tuesday, ["room"]).map(({ id }) => id)).toEqual(["quarter"]);
  expect(heldBy(space, booked("hall")).sort()).toEqual(["desk", "half", "hall", "quarter"]);
  expect(heldBy(space, booked("quarter"))).toEqual(["quarter"]);
});

test("a night belongs to the two days it touches, by the wall of the space", () => {
  const night = {
    startsAt: new Date("2026-06-16T19:00:00Z"),
    endsAt: new Date("2026-06-16T23:00:00Z"),
  };
  const range = { first: day("2026-06-01"), last: day("2026-06-30") };
  expect(halvesOf(aCalendar(), night, range)).toEqual([
    { day: "2026-06-16", half: "afternoon" },
    { day: "2026-06-17", half: "morning" },
  ]);
  expect(halvesOf(aCalendar(), night, onTuesday)).toHaveLength(1);
});
