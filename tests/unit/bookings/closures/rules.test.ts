import { expect, test } from "vitest";
import {
  closedWith,
  decideClosure,
  minutesToUndo,
  readClosureSearch,
  undoableUntil,
  withClosure,
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

test("the space as it will be: shut whole, or one place with what shares it, and nothing else", () => {
  const before = {
    ...space([]),
    resources: [
      { id: "desk", sharesWith: ["half"], closures: [] },
      { id: "half", sharesWith: ["desk"], closures: [] },
      { id: "other", sharesWith: [], closures: [] },
    ],
  };
  const whole = withClosure(before, null, tuesday);
  expect(whole.calendar.closures).toEqual([{ ...tuesday, reason: "" }]);
  expect(whole.resources).toEqual(before.resources);
  const one = withClosure(before, "desk", tuesday);
  expect(one.calendar.closures).toEqual([]);
  expect(one.resources.map(({ closures }) => closures.length)).toEqual([1, 1, 0]);
});

const today = day("2026-06-15");

test("a page asked for nothing shows today and proposes nothing to confirm", () => {
  expect(readClosureSearch({}, today)).toMatchObject({
    fields: { first: "2026-06-15", last: "", part: "" },
    range: { first: today, last: day("2027-06-15") },
    when: null,
    problem: null,
  });
});

test.each([
  [{ jour: "2026-06-16", moment: "day" }, { part: "day" }],
  [
    { jour: "2026-06-16", fin: "2026-06-18", moment: "afternoon", de: "10:00" },
    { part: "afternoon" },
  ],
  [{ jour: ["2026-06-16"], moment: "hours", de: "10:00", a: "12:00" }, { startMinute: 600 }],
])("an address %o is read", (query, when) => {
  expect(readClosureSearch(query, today)).toMatchObject({ when, problem: null });
});

test.each([
  [{ jour: "2026-02-30", moment: "day" }, "first"],
  [{ jour: "2026-06-14", moment: "day" }, "first"],
  [{ jour: "2027-06-16", moment: "day" }, "first"],
  [{ jour: "2026-06-16", fin: "2026-06-15", moment: "day" }, "last"],
  [{ jour: "2026-06-16", moment: "hours", de: "12:00", a: "10:00" }, "times"],
  [{ jour: "2026-06-16", moment: "hours" }, "times"],
  [{ jour: "2026-06-16", moment: "noon" }, "last"],
])("an address %o says what is wrong, and keeps what was typed", (query, problem) => {
  const search = readClosureSearch(query, today);
  expect(search).toMatchObject({ when: null, problem });
  expect(search.fields.first).toBe(query.jour);
});
