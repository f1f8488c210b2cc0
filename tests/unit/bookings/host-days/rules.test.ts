import { expect, test } from "vitest";
import { attendanceOf, fillsHalf } from "@/lib/bookings/host-days/rules";

const morning = {
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
};

test.each([
  ["before opening", "2026-06-16T06:00:00Z", null, "expected"],
  ["twenty-nine minutes in", "2026-06-16T06:59:00Z", null, "expected"],
  ["half an hour in", "2026-06-16T07:00:00Z", null, "late"],
  ["once over", "2026-06-16T10:30:00Z", null, "missed"],
  ["noted", "2026-06-16T12:00:00Z", new Date("2026-06-16T07:00:00Z"), "present"],
])("%s", (_name, at, checkedInAt, expected) => {
  expect(attendanceOf({ ...morning, checkedInAt }, new Date(at))).toBe(expected);
});

test("a whole day fills both halves, a morning only its own", () => {
  expect(fillsHalf("day", "afternoon")).toBe(true);
  expect(fillsHalf("morning", "morning")).toBe(true);
  expect(fillsHalf("morning", "afternoon")).toBe(false);
});
