import { expect, test } from "vitest";
import { isBelowMinimum, type MinimumFacts } from "@/lib/events/minimums/rules";

const deadline = new Date("2026-06-17T10:00:00Z");
const event: MinimumFacts = {
  ...{ state: "published", minimumPeople: 4, minimumAt: deadline },
  startsAt: new Date("2026-06-18T12:00:00Z"),
};
const before = new Date(deadline.getTime() - 1);

test("with too few people at its deadline an event does not take place, from that very instant", () => {
  expect(isBelowMinimum(event, 3, before)).toBe(false);
  expect(isBelowMinimum(event, 3, deadline)).toBe(true);
  expect(isBelowMinimum(event, 4, deadline)).toBe(false);
});

test("once it has begun, without a minimum, or not shown, nothing is decided", () => {
  expect(isBelowMinimum(event, 0, event.startsAt)).toBe(false);
  expect(isBelowMinimum({ ...event, minimumPeople: null, minimumAt: null }, 0, deadline)).toBe(
    false,
  );
  for (const state of ["draft", "proposed", "refused", "cancelled"] as const) {
    expect(isBelowMinimum({ ...event, state }, 0, deadline)).toBe(false);
  }
});
