import { expect, test } from "vitest";
import type { Attendance } from "@/lib/bookings/host-days/rules";
import type { BookedPart } from "@/lib/bookings/schema";
import {
  type CellAsked,
  cellsOf,
  halfOf,
  hoursOfCell,
  momentInCell,
  momentsOfCell,
  mondayOf,
  readCell,
  weekAsked,
} from "@/lib/bookings/weeks/rules";
import { moveToCellInput } from "@/lib/bookings/weeks/schema";
import { day } from "@/lib/core/day";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const wednesday = day("2026-06-17");
const on = (time: string) => new Date(`2026-06-16T${time}:00Z`);
const calendar = {
  timeZone: "Europe/Paris",
  halfDayBoundary: 780,
  closesOnPublicHolidays: true,
  rules: [2, 3].flatMap((weekday) => [
    plainRule({ weekday, startMinute: 510, endMinute: 750 }),
    plainRule({ weekday, startMinute: 810, endMinute: 1110 }),
  ]),
  exceptions: [],
  closures: [],
  schoolHolidays: [],
};
const desk = { ...plainResource({ id: "desk" }), sharesWith: ["whole"] };
const entry = (
  id: string,
  part: BookedPart,
  [from, until]: [string, string],
  attendance: Attendance = "expected",
  resource = "desk",
) => ({
  ...{ id, part, attendance, day: tuesday, resource: { id: resource } },
  startsAt: on(from),
  endsAt: on(until),
});
const drawn = (
  entries: ReturnType<typeof entry>[],
  more: { outside?: [string, string]; at?: string; closed?: [string, string] } = {},
) => {
  const outside = more.outside
    ? [{ resourceId: "desk", startsAt: on(more.outside[0]), endsAt: on(more.outside[1]) }]
    : [];
  const closures = more.closed
    ? [{ startsAt: on(more.closed[0]), endsAt: on(more.closed[1]), reason: "panne" }]
    : [];
  const cells = cellsOf(
    { ...desk, closures },
    [tuesday],
    { calendar, entries, outside },
    on(more.at ?? "05:00"),
  );
  return cells.map((cell) =>
    [cell.part, cell.state, ...cell.entries.map(({ id }) => id)].join(" "),
  );
};

test("a week begins on its Monday", () => {
  expect(mondayOf(day("2026-06-21"))).toBe("2026-06-15");
  expect(mondayOf(day("2026-06-15"))).toBe("2026-06-15");
  expect(weekAsked(day("2026-06-21"), tuesday)).toBe("2026-06-15");
  for (const far of [day("9999-12-31"), day("0001-01-01"), null]) {
    expect(weekAsked(far, tuesday)).toBeNull();
  }
});

test("a day booking fills one cell, half-days and hours the halves they touch", () => {
  expect(drawn([entry("d", "day", ["06:30", "16:30"])])).toEqual(["day taken d"]);
  expect(drawn([entry("m", "morning", ["06:30", "10:30"])])).toEqual([
    "morning taken m",
    "afternoon free",
  ]);
  const across = entry("h", "hours", ["10:00", "12:00"]);
  expect(drawn([across])).toEqual(["morning taken h", "afternoon taken h"]);
});

test("an absence stays in its cell, which is free again", () => {
  expect(drawn([entry("a", "day", ["06:30", "16:30"], "missed")])).toEqual([
    "morning free a",
    "afternoon free a",
  ]);
});

test("a half-day is closed, past, kept by another room or by an outside calendar", () => {
  expect(drawn([], { closed: ["06:30", "07:00"] })).toEqual(["morning closed", "afternoon free"]);
  expect(drawn([], { at: "10:30" })).toEqual(["morning past", "afternoon free"]);
  expect(drawn([], { outside: ["12:00", "13:00"] })).toEqual(["morning free", "afternoon outside"]);
  const whole = entry("w", "morning", ["06:30", "10:30"], "expected", "whole");
  expect(drawn([whole])).toEqual(["morning kept", "afternoon free"]);
  const sunday = cellsOf(
    { ...desk, closures: [] },
    [day("2026-06-21")],
    { calendar, entries: [], outside: [] },
    on("05:00"),
  );
  expect(sunday.map(({ state }) => state)).toEqual(["closed", "closed"]);
});

