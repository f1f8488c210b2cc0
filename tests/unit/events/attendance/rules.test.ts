import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  attendanceFigures,
  markedPresence,
  namesTwice,
  type Presence,
  setRight,
  whyNoAttendance,
} from "@/lib/events/attendance/rules";

const at = new Date("2026-06-18T14:00:00Z");
const never: Presence = { presentAt: null, markedAt: null };
const minute = (count: number) => new Date(at.getTime() - (60 - count) * 60_000);

const marks = fc.array(
  fc.record({ isPresent: fc.boolean(), markedAt: fc.integer({ min: 0, max: 60 }).map(minute) }),
  { maxLength: 12 },
);

test("two phones' ticks lead to the same presence, whatever the order they arrive in and however often", () => {
  fc.assert(
    fc.property(marks, fc.infiniteStream(fc.nat()), (ticks, chance) => {
      const merge = (all: typeof ticks) =>
        all.reduce((known, mark) => markedPresence(known, mark, at), never);
      const shuffled = [...ticks, ...ticks]
        .map((mark) => ({ mark, by: chance.next().value }))
        .sort((a, b) => a.by - b.by)
        .map(({ mark }) => mark);
      expect(merge(shuffled)).toEqual(merge(ticks));
    }),
  );
});

test("of a tick and an untick the later counts; at the same instant somebody is there", () => {
  const tick = { isPresent: true, markedAt: minute(10) };
  const later = { isPresent: false, markedAt: minute(11) };
  const present = markedPresence(never, tick, at);
  expect(present.presentAt).toEqual(minute(10));
  expect(markedPresence(present, later, at).presentAt).toBeNull();
  const same = { isPresent: false, markedAt: minute(10) };
  expect(markedPresence(present, same, at)).toBe(present);
  expect(markedPresence(markedPresence(never, same, at), tick, at).presentAt).toEqual(minute(10));
});

test("a phone whose clock is ahead marks now, so that it does not win over what comes after", () => {
  const ahead = { isPresent: true, markedAt: new Date(at.getTime() + 86_400_000) };
  const marked = markedPresence(never, ahead, at);
  expect(marked.markedAt).toEqual(at);
  const next = new Date(at.getTime() + 1_000);
  expect(markedPresence(marked, { isPresent: false, markedAt: next }, next).presentAt).toBeNull();
});

test.each([
  ["2026-06-17T21:59:59Z", "not_yet"],
  ["2026-06-17T22:00:00Z", null],
  ["2026-07-18T21:59:59Z", null],
  ["2026-07-18T22:00:00Z", "too_late"],
])("at %s the sheet of 18 June in Paris says %s", (instant, expected) => {
  const event = { state: "published" as const, day: day("2026-06-18"), timeZone: "Europe/Paris" };
  expect(whyNoAttendance(event, new Date(instant))).toBe(expected);
  const cancelled = { ...event, state: "cancelled" as const };
  expect(whyNoAttendance(cancelled, new Date(instant))).toBe("event_cancelled");
});

test("a phone whose clock is hours wrong marks when it did by ours; one a few seconds late is believed", () => {
  const ago = (minutes: number, from: Date) => new Date(from.getTime() - minutes * 60_000);
  for (const wrong of [-26 * 60, -61, 75, 3 * 24 * 60]) {
    const phone = ago(wrong, at);
    expect(setRight(ago(20, phone), phone, at)).toEqual(ago(20, at));
  }
  const late = new Date(at.getTime() - 8_000);
  expect(setRight(ago(20, late), late, at)).toEqual(ago(20, late));
});

test("heads counted in one look are never added to the names", () => {
  const people = [
    { isRegistered: true, isPresent: true },
    { isRegistered: true, isPresent: false },
    { isRegistered: false, isPresent: true },
    // Waits for a seat and did not come.
    { isRegistered: false, isPresent: false },
  ];
  expect(attendanceFigures(people, 25)).toEqual({
    registered: 2,
    came: 1,
    atTheDoor: 1,
    named: 2,
    heads: 25,
  });
});

test("a name given twice at the door is said to be, whatever its accents and case", () => {
  expect([...namesTwice(["Zoé", "zoe", "Marie", "Paul"])]).toEqual(["zoe"]);
});
