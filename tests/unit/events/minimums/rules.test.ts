import { expect, test } from "vitest";
import {
  asDecided,
  endReasonOf,
  isBelowMinimum,
  type MinimumFacts,
} from "@/lib/events/minimums/rules";

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

test("short of people it is read as cancelled, with how many it was to have", () => {
  const row = { ...event, endMinimum: null };
  expect(asDecided(row, 3, before)).toEqual(row);
  expect(asDecided(row, 3, deadline)).toEqual({ ...row, state: "cancelled", endMinimum: 4 });
});

test("why it was cancelled is what somebody wrote, else the people it was short of, else nothing", () => {
  const short = (count: number) => `moins de ${count}`;
  expect(endReasonOf({ endReason: "Grève", endMinimum: 4 }, short)).toBe("Grève");
  expect(endReasonOf({ endReason: null, endMinimum: 4 }, short)).toBe("moins de 4");
  expect(endReasonOf({ endReason: null, endMinimum: null }, short)).toBeNull();
});
