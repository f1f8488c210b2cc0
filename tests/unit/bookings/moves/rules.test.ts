import { expect, test } from "vitest";
import type { Wanted } from "@/lib/bookings/moments/rules";
import {
  decideDeparture,
  decideDestination,
  isSamePlace,
  type MovingBooking,
  readMove,
  wantedOfMove,
} from "@/lib/bookings/moves/rules";
import { day } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";
import { anAlternativeSpace } from "@/tests/support/alternative-spaces";
import { plainResource } from "@/tests/support/plain-values";

const tuesday = day("2026-06-16");
const monday = new Date("2026-06-15T06:00:00Z");
/** Tuesday at that hour in France. */
const tuesdayAt = (hour: number) => new Date(Date.UTC(2026, 5, 16) + (hour - 2) * 3_600_000);

const room = {
  ...plainResource({ id: "room", name: "Salle", kind: "room" as ResourceKind }),
  modes: ["hour" as const],
  needsApproval: false,
  capacity: 4,
};
const other = { ...room, id: "other" };
const space = { ...anAlternativeSpace("luzech"), resources: [room, other] };

const booking: MovingBooking = {
  resourceId: "room",
  kind: "room",
  day: tuesday,
  part: "hours",
  startsAt: tuesdayAt(9),
  endsAt: tuesdayAt(11),
  state: "confirmed",
  lapsesAt: null,
  checkedInAt: null,
  checkedOutAt: null,
  cancellableUntil: new Date("2026-06-15T16:00:00Z"),
  companions: [],
};

const hours = (from: number, until: number): Wanted => ({
  startsAt: tuesdayAt(from),
  endsAt: tuesdayAt(until),
});

type Told = { to?: typeof room; of?: Partial<MovingBooking>; runsDay?: boolean; at?: Date };

function decide(wanted: Wanted, { to = room, of = {}, runsDay = false, at = monday }: Told = {}) {
  const decided = decideDestination(space, to, wanted, { ...booking, ...of }, { runsDay, at });
  return decided.ok ? "ok" : decided.refusal;
}

test("a member moves until the deadline, a host until the end", () => {
  expect(decideDeparture(booking, false, monday)).toBeNull();
  expect(decideDeparture(booking, false, booking.cancellableUntil)).toBe("too_late_to_move");
  expect(decideDeparture(booking, true, tuesdayAt(10))).toBeNull();
  expect(decideDeparture(booking, true, tuesdayAt(11))).toBe("too_late_to_move");
});

test.each([
  ["cancelled", { state: "cancelled" as const }],
  ["lapsed though no job wrote it", { lapsesAt: monday }],
  ["left", { checkedInAt: monday, checkedOutAt: monday }],
  ["offered, not taken yet", { state: "held" as const }],
])("a booking that is %s does not move", (_name, of) => {
  expect(decideDeparture({ ...booking, ...of }, true, monday)).toBe("booking_ended");
});

test("whoever is there is moved by the host, to another place or length, never to another start", () => {
  const there = { checkedInAt: tuesdayAt(9) };
  expect(decideDeparture({ ...booking, ...there }, false, monday)).toBe("already_checked_in");
  const told = { of: there, runsDay: true, at: tuesdayAt(10) };
  expect(decideDeparture({ ...booking, ...there }, true, told.at)).toBeNull();
  expect(decide(hours(9, 12), told)).toBe("ok");
  expect(decide(hours(14, 15), told)).toBe("already_checked_in");
});

test("a length changes after the start, an end that has passed does not come back", () => {
  const told = { runsDay: true, at: tuesdayAt(10) };
  expect(decide(hours(9, 12), told)).toBe("ok");
  expect(decide(hours(9, 10), told)).toBe("slot_over");
  expect(decide(hours(8.5, 11), told)).toBe("slot_over");
});

