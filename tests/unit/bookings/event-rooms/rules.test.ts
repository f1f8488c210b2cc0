import { expect, test } from "vitest";
import { decideEventMove, decideRoom, momentOf } from "@/lib/bookings/event-rooms/rules";
import { day } from "@/lib/core/day";
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

const held = { startsAt: wanted.startsAt, people: 8 };
const large = { ...room, capacity: 6, mostPeople: 8 };
const hours = { startsAt: wanted.startsAt, endsAt: wanted.endsAt };

test("an event moves to hours of a room that holds its people, closed or not to members", () => {
  expect(decideEventMove(space, large, hours, held, at)).toEqual({
    ...{ ok: true, part: "hours" },
    ...wanted,
  });
  const small = { ...large, mostPeople: null };
  expect(decideEventMove(space, small, hours, held, at)).toMatchObject({
    refusal: "too_many_people",
    data: { capacity: "6" },
  });
  expect(decideEventMove(space, small, hours, { ...held, people: null }, at).ok).toBe(true);
  const part = { day: thursday, part: "morning" as const };
  expect(decideEventMove(space, large, part, held, at)).toMatchObject({
    refusal: "mode_not_offered",
  });
});

test("an event moves to a start to come; one under way keeps its start and changes its end", () => {
  const during = new Date(wanted.startsAt.getTime() + 60_000);
  expect(decideEventMove(space, large, hours, held, during).ok).toBe(true);
  const sooner = { ...hours, startsAt: new Date(wanted.startsAt.getTime() - 60_000) };
  expect(decideEventMove(space, large, sooner, held, during)).toMatchObject({
    refusal: "slot_over",
  });
  expect(decideEventMove(space, large, hours, held, wanted.endsAt)).toMatchObject({
    refusal: "slot_over",
  });
  const closure = shut("2026-06-18T14:59:00Z", "2026-06-19T00:00:00Z");
  const closed = { ...large, closures: [closure] };
  expect(decideEventMove(space, closed, hours, held, at)).toMatchObject({
    refusal: "resource_closed",
    data: { reason: "Travaux" },
  });
});
