import { describe, expect, test } from "vitest";
import {
  bookedOccupancy,
  offeredCapacity,
  realOccupancy,
  roomUse,
} from "@/lib/reports/indicators/capacity/rules";
import {
  aPlace,
  aReportSpace,
  aStay,
  aWorkingCalendar,
  countingOf,
  someRows,
} from "@/tests/support/report-rows";

const tuesday = countingOf("2026-06-16");

describe("what is offered", () => {
  test("is two half-days a desk and nine hours a room on a working day, over both spaces", () => {
    const { network, bySpace } = offeredCapacity(someRows(), tuesday);
    expect(network).toEqual({ deskSlots: 8, extended: 0, roomHours: 18 });
    expect(bySpace.get("luzech")).toEqual({ deskSlots: 4, extended: 0, roomHours: 9 });
  });

  test("shrinks with a room under repair by the very minutes it could not be had", () => {
    const repair = aStay({ on: "2026-06-16", part: "morning" });
    const resources = [aPlace("room", { kind: "room", closures: [repair] })];
    const spaces = [aReportSpace("luzech", { resources })];
    expect(offeredCapacity(someRows({ spaces }), tuesday).network.roomHours).toBe(5);
  });

  test("is hours really lived on the night the clocks change", () => {
    const night = { weekday: 7, startMinute: 0, endMinute: 360, state: "self_service" as const };
    const [plain] = aWorkingCalendar().rules;
    if (!plain) throw new Error("no rule");
    const calendar = aWorkingCalendar({ rules: [{ ...plain, ...night }] });
    const spaces = [aReportSpace("luzech", { calendar })];
    const hoursOn = (on: string) =>
      offeredCapacity(someRows({ spaces }), countingOf(on)).network.roomHours;
    expect(["2026-03-22", "2026-03-29", "2026-10-25"].map(hoursOn)).toEqual([6, 5, 7]);
  });
});

describe("occupancy", () => {
  const bookings = [
    aStay({ on: "2026-06-16" }),
    aStay({ on: "2026-06-16", part: "morning", resourceId: "luzech-2", checkedInAt: null }),
    aStay({ on: "2026-06-16", resourceId: "luzech-2", state: "cancelled" }),
  ];

  test("booked is of what was offered, cancelled bookings left out", () => {
    const { network, bySpace } = bookedOccupancy(someRows({ bookings }), tuesday);
    expect(network).toMatchObject({ count: 3, of: 8, share: 3 / 8 });
    expect(bySpace.get("prayssac")).toMatchObject({ count: 0, of: 4, share: 0 });
  });

  test("real is where somebody came, and the gap is what stayed empty", () => {
    const { network, bySpace } = realOccupancy(someRows({ bookings }), tuesday);
    expect(network).toMatchObject({ count: 2, of: 8, empty: { count: 1, of: 3, share: 1 / 3 } });
    expect(bySpace.get("prayssac")?.empty).toEqual({ count: 0, of: 0, share: null });
  });

  test("has no share on a day nothing was offered", () => {
    const { network } = bookedOccupancy(someRows({ bookings }), countingOf("2026-06-20"));
    expect(network).toMatchObject({ of: 0, share: null, extended: { share: null } });
  });
});

describe("use of rooms", () => {
  const inRoom = { on: "2026-06-16", resourceId: "luzech-room" };

  test("counts hours inside opening hours only, and an hour twice booked once", () => {
    const bookings = [
      aStay({
        ...inRoom,
        startsAt: new Date("2026-06-16T09:30:00Z"),
        endsAt: new Date("2026-06-16T12:30:00Z"),
      }),
      aStay({
        ...inRoom,
        startsAt: new Date("2026-06-16T09:30:00Z"),
        endsAt: new Date("2026-06-16T10:00:00Z"),
        state: "no_show",
        checkedInAt: null,
      }),
    ];
    // From 11:30 to 14:30 on the wall, less the hour of lunch.
    expect(roomUse(someRows({ bookings }), tuesday).bySpace.get("luzech")?.hours).toEqual({
      count: 2,
      of: 9,
      share: 2 / 9,
    });
  });

  test("a hall booked whole takes both its halves, and one half only itself", () => {
    const resources = [
      aPlace("hall", { kind: "room", partIds: ["left", "right"] }),
      aPlace("left", { kind: "room" }),
      aPlace("right", { kind: "room" }),
    ];
    const spaces = [aReportSpace("luzech", { resources })];
    const hoursOf = (resourceId: string) => {
      const bookings = [aStay({ on: "2026-06-16", part: "morning", resourceId })];
      return roomUse(someRows({ spaces, bookings }), tuesday).network.hours;
    };
    expect(hoursOf("hall")).toMatchObject({ count: 8, of: 18 });
    expect(hoursOf("left")).toMatchObject({ count: 4, of: 18 });
  });

  test("people who came together are told over seats, those of an event are not", () => {
    const bookings = [
      aStay({ ...inRoom, part: "morning", companions: 3 }),
      aStay({ ...inRoom, part: "afternoon", isEvent: true, personId: null }),
    ];
    const { network } = roomUse(someRows({ bookings }), tuesday);
    expect(network).toMatchObject({ meetings: 1, people: { count: 4, of: 8, share: 0.5 } });
    expect(network.hours.count).toBe(9);
  });
});
