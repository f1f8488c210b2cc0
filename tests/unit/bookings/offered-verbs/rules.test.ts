import { expect, test } from "vitest";
import { type OfferableBooking, offeredVerbs } from "@/lib/bookings/offered-verbs/rules";

/** A Tuesday hour in France. */
const hour = (at: number) => new Date(Date.UTC(2026, 5, 16) + (at - 2) * 3_600_000);
const monday = new Date("2026-06-15T06:00:00Z");
const booking: OfferableBooking = {
  personId: "maelle",
  state: "confirmed",
  lapsesAt: null,
  startsAt: hour(9),
  endsAt: hour(12),
  checkedInAt: null,
  checkedOutAt: null,
  cancellableUntil: new Date("2026-06-15T16:00:00Z"),
  needsApproval: false,
};
const member = { isOwn: true, runsDay: false };
const host = { isOwn: false, runsDay: true };

test("before the deadline a member moves or exchanges, after it exchanges or gives back", () => {
  expect(offeredVerbs(booking, member, monday)).toEqual(["move", "swap"]);
  expect(offeredVerbs(booking, member, hour(8))).toEqual(["swap", "release"]);
  expect(offeredVerbs(booking, member, hour(10))).toEqual(["release"]);
});

test("whoever is there leaves early, once", () => {
  const there = { ...booking, checkedInAt: hour(9) };
  expect(offeredVerbs(there, member, hour(10))).toEqual(["check_out"]);
  expect(offeredVerbs({ ...there, checkedOutAt: hour(10) }, member, hour(11))).toEqual([]);
  expect(offeredVerbs(there, member, hour(12))).toEqual([]);
});

test("the room of an event is moved, or had again, and nothing else", () => {
  const room = { ...booking, source: "event", personId: null };
  expect(offeredVerbs(room, host, hour(10))).toEqual(["move"]);
  expect(offeredVerbs({ ...room, state: "cancelled" }, host, hour(10))).toEqual(["reinstate"]);
});

test("a host moves and gives back until the end, exchanges nothing", () => {
  expect(offeredVerbs(booking, host, hour(10))).toEqual(["move", "release"]);
});

test("a request moves, what the host agreed to is not exchanged, what has ended is let be", () => {
  expect(offeredVerbs({ ...booking, state: "requested" }, member, monday)).toEqual(["move"]);
  expect(offeredVerbs({ ...booking, needsApproval: true }, member, monday)).toEqual(["move"]);
  expect(offeredVerbs({ ...booking, state: "cancelled" }, member, monday)).toEqual([]);
  expect(offeredVerbs({ ...booking, lapsesAt: hour(9.5) }, member, hour(10))).toEqual([]);
});

test("a host restores what was cancelled or missed until its end, its member does not", () => {
  const cancelled = { ...booking, state: "cancelled" as const };
  expect(offeredVerbs(cancelled, host, hour(10))).toEqual(["reinstate"]);
  expect(offeredVerbs(cancelled, member, hour(10))).toEqual([]);
  expect(offeredVerbs(cancelled, host, hour(12))).toEqual([]);
  expect(offeredVerbs({ ...booking, state: "released" }, host, hour(10))).toEqual([]);
  expect(offeredVerbs({ ...booking, lapsesAt: hour(9.5) }, host, hour(10))).toEqual(["reinstate"]);
});
