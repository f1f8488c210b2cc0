import { expect, test } from "vitest";
import { findOwnBookingDuring, listOwnSeats } from "@/lib/bookings/seats/queries";
import { db } from "@/lib/infra/db";
import {
  aBooking,
  aPerson,
  aRoom,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";

const morning = { day: tuesday, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
const instants = { startsAt: new Date(morning.startsAt), endsAt: new Date(morning.endsAt) };
const wholeDay = { ...instants, endsAt: new Date("2026-06-16T16:30:00Z") };

test("a person's seats over an interval: live, not left, not lapsed, no room, anywhere", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const room = await aRoom(space);
  const { id: personId } = await aPerson();
  const { id } = await aBooking({ space: other, ...morning, personId });
  await aBooking({ space: { id: space.id, desks: [room] }, ...morning, personId });
  await aBooking({ space, ...morning, personId, state: "requested" });
  await aBooking({ space, ...morning });
  expect(await listOwnSeats(db, personId, wholeDay, mondayMorning)).toEqual([instants]);
  expect(await findOwnBookingDuring(db, personId, wholeDay, mondayMorning)).toBe(id);
  expect(await listOwnSeats(db, personId, wholeDay, mondayMorning, [id])).toEqual([]);
  const afterwards = { startsAt: instants.endsAt, endsAt: wholeDay.endsAt };
  expect(await listOwnSeats(db, personId, afterwards, mondayMorning)).toEqual([]);
  await db.booking.updateMany({ where: { id }, data: { lapsesAt: mondayMorning } });
  expect(await findOwnBookingDuring(db, personId, wholeDay, mondayMorning)).toBeNull();
});
