import { expect, test } from "vitest";
import { waitingChoice, waitingStateAt } from "@/lib/bookings/waiting-list/rules";
import type { WaitingState } from "@/lib/bookings/waiting-list/schema";

const startsAt = new Date("2026-06-16T06:30:00Z");
const offerUntil = new Date("2026-06-15T08:00:00Z");
const entry = (state: WaitingState) => ({ state, startsAt, offerUntil });
const before = (instant: Date) => new Date(instant.getTime() - 1);

test("somebody waits until the slot begins, whatever job has run", () => {
  expect(waitingStateAt({ ...entry("waiting"), offerUntil: null }, before(startsAt))).toBe(
    "waiting",
  );
  expect(waitingStateAt({ ...entry("waiting"), offerUntil: null }, startsAt)).toBe("lapsed");
});

test("an offer stands until its end, not at its end", () => {
  expect(waitingStateAt(entry("offered"), before(offerUntil))).toBe("offered");
  expect(waitingStateAt(entry("offered"), offerUntil)).toBe("lapsed");
  expect(waitingStateAt({ ...entry("offered"), offerUntil: null }, offerUntil)).toBe("lapsed");
});

test("what is closed stays as it was closed", () => {
  for (const state of ["served", "withdrawn", "lapsed"] as const) {
    expect(waitingStateAt(entry(state), startsAt)).toBe(state);
  }
});

const room = (id: string, capacity: number, needsApproval = false) =>
  ({ id, kind: "room", capacity, needsApproval }) as const;
const booth = { id: "booth", kind: "booth", capacity: 1, needsApproval: false } as const;

test.each([
  ["alone of its kind", [room("a", 8), booth], undefined, "kind"],
  ["others as large", [room("a", 8), room("b", 7)], undefined, "either"],
  ["another too small", [room("a", 8), room("b", 7), room("c", 3)], undefined, "resource"],
  ["three come, all rooms will do", [room("a", 8), room("b", 3)], 3, "either"],
  ["the other is on request", [room("a", 8), room("b", 3, true)], undefined, "kind"],
  ["itself on request", [room("a", 8, true), room("b", 8)], undefined, null],
] as const)("what is waited for in the place of a room: %s", (_name, rooms, people, choice) => {
  expect(waitingChoice(rooms[0], rooms, people)).toBe(choice);
});
