import { expect, test } from "vitest";
import {
  daysFrom,
  hoursOfDay,
  lengthsFrom,
  lengthsToWaitFor,
  whatGoesByHour,
} from "@/lib/bookings/hours/rules";
import { day, instantAt } from "@/lib/core/day";
import { formatTime } from "@/lib/core/format";
import { plainResource, plainRule } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const monday = new Date("2026-06-15T06:00:00Z");
const paris = "Europe/Paris";
const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const on = (text: string) => instantAt(tuesday, minute(text), paris);

const room = plainResource({
  id: "room",
  kind: "room",
  modes: ["hour"],
  stepMinutes: 30,
  minMinutes: 60,
  maxMinutes: 180,
});
const space = {
  bookingHorizonDays: 60,
  resources: [room],
  calendar: {
    timeZone: paris,
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: [
      plainRule({ weekday: 2, startMinute: 540, endMinute: 750 }),
      plainRule({ weekday: 2, startMinute: 840, endMinute: 960 }),
    ],
    exceptions: [],
    closures: [],
    schoolHolidays: [],
  },
};

const shown = (taken: { from: string; until: string }[], resource = room, at = monday) =>
  hoursOfDay(
    space,
    resource,
    taken.map(({ from, until }) => ({ resourceId: "room", startsAt: on(from), endsAt: on(until) })),
    tuesday,
    at,
  ).starts.map(
    ({ startsAt, longestMinutes }) => `${formatTime(startsAt, paris, "en")} ${longestMinutes}`,
  );

test("each start says how long it may last: until lunch, until closing, or the longest", () => {
  expect(shown([])).toEqual([
    "9:00 180",
    "9:30 180",
    "10:00 150",
    "10:30 120",
    "11:00 90",
    "11:30 60",
    "14:00 120",
    "14:30 90",
    "15:00 60",
  ]);
});

test("a booking shortens what comes before it and takes what it covers", () => {
  expect(shown([{ from: "10:30", until: "11:00" }])).toEqual([
    "9:00 90",
    "9:30 60",
    "10:00 0",
    "10:30 0",
    "11:00 90",
    "11:30 60",
    "14:00 120",
    "14:30 90",
    "15:00 60",
  ]);
});

test("buffers of the resource count on both sides", () => {
  const aired = { ...room, bufferAfterMinutes: 30 };
  expect(shown([{ from: "10:30", until: "11:30" }], aired).slice(0, 3)).toEqual([
    "9:00 60",
    "9:30 0",
    "10:00 0",
  ]);
});

test("what is over is left out, a day without hours says why", () => {
  expect(shown([], room, on("14:10"))).toEqual(["14:00 120", "14:30 90", "15:00 60"]);
  const wednesday = hoursOfDay(space, room, [], day("2026-06-17"), monday);
  expect(wednesday).toMatchObject({ starts: [], refusal: { refusal: "space_closed" } });
  const far = hoursOfDay(space, room, [], day("2026-09-15"), monday);
  expect(far).toMatchObject({ starts: [], refusal: { refusal: "beyond_horizon" } });
});

test("the lengths of a start go by the step from the shortest", () => {
  const start = { startsAt: on("09:00"), longestMinutes: 150 };
  expect(lengthsFrom(start, room)).toEqual([60, 90, 120, 150]);
  expect(lengthsFrom({ ...start, longestMinutes: 0 }, room)).toEqual([]);
});

test("days follow one another", () => {
  expect(daysFrom(day("2026-02-27"), 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});

test("one waits for what the hours allow and is longer than what is free, never for what has begun", () => {
  const waitedFrom = (text: string, longestMinutes: number, at = monday) =>
    lengthsToWaitFor(space, room, { startsAt: on(text), longestMinutes }, at);
  // From an hour on, three at most, and the door shuts at half past twelve.
  expect(waitedFrom("09:00", 0)).toEqual([60, 90, 120, 150, 180]);
  expect(waitedFrom("09:00", 90)).toEqual([120, 150, 180]);
  expect(waitedFrom("11:00", 0)).toEqual([60, 90]);
  expect(waitedFrom("11:00", 90)).toEqual([]);
  expect(waitedFrom("12:00", 0)).toEqual([]);
  expect(waitedFrom("09:00", 0, on("09:00"))).toEqual([]);
});

test("a link to what goes by the hour says equipment of equipment, and rooms of rooms", () => {
  const projector = plainResource({ id: "projector", kind: "equipment", modes: ["hour"] });
  const desk = plainResource({ id: "desk" });
  expect(whatGoesByHour([room, desk])).toBe("rooms");
  expect(whatGoesByHour([projector, desk])).toBe("equipment");
  expect(whatGoesByHour([projector, room])).toBe("all");
  expect(whatGoesByHour([desk])).toBeNull();
});