test("notice is asked of a new start, not of a new length", () => {
  const to = { ...room, noticeMinutes: 24 * 60 };
  const at = new Date("2026-06-15T12:00:00Z");
  expect(decide(hours(9, 12), { to, at })).toBe("ok");
  expect(decide(hours(10, 12), { to, at })).toBe("too_late_to_book");
  expect(decide(hours(9, 12), { to: { ...to, id: "other" }, at })).toBe("too_late_to_book");
});

test("what the host agreed to is shortened alone, anything else is asked anew", () => {
  const to = { ...room, needsApproval: true };
  expect(decide(hours(9, 10), { to })).toBe("ok");
  expect(decide(hours(9, 12), { to })).toBe("needs_approval");
  expect(decide(hours(9, 12), { to, runsDay: true })).toBe("ok");
  expect(decide(hours(9, 12), { to, of: { state: "requested" } })).toBe("ok");
});

test("a request goes to a moment that can still be agreed to", () => {
  const told = { of: { state: "requested" as const }, at: tuesdayAt(9) };
  expect(decide(hours(9, 12), told)).toBe("slot_over");
});

test("those who come along must fit", () => {
  const of = { companions: ["Ana", "Jo", "Lou", "Sam"] };
  expect(decide(hours(14, 15), { to: { ...room, capacity: 5 }, of })).toBe("ok");
  expect(decide(hours(14, 15), { of })).toBe("too_many_people");
});

test("a booking keeps its kind of place, a desk and a closed office being one", () => {
  const projector = { ...other, kind: "equipment" as const };
  expect(decide(hours(14, 15), { to: projector })).toBe("other_kind");
  expect(decide(hours(14, 15), { to: projector, runsDay: true })).toBe("other_kind");
  expect(decide(hours(14, 15), { to: projector, of: { kind: "equipment" } })).toBe("ok");
  const office = { ...other, kind: "office" as const };
  expect(decide(hours(14, 15), { to: office, of: { kind: "desk" } })).toBe("ok");
  expect(decide(hours(14, 15), { to: office })).toBe("other_kind");
});

test("closed hours, a length off the grid and a part it is not booked by are refused", () => {
  expect(decide(hours(12, 14))).toBe("space_closed");
  expect(decide(hours(9, 20))).toBe("length_refused");
  expect(decide({ day: tuesday, part: "morning" })).toBe("mode_not_offered");
});

test("asked only for another resource, the moment stays", () => {
  expect(wantedOfMove({ resourceId: "other" }, booking)).toEqual(hours(9, 11));
  const morning = { ...booking, part: "morning" as const };
  expect(wantedOfMove({}, morning)).toEqual({ day: tuesday, part: "morning" });
  expect(wantedOfMove({ day: tuesday, part: "day" }, morning)).toMatchObject({ part: "day" });
  expect(wantedOfMove(hours(14, 15), morning)).toEqual(hours(14, 15));
});

test("where it is already is nowhere to go", () => {
  expect(isSamePlace(hours(9, 11), "room", booking)).toBe(true);
  expect(isSamePlace(hours(9, 11), "other", booking)).toBe(false);
  expect(isSamePlace(hours(9, 12), "room", booking)).toBe(false);
  const morning = { ...booking, part: "morning" as const };
  expect(isSamePlace({ day: tuesday, part: "morning" }, "room", morning)).toBe(true);
  expect(isSamePlace({ day: tuesday, part: "day" }, "room", morning)).toBe(false);
});

test("a move is read from an address, what is missing or unreadable is the booking's own", () => {
  const read = (parameters: Record<string, string>) =>
    readMove(parameters, booking, "Europe/Paris");
  expect(read({})).toEqual({
    day: tuesday,
    part: "hours",
    from: "09:00",
    until: "11:00",
    wanted: hours(9, 11),
  });
  expect(read({ jour: "2026-06-17", moment: "morning" })).toMatchObject({
    wanted: { day: "2026-06-17", part: "morning" },
  });
  expect(read({ jour: "hier", moment: "nuit", de: "25:00", a: "12:30" }).wanted).toEqual(
    hours(9, 12.5),
  );
  expect(read({ de: "12:00" })).toMatchObject({ from: "12:00", until: "11:00", wanted: null });
});
