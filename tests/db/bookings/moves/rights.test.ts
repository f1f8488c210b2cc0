import { expect, test } from "vitest";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { booked, mailsTo } from "@/tests/support/bookings";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const wednesdayMorning = { day: day("2026-06-17"), part: "morning" as const };

test("after the deadline only a host moves it, beyond notice and horizon, and it is journalled", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  const { id: bookingId } = await booked(member, space.slug);
  const late = new Date("2026-06-16T05:00:00Z");
  const move = { bookingId, day: day("2027-06-15"), part: "morning" as const };
  expect(await moveBooking(member, move, late)).toMatchObject({ refusal: "too_late_to_move" });
  expect(await moveBooking(host, move, late)).toMatchObject({ ok: true });
  expect(await db.journalEntry.findMany({ where: { subjectId: bookingId } })).toMatchObject([
    { action: "booking.moved", actorId: host.personId, spaceId: space.id },
  ]);
  expect(await mailsTo(member)).toEqual(["booking-confirmed", "booking-moved"]);
});

test("a booking that has ended or whose member is there does not move", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30 });
  const member = await aMember();
  const { id: bookingId } = await booked(member, space.slug);
  const move = { bookingId, ...wednesdayMorning };
  const late = new Date("2026-06-16T07:00:00Z");
  expect(await moveBooking(await hostOf(space), move, late)).toMatchObject({
    refusal: "booking_ended",
  });
  await db.booking.updateMany({
    where: { id: bookingId },
    data: { checkedInAt: mondayMorning, lapsesAt: null },
  });
  expect(await moveBooking(member, move, mondayMorning)).toMatchObject({
    refusal: "already_checked_in",
  });
});

test("a stranger, another host, staff and a visitor find nothing to move", async () => {
  const space = await aSpace();
  const { id } = await aBooking({
    space,
    day: tuesday,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  const otherHost = await hostOf(await aSpace());
  for (const actor of [await aMember(), otherHost, await aStaffMember(), anonymous]) {
    const move = { bookingId: id, ...wednesdayMorning };
    await expect(moveBooking(actor, move, mondayMorning)).rejects.toThrow(NotFound);
  }
});
