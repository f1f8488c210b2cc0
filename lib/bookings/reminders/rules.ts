import { addDays, type Day, instantAt } from "@/lib/core/day";

/** The wall minute of the space at which one is reminded, on the evening before. */
const reminderMinute = 18 * 60;
const hourMs = 3_600_000;
/** Whoever booked less than this before needs no reminder. */
const freshMs = 12 * hourMs;

/** When one is reminded of a booking of that local day: at six in the evening before, by the space's wall. */
export function reminderAt(day: Day, timeZone: string): Date {
  return instantAt(addDays(day, -1), reminderMinute, timeZone);
}

export type Remindable = { day: Day; startsAt: Date; createdAt: Date; timeZone: string };

/** From the evening before until an hour before its start, unless it was booked that very day. */
export function isReminderDue(
  { day, startsAt, createdAt, timeZone }: Remindable,
  at: Date,
): boolean {
  const due = reminderAt(day, timeZone);
  const isFresh = due.getTime() - createdAt.getTime() < freshMs;
  return !isFresh && at >= due && at.getTime() < startsAt.getTime() - hourMs;
}

/** One reminder a booking, person and start: moved to another moment, there is another. */
export function reminderKey(booking: { id: string; personId: string; startsAt: Date }): string {
  return `booking-reminder ${booking.id} ${booking.personId} ${booking.startsAt.toISOString()}`;
}
