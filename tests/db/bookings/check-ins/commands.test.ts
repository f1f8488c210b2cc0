import { expect, test } from "vitest";
import { checkIn, checkOut, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { bookResource } from "@/lib/bookings/commands";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const wholeTuesday = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T16:30:00Z",
};
const atNine = new Date("2026-06-16T07:00:00Z");
const state = (id: string) =>
  db.booking.findFirst({
    where: { id },
    select: { checkedInAt: true, checkedInBy: true, state: true },
  });

test("a host notes an arrival, and who noted it is known", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday });
  expect(await checkIn(host, { bookingId: id }, atNine)).toMatchObject({ ok: true });
  expect(await state(id)).toMatchObject({ checkedInAt: atNine, checkedInBy: host.personId });
  const entries = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(entries).toMatchObject([{ action: "arrival.noted", actorId: host.personId }]);
});

test("noting an arrival twice, even at once, keeps the first and writes it once", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday });
  const later = new Date("2026-06-16T09:00:00Z");
  await checkIn(host, { bookingId: id }, atNine);
  await Promise.all([1, 2].map(() => checkIn(host, { bookingId: id }, later)));
  expect(await state(id)).toMatchObject({ checkedInAt: atNine });
  expect(await db.journalEntry.count({ where: { subjectId: id } })).toBe(1);
});

test("an arrival is taken back the same day", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday });
  await checkIn(host, { bookingId: id }, atNine);
  expect(await undoCheckIn(host, { bookingId: id }, atNine)).toMatchObject({ ok: true });
  expect(await state(id)).toEqual({ checkedInAt: null, checkedInBy: null, state: "confirmed" });
});

test("undoing the arrival of somebody who had not booked frees the place", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday, checkedInAt: "2026-06-16T07:00:00Z" });
  await db.booking.updateMany({ where: { id }, data: { source: "walk_in" } });
  await undoCheckIn(host, { bookingId: id }, atNine);
  expect(await state(id)).toMatchObject({ state: "cancelled", checkedInAt: null });
});

test("an arrival is noted on its day only", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday });
  const mondayNight = new Date("2026-06-15T21:59:00Z");
  const wednesday = new Date("2026-06-16T22:01:00Z");
  for (const at of [mondayNight, wednesday]) {
    expect(await checkIn(host, { bookingId: id }, at)).toMatchObject({ refusal: "not_today" });
    expect(await undoCheckIn(host, { bookingId: id }, at)).toMatchObject({ refusal: "not_today" });
  }
});

test("nobody arrives on a cancelled booking", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...wholeTuesday, state: "cancelled" });
  const host = await hostOf(space);
  expect(await checkIn(host, { bookingId: id }, atNine)).toMatchObject({
    refusal: "booking_cancelled",
  });
});

test("only a host of the space notes arrivals", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const member = await aMember();
  const { id } = await aBooking({ space, ...wholeTuesday, personId: member.personId });
  for (const actor of [member, await hostOf(other), await aStaffMember(), anonymous]) {
    await expect(checkIn(actor, { bookingId: id }, atNine)).rejects.toThrow(NotFound);
    await expect(undoCheckIn(actor, { bookingId: id }, atNine)).rejects.toThrow(NotFound);
  }
});

test("an arrival is not taken back once the person has left", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { id } = await aBooking({ space, ...wholeTuesday, checkedInAt: "2026-06-16T06:30:00Z" });
  await checkOut(host, { bookingId: id }, atNine);
  expect(await undoCheckIn(host, { bookingId: id }, atNine)).toMatchObject({
    refusal: "not_there",
  });
});

test("whoever arrives after somebody else had the place is told where to go instead", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const host = await hostOf(space);
  const late = await aMember();
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const missed = await bookResource(late, wish, mondayMorning);
  if (!missed.ok) throw new Error(missed.refusal);
  await bookResource(await aMember(), wish, atNine);
  expect(await checkIn(host, { bookingId: missed.value.id }, atNine)).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "part", part: "afternoon" }, {}, {}] },
  });
});

test("whoever arrives late has the place back from somebody nobody has seen either, with no job run", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const host = await hostOf(space);
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const missed = await bookResource(await aMember(), wish, mondayMorning);
  const second = await bookResource(await aMember(), wish, atNine);
  if (!missed.ok || !second.ok) throw new Error("not booked");
  expect(await state(missed.value.id)).toMatchObject({ state: "no_show" });
  // The grace of the second is over as well: at 9:30 there is nobody, though its row says otherwise.
  const halfPast = new Date("2026-06-16T07:30:00Z");
  expect(await state(second.value.id)).toMatchObject({ state: "confirmed" });
  const arrived = await checkIn(host, { bookingId: missed.value.id }, halfPast);
  expect(arrived).toMatchObject({ ok: true });
  expect(await state(missed.value.id)).toMatchObject({ state: "confirmed", checkedInAt: halfPast });
  expect(await state(second.value.id)).toMatchObject({ state: "no_show" });
});

test("whoever has taken another seat since the grace does not hold two by arriving at the first", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30 });
  const host = await hostOf(space);
  const member = await aMember();
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const missed = await bookResource(member, wish, mondayMorning);
  const other = await bookResource(member, { ...wish, resourceId: space.desks[1]?.id }, atNine);
  if (!missed.ok || !other.ok) throw new Error("not booked");
  expect(await checkIn(host, { bookingId: missed.value.id }, atNine)).toEqual({
    ok: false,
    refusal: "already_booked",
    data: { bookingId: other.value.id },
  });
  expect(await countSeats(member.personId)).toBe(1);
});

function countSeats(personId: string): Promise<number> {
  return db.booking.count({
    where: { personId, state: "confirmed", OR: [{ lapsesAt: null }, { lapsesAt: { gt: atNine } }] },
  });
}