test("in a cell a day stays a day, a half-day takes the half, hours keep their length", () => {
  const to = { day: wednesday, part: "afternoon" as const };
  const booked = (part: BookedPart, from: string, until: string) =>
    momentInCell({ part, startsAt: on(from), endsAt: on(until) }, to, calendar);
  expect(booked("day", "06:30", "16:30")).toEqual({ day: wednesday, part: "day" });
  expect(booked("morning", "06:30", "10:30")).toEqual(to);
  expect(booked("hours", "12:00", "13:30")).toEqual({
    startsAt: new Date("2026-06-17T12:00:00Z"),
    endsAt: new Date("2026-06-17T13:30:00Z"),
  });
  expect(booked("hours", "07:00", "08:30")).toEqual({
    startsAt: new Date("2026-06-17T11:30:00Z"),
    endsAt: new Date("2026-06-17T13:00:00Z"),
  });
});

test("exact hours are what the form says, wall time", () => {
  const booking = { part: "day" as const, startsAt: on("06:30"), endsAt: on("16:30") };
  const target = { day: wednesday, part: "hours" as const, from: 600, until: 690 };
  expect(momentInCell(booking, target, calendar)).toEqual({
    startsAt: new Date("2026-06-17T08:00:00Z"),
    endsAt: new Date("2026-06-17T09:30:00Z"),
  });
});

test("the form of a move says an evening that ends past midnight, and no end before its start", () => {
  const booking = { part: "hours" as const, startsAt: on("17:00"), endsAt: on("20:30") };
  const target = { day: wednesday, part: "hours" as const, from: 1_260, until: 30 };
  expect(momentInCell(booking, target, calendar)).toEqual({
    startsAt: new Date("2026-06-17T19:00:00Z"),
    endsAt: new Date("2026-06-17T22:30:00Z"),
  });
  const [bookingId, resourceId] = [crypto.randomUUID(), crypto.randomUUID()];
  const form = { bookingId, resourceId, day: "2026-06-17", part: "hours", exact: "1" };
  expect(moveToCellInput.safeParse({ ...form, from: "21:00", until: "00:30" }).success).toBe(true);
  expect(moveToCellInput.safeParse({ ...form, from: "14:00", until: "13:00" }).success).toBe(false);
});

const asking = (part: BookedPart, from = "", until = ""): CellAsked => ({
  ...{ day: tuesday, part, from, until },
});

test("a cell is read from an address, hours as they are typed, nonsense as nothing", () => {
  const address = { jour: "2026-06-16", moment: "hours", de: "09:30", a: "soir" };
  expect(readCell(address)).toEqual(asking("hours", "09:30"));
  expect(readCell({ ...address, moment: "nuit" })).toBeNull();
  expect(readCell({ ...address, jour: "2026-06-31" })).toBeNull();
});

test("a cell offers what its resource is booked by, what was asked first", () => {
  const modes = (...offered: ("hour" | "half_day" | "day")[]) => ({ modes: offered });
  const all = modes("hour", "half_day", "day");
  expect(momentsOfCell(all, asking("afternoon"), calendar)).toEqual(["afternoon", "day", "hours"]);
  expect(momentsOfCell(all, asking("day"), calendar)).toEqual(["day", "hours"]);
  expect(momentsOfCell(all, asking("hours", "13:00"), calendar)).toEqual([
    ...["hours", "afternoon", "day"],
  ]);
  expect(momentsOfCell(modes("hour"), asking("morning"), calendar)).toEqual(["hours"]);
  expect(momentsOfCell(modes("day"), asking("morning"), calendar)).toEqual(["day"]);
  expect(halfOf(asking("hours", "12:59"), calendar)).toBe("morning");
  expect(halfOf(asking("hours"), calendar)).toBe("morning");
});

test("hours begin with the opening of the half, or now; those asked for stay", () => {
  const booth = { stepMinutes: 20, minMinutes: 40 };
  const hours = (asked: CellAsked, time = "00:00") =>
    Object.values(hoursOfCell(booth, asked, calendar, on(time)));
  expect(hours(asking("morning"))).toEqual(["08:40", "09:20"]);
  expect(hours(asking("afternoon"))).toEqual(["13:40", "14:20"]);
  expect(hours(asking("afternoon"), "13:05")).toEqual(["15:20", "16:00"]);
  expect(hours(asking("hours", "10:00", "11:00"))).toEqual(["10:00", "11:00"]);
  expect(hours({ ...asking("morning"), day: day("2026-06-15") })).toEqual(["", ""]);
});
