import { expect, test } from "vitest";
import { waitingStateAt } from "@/lib/bookings/waiting-list/rules";
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
