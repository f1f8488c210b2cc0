import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { booked, mailsTo, wholeDay } from "@/tests/support/bookings";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("a member cancels until the deadline: the desk is free again and mail is sent", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const { id } = await booked(member, space.slug);
  expect(await cancelBooking(member, { bookingId: id }, mondayMorning)).toMatchObject({ ok: true });
  expect(await mailsTo(member)).toEqual(["booking-confirmed", "booking-cancelled"]);
  expect(await booked(await aMember(), space.slug)).toMatchObject({
    resource: { name: "Bureau 1" },
  });
  const kept = await db.booking.findFirst({
    where: { id },
    select: { state: true, endedAt: true, endedBy: true, sequence: true },
  });
  expect(kept).toEqual({
    state: "cancelled",
    endedAt: mondayMorning,
    endedBy: member.personId,
    sequence: 1,
  });
});

test("cancelling twice is the same as once", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await booked(member, space.slug);
  const results = await Promise.all(
    [1, 2, 3].map(() => cancelBooking(member, { bookingId: id }, mondayMorning)),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await mailsTo(member)).toEqual(["booking-confirmed", "booking-cancelled"]);
});

test("after the deadline the member cannot cancel, the host can and it is journalled", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await booked(member, space.slug);
  const lateEvening = new Date("2026-06-15T16:00:00Z");
  expect(await cancelBooking(member, { bookingId: id }, lateEvening)).toMatchObject({
    refusal: "too_late_to_cancel",
  });
  const host = await hostOf(space);
  expect(await cancelBooking(host, { bookingId: id, reason: "Panne" }, lateEvening)).toMatchObject({
    ok: true,
  });
  const entries = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(entries).toMatchObject([
    { action: "booking.cancelled", actorId: host.personId, spaceId: space.id },
  ]);
});

test("a booking whose member has arrived is not cancelled", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aBooking({
    space,
    day: tuesday,
    personId: member.personId,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
    checkedInAt: "2026-06-16T06:40:00Z",
  });
  const host = await hostOf(space);
  expect(
    await cancelBooking(host, { bookingId: id }, new Date("2026-06-16T08:00:00Z")),
  ).toMatchObject({ refusal: "already_checked_in" });
});

test("what nobody came for is an absence, not a cancellation, though no job has run", async () => {
  const space = await aSpace();
  const { id } = await aBooking({
    space,
    ...wholeDay,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  const lapsed = new Date("2026-06-16T07:00:00Z");
  await db.booking.updateMany({ where: { id }, data: { lapsesAt: lapsed } });
  expect(await cancelBooking(await hostOf(space), { bookingId: id }, lapsed)).toMatchObject({
    refusal: "too_late_to_cancel",
  });
});

test("somebody else's booking is not found: a stranger, staff, the host of another space", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const { id } = await booked(await aMember(), space.slug);
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(other), anonymous]) {
    await expect(cancelBooking(actor, { bookingId: id }, mondayMorning)).rejects.toThrow(NotFound);
  }
  await expect(
    cancelBooking(await aMember(), { bookingId: randomUUID() }, mondayMorning),
  ).rejects.toThrow(NotFound);
});
