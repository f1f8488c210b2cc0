import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  countCancelled,
  countFirstTimers,
  countHeads,
  countNamed,
  countRegistered,
  feedbackOf,
  figuresOf,
  fillOf,
  fillRate,
  heldAmong,
  hoursOf,
} from "@/lib/reports/events/rules";
import type { CountedEvent } from "@/lib/reports/events/schema";

const at = new Date("2026-06-30T12:00:00Z");

const counted = (over: Partial<CountedEvent> = {}): CountedEvent => ({
  ...{ id: "e", spaceId: "s", spaceName: "La Boucle", theme: "work", state: "published" },
  day: day("2026-06-18"),
  startsAt: new Date("2026-06-18T12:00:00Z"),
  endsAt: new Date("2026-06-18T14:30:00Z"),
  ...{ capacity: 10, needsRegistration: true, registered: 8, named: 6, heads: null },
  ...{ firstTimers: 2, feedback: { count: 3, sum: 24 } },
  ...over,
});
const coming = counted({ endsAt: new Date("2026-06-30T12:00:01Z") });
const cancelled = counted({ state: "cancelled" });

test("an event is held once it is over, and not when it was cancelled", () => {
  const over = counted({ endsAt: at });
  expect(heldAmong([over, coming, cancelled], at)).toEqual([over]);
  expect(countCancelled([over, coming, cancelled, cancelled])).toBe(2);
});

test("hours, people with a seat and people named add up", () => {
  const held = [counted(), counted({ registered: 0, named: 9 })];
  expect(hoursOf(held)).toBe(5);
  expect(countRegistered(held)).toBe(8);
  expect(countNamed(held)).toBe(15);
  expect(countFirstTimers(held)).toBe(4);
});

test("heads are counted where somebody looked, an empty room included, and never with names", () => {
  const held = [counted({ heads: 20 }), counted({ heads: 0 }), counted()];
  expect(countHeads(held)).toEqual({ people: 20, events: 2 });
  expect(countNamed(held)).toBe(18);
});

test("what is filled is seats by registration: not where nobody registers or counts seats", () => {
  const open = counted({ needsRegistration: false });
  const uncounted = counted({ capacity: null });
  expect(fillOf([counted(), open, uncounted])).toEqual({ taken: 8, seats: 10 });
  expect(fillRate({ taken: 8, seats: 10 })).toBe(0.8);
  expect(fillRate(fillOf([open]))).toBeNull();
});

test("each note is alike, whatever its event; the mean of none is not zero", () => {
  const held = [counted(), counted({ feedback: { count: 1, sum: 0 } })];
  expect(feedbackOf(held)).toEqual({ mean: 6, count: 4 });
  expect(feedbackOf([])).toEqual({ mean: null, count: 0 });
});

test("what is to come or was cancelled gives no people, only its cancellation", () => {
  expect(figuresOf([coming, cancelled], at)).toEqual({
    ...{ held: 0, cancelled: 1, hours: 0, registered: 0, named: 0 },
    ...{ heads: { people: 0, events: 0 }, fill: { taken: 0, seats: 0 }, firstTimers: 0 },
    feedback: { mean: null, count: 0 },
  });
});
