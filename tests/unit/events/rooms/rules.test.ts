import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { decideRoom, momentOf } from "@/lib/events/rooms/rules";
import { plainResource } from "@/tests/support/plain-values";

const at = new Date("2026-06-15T06:00:00Z");
const thursday = day("2026-06-18");
const wanted = {
  day: thursday,
  startsAt: new Date("2026-06-18T12:00:00Z"),
  endsAt: new Date("2026-06-18T15:00:00Z"),
};
const space = { calendar: { timeZone: "Europe/Paris", closures: [] } };
const room = plainResource({ id: "salle", kind: "room" as const });
const shut = (from: string, until: string) => ({
  ...{ startsAt: new Date(from), endsAt: new Date(until), reason: "Travaux" },
});

test("a room in service holds an event at any hour of any day", () => {
  expect(decideRoom(space, room, wanted, at)).toBeNull();
  const sunday = {
    day: day("2026-06-21"),
    startsAt: new Date("2026-06-21T19:00:00Z"),
    endsAt: new Date("2026-06-21T21:30:00Z"),
  };
  expect(decideRoom(space, room, sunday, at)).toBeNull();
});

test("what is no room, or out of service that day, holds none", () => {
  expect(decideRoom(space, undefined, wanted, at)?.refusal).toBe("not_bookable");
  const desk = plainResource({ id: "poste" });
  expect(decideRoom(space, desk, wanted, at)?.refusal).toBe("not_bookable");
  const retired = { ...room, inServiceUntil: thursday };
  expect(decideRoom(space, retired, wanted, at)?.refusal).toBe("not_bookable");
});

test("a slip of the year is caught, with the last day that may be", () => {
  const late = { ...wanted, day: day("2028-06-15") };
  expect(decideRoom(space, room, late, at)).toMatchObject({
    refusal: "beyond_horizon",
    data: { nearestDay: "2028-06-14" },
  });
});

test("a closure of the house or of the room is in the way while it lasts, with its reason", () => {
  const closure = shut("2026-06-18T14:59:00Z", "2026-06-19T00:00:00Z");
  const shutHouse = { calendar: { ...space.calendar, closures: [closure] } };
  expect(decideRoom(shutHouse, room, wanted, at)).toMatchObject({
    refusal: "space_closed",
    data: { reason: "Travaux" },
  });
  expect(decideRoom(space, { ...room, closures: [closure] }, wanted, at)).toMatchObject({
    refusal: "resource_closed",
  });
  const after = shut("2026-06-18T15:00:00Z", "2026-06-19T00:00:00Z");
  expect(decideRoom(space, { ...room, closures: [after] }, wanted, at)).toBeNull();
});

test("the booking of an event is of hours, whatever parts the room offers", () => {
  expect(momentOf(wanted)).toEqual({ ...wanted, part: "hours" });
});
