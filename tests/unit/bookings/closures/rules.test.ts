import { expect, test } from "vitest";
import {
  closedWith,
  decideClosure,
  minutesToUndo,
  undoableUntil,
} from "@/lib/bookings/closures/rules";
import { closureWhenInput } from "@/lib/bookings/closures/schema";
import { day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";

const at = new Date("2026-06-15T06:00:00Z");
const interval = (from: string, until: string) => ({
  startsAt: new Date(from),
  endsAt: new Date(until),
});
const tuesday = interval("2026-06-16T00:00:00Z", "2026-06-17T00:00:00Z");

const because = (intervals: Interval[]) => intervals.map((each) => ({ ...each, reason: "x" }));
const space = (closures: Interval[], own: Interval[] = []) => ({
  calendar: { closures: because(closures) },
  resources: [{ id: "desk", sharesWith: ["half"], closures: because(own) }],
});

test("a closure is for what is not over and not shut already", () => {
  expect(decideClosure(space([]), null, tuesday, at)).toBeNull();
  expect(decideClosure(space([]), null, tuesday, tuesday.endsAt)).toBe("slot_over");
  expect(decideClosure(space([tuesday]), null, tuesday, at)).toBe("already_closed");
  expect(decideClosure(space([tuesday]), "desk", tuesday, at)).toBe("already_closed");
  expect(decideClosure(space([], [tuesday]), "desk", tuesday, at)).toBe("already_closed");
  // One place shut does not keep the whole from being shut.
  expect(decideClosure(space([], [tuesday]), null, tuesday, at)).toBeNull();
  const longer = interval("2026-06-16T00:00:00Z", "2026-06-18T00:00:00Z");
  expect(decideClosure(space([tuesday]), null, longer, at)).toBeNull();
  const none = { startsAt: tuesday.startsAt, endsAt: tuesday.startsAt };
  expect(decideClosure(space([]), null, none, at)).toBe("slot_over");
});

test("a closure is undone within ten minutes, the tenth excluded", () => {
  expect(undoableUntil(at)).toEqual(new Date("2026-06-15T06:10:00Z"));
  const left = (seconds: number) => minutesToUndo(at, new Date(at.getTime() + seconds * 1_000));
  expect([0, 1, 59, 60, 599, 600, 6_000].map(left)).toEqual([10, 10, 10, 9, 1, 0, 0]);
});

test("a place closes with what it shares its place with", () => {
  expect(closedWith(space([]), "desk")).toEqual(["desk", "half"]);
  expect(closedWith(space([]), "gone")).toEqual([]);
});

test.each([
  [
    { first: "2026-06-16", part: "day" },
    { part: "day", last: day("2026-06-16") },
  ],
  [{ first: "2026-06-16", last: "2026-06-18", part: "morning" }, { last: day("2026-06-18") }],
  [
    { first: "2026-06-16", part: "hours", from: "10:00", until: "24:00" },
    { startMinute: 600, endMinute: 1_440 },
  ],
  [
    { first: "2026-06-16", last: "2026-06-17", part: "hours", from: "18:00", until: "08:30" },
    { startMinute: 1_080, endMinute: 510 },
  ],
])("%o is a time to close", (fields, read) => {
  expect(closureWhenInput.parse(fields)).toMatchObject(read);
});

test.each([
  [{ first: "2026-06-31", part: "day" }, "first"],
  [{ first: "2026-06-16", last: "2026-06-15", part: "day" }, "last"],
  [{ first: "2026-06-16", last: "2027-06-18", part: "day" }, "last"],
  [{ first: "2026-06-16", part: "hours", until: "12:00" }, "from"],
  [{ first: "2026-06-16", part: "hours", from: "24:00", until: "12:00" }, "from"],
  [{ first: "2026-06-16", part: "hours", from: "10:00" }, "until"],
  [{ first: "2026-06-16", part: "hours", from: "10:00", until: "10:00" }, "until"],
  [{ first: "2026-06-16", part: "hours", from: "25:00", until: "10:00" }, "from"],
])("%o is not, and says which field", (fields, path) => {
  const result = closureWhenInput.safeParse(fields);
  expect(result.error?.issues[0]?.path[0]).toBe(path);
});
