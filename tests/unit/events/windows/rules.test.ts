import { expect, test } from "vitest";
import { type EventDates, registrationWindow, wasHeld } from "@/lib/events/windows/rules";

const event: EventDates = {
  state: "published",
  needsRegistration: true,
  opensAt: new Date("2026-06-01T06:00:00Z"),
  closesAt: new Date("2026-06-17T16:00:00Z"),
  startsAt: new Date("2026-06-18T12:00:00Z"),
  endsAt: new Date("2026-06-18T15:00:00Z"),
};
const at = (text: string) => new Date(text);

test.each([
  ["2026-06-01T05:59:59Z", "not_yet"],
  ["2026-06-01T06:00:00Z", "open"],
  ["2026-06-17T15:59:59Z", "open"],
  ["2026-06-17T16:00:00Z", "closed"],
  ["2026-06-18T12:00:00Z", "begun"],
  ["2026-06-18T15:00:00Z", "over"],
])("at %s registration is %s", (instant, expected) => {
  expect(registrationWindow(event, at(instant))).toBe(expected);
});

test("without dates of its own it is open from the first day to the start", () => {
  const open = { ...event, opensAt: null, closesAt: null };
  expect(registrationWindow(open, at("2026-01-01T00:00:00Z"))).toBe("open");
  expect(registrationWindow(open, at("2026-06-18T11:59:59Z"))).toBe("open");
  expect(registrationWindow(open, at("2026-06-18T12:00:00Z"))).toBe("begun");
});

test("an event anybody may come to asks nobody to register", () => {
  const free = { ...event, needsRegistration: false };
  expect(registrationWindow(free, at("2026-06-18T13:00:00Z"))).toBe("not_needed");
});

test("a cancelled event takes nobody and was not held", () => {
  const cancelled = { ...event, state: "cancelled" as const };
  expect(registrationWindow(cancelled, at("2026-06-10T00:00:00Z"))).toBe("cancelled");
  expect(wasHeld(cancelled, at("2026-07-01T00:00:00Z"))).toBe(false);
  expect(wasHeld(event, at("2026-06-18T15:00:00Z"))).toBe(true);
  expect(wasHeld(event, at("2026-06-18T14:59:59Z"))).toBe(false);
});
