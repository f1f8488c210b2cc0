import { expect, test } from "vitest";
import { isReminderDue, reminderAt, reminderKey } from "@/lib/bookings/reminders/rules";
import { day } from "@/lib/core/day";

const paris = "Europe/Paris";
const utc = (text: string) => new Date(`${text}:00Z`);
const booking = {
  day: day("2026-06-16"),
  startsAt: utc("2026-06-16T06:30"),
  createdAt: utc("2026-06-10T08:00"),
  timeZone: paris,
};

test("one is reminded at six in the evening before, by the wall of the space", () => {
  expect(reminderAt(day("2026-06-16"), paris)).toEqual(utc("2026-06-15T16:00"));
  expect(reminderAt(day("2026-12-01"), paris)).toEqual(utc("2026-11-30T17:00"));
  // The clocks go back in the night between the two.
  expect(reminderAt(day("2026-10-25"), paris)).toEqual(utc("2026-10-24T16:00"));
  expect(reminderAt(day("2026-10-26"), paris)).toEqual(utc("2026-10-25T17:00"));
});

test.each([
  ["a minute before six", "2026-06-15T15:59", false],
  ["at six", "2026-06-15T16:00", true],
  ["late, after a breakdown", "2026-06-15T22:00", true],
  ["an hour before the start", "2026-06-16T05:30", false],
])("%s", (_name, at, isDue) => {
  expect(isReminderDue(booking, utc(at))).toBe(isDue);
});

test("whoever booked that very day knows", () => {
  const at = utc("2026-06-15T16:00");
  expect(isReminderDue({ ...booking, createdAt: utc("2026-06-15T04:01") }, at)).toBe(false);
  expect(isReminderDue({ ...booking, createdAt: utc("2026-06-15T04:00") }, at)).toBe(true);
});

test("another start is another reminder, another person too", () => {
  const one = { id: "a", personId: "maelle", startsAt: booking.startsAt };
  const keys = [one, { ...one, startsAt: booking.createdAt }, { ...one, personId: "yann" }];
  expect(new Set(keys.map(reminderKey)).size).toBe(3);
});
