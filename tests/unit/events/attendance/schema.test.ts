import { expect, test } from "vitest";
import { attendanceInput } from "@/lib/events/attendance/schema";

const id = "0193f2a0-0000-7000-8000-000000000001";
const sent = (markedAt: string) =>
  attendanceInput.safeParse({
    event: "atelier",
    marks: [{ attendeeId: id, isPresent: true, markedAt }],
    arrivals: [],
  }).success;

test("a tick is read at an instant of our calendars, and at no other", () => {
  expect(sent("2026-06-18T14:05:00+02:00")).toBe(true);
  // The database keeps no year 0; a phone whose clock is lost says such things.
  for (const lost of [
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+23:00",
    "9999-12-31T23:59:59Z",
  ]) {
    expect(sent(lost), lost).toBe(false);
  }
});
