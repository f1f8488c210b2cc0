import { expect, test } from "vitest";
import { listDueReminders } from "@/lib/bookings/reminders/queries";
import { db } from "@/lib/infra/db";
import { aComer } from "@/tests/support/company";
import { aSpace } from "@/tests/support/factories";

const sixInTheEvening = new Date("2026-06-15T16:00:00Z");
const dueOf = async (bookingId: string, at = sixInTheEvening) =>
  (await listDueReminders(db, at)).some((due) => due.bookingId === bookingId);

async function aBookingOfLastWeek() {
  const { booking } = await aComer(await aSpace(), { desk: 0 });
  const createdAt = new Date("2026-06-08T08:00:00Z");
  await db.booking.updateMany({ where: { id: booking.id }, data: { createdAt } });
  return booking.id;
}

test("what is booked for the next day is due at six in the evening, not before", async () => {
  const id = await aBookingOfLastWeek();
  expect(await dueOf(id)).toBe(true);
  expect(await dueOf(id, new Date(sixInTheEvening.getTime() - 60_000))).toBe(false);
});

test("what is cancelled, or somebody without an address booked, is not", async () => {
  const cancelled = await aBookingOfLastWeek();
  const data = { state: "cancelled" as const, endedAt: sixInTheEvening };
  await db.booking.updateMany({ where: { id: cancelled }, data });
  expect(await dueOf(cancelled)).toBe(false);
  const kept = await aBookingOfLastWeek();
  const { personId } = await db.booking.findFirstOrThrow({ where: { id: kept } });
  await db.person.update({ where: { id: personId ?? "" }, data: { email: null } });
  expect(await dueOf(kept)).toBe(false);
});
