import { expect, test } from "vitest";
import { isHeldAt, lapseOf, stateAfter, stateAt, transitions } from "@/lib/bookings/states/rules";
import { bookingStates, bookingVerbs, liveStates } from "@/lib/bookings/states/schema";

const at = new Date("2026-06-16T08:00:00Z");
const before = new Date("2026-06-16T07:59:59Z");

test("every verb leads from states that exist to one that exists", () => {
  for (const verb of bookingVerbs) {
    for (const from of bookingStates) {
      const after = stateAfter(verb, from);
      expect(after === null || bookingStates.includes(after)).toBe(true);
    }
    expect(transitions[verb].from.length).toBeGreaterThan(0);
  }
});

test("nothing comes back from a refusal, a lapse or a place given back", () => {
  for (const ended of ["refused", "lapsed", "released"] as const) {
    expect(bookingVerbs.map((verb) => stateAfter(verb, ended)).filter(Boolean)).toEqual([]);
  }
});

test("a verb that does not change the state keeps the one it found", () => {
  expect(stateAfter("move", "requested")).toBe("requested");
  expect(stateAfter("move", "confirmed")).toBe("confirmed");
  expect(stateAfter("check_in", "cancelled")).toBeNull();
});

test.each([
  ["held", "lapsed"],
  ["requested", "lapsed"],
  ["confirmed", "no_show"],
  ["cancelled", "cancelled"],
] as const)("a %s booking whose instant has passed is %s, job or no job", (state, after) => {
  expect(stateAt({ state, lapsesAt: before }, at)).toBe(after);
  expect(stateAt({ state, lapsesAt: at }, at)).toBe(after);
  expect(stateAt({ state, lapsesAt: new Date(at.getTime() + 1) }, at)).toBe(state);
  expect(stateAt({ state, lapsesAt: null }, at)).toBe(state);
});

test("only the live states hold a place, until they lapse", () => {
  for (const state of bookingStates) {
    const isLive = liveStates.some((live) => live === state);
    expect(isHeldAt({ state, lapsesAt: null }, at)).toBe(isLive);
    expect(isHeldAt({ state, lapsesAt: before }, at)).toBe(false);
  }
});

test("the grace counts from the start, or from the booking when it was made later", () => {
  const startsAt = new Date("2026-06-16T06:30:00Z");
  const early = { startsAt, createdAt: new Date("2026-06-15T06:00:00Z"), checkedInAt: null };
  expect(lapseOf(30, early)).toEqual(new Date("2026-06-16T07:00:00Z"));
  expect(lapseOf(30, { ...early, createdAt: at })).toEqual(new Date("2026-06-16T08:30:00Z"));
  expect(lapseOf(30, { ...early, checkedInAt: at })).toBeNull();
  expect(lapseOf(30, { ...early, source: "event" })).toBeNull();
  expect(lapseOf(null, early)).toBeNull();
});
