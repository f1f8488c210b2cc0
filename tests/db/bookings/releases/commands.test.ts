import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, outcomesOf, overlapsIn } from "@/tests/support/races";

const wholeDay = { day: tuesday, part: "day" as const };
/** That Tuesday in France, after the deadline for cancelling. */
const seven = new Date("2026-06-16T05:00:00Z");
const ten = new Date("2026-06-16T08:00:00Z");
const evening = new Date("2026-06-16T16:30:00Z");

async function booked(actor: PersonActor, slug: string, at = mondayMorning) {
  const result = await bookResource(actor, { slug, ...wholeDay }, at);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

const stateOf = async (id: string) =>
  (await db.booking.findFirstOrThrow({ where: { id }, select: { state: true } })).state;

const countMails = ({ personId }: PersonActor, kind: string) =>
  db.notification.count({ where: { personId, kind } });

test("after the deadline a member gives the place back with a reason: free at once, told once", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const bookingId = await booked(member, space.slug);
  const back = { bookingId, reason: "Enfant malade" };
  expect(await releaseBooking(member, back, seven)).toMatchObject({ ok: true });
  expect(await releaseBooking(member, back, seven)).toMatchObject({ ok: true });
  const row = await db.booking.findFirstOrThrow({
    where: { id: bookingId },
    include: { changes: true },
  });
  expect(row).toMatchObject({ state: "released", endReason: "Enfant malade", endedAt: seven });
  expect(row.changes).toMatchObject([{ verb: "release", reason: "Enfant malade" }]);
  expect(await countMails(member, "booking-cancelled")).toBe(1);
  await booked(await aMember(), space.slug, seven);
});

test("a host gives back what somebody will not use, in the journal", async () => {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  const bookingId = await booked(member, space.slug);
  expect(await releaseBooking(host, { bookingId, reason: "Appel" }, ten)).toMatchObject({
    ok: true,
  });
  expect(await db.journalEntry.findMany({ where: { subjectId: bookingId } })).toMatchObject([
    { action: "booking.released", actorId: host.personId },
  ]);
  expect(await countMails(member, "booking-cancelled")).toBe(1);
});

test("before the deadline one cancels, after the end nothing is left, whoever is there leaves", async () => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space.slug);
  const later = new Date(mondayMorning.getTime() + 3_600_000);
  const release = (at: Date) => releaseBooking(member, { bookingId }, at);
  expect(await release(later)).toMatchObject({ refusal: "still_cancellable" });
  expect(await release(evening)).toMatchObject({ refusal: "too_late_to_release" });
  await db.booking.updateMany({ where: { id: bookingId }, data: { checkedInAt: ten } });
  expect(await release(ten)).toMatchObject({ refusal: "already_checked_in" });
  await db.booking.updateMany({ where: { id: bookingId }, data: { checkedInAt: null } });
  await cancelBooking(member, { bookingId }, later);
  expect(await release(ten)).toMatchObject({ refusal: "booking_ended" });
});

test("cancelled by mistake, it stands again while the place is free, and its member is told", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const [member, host] = [await aMember(), await hostOf(space)];
  const bookingId = await booked(member, space.slug);
  // Before its grace is over: later, time itself has made an absence of it.
  await cancelBooking(host, { bookingId }, new Date("2026-06-16T06:45:00Z"));
  const restore = () => reinstateBooking(host, { bookingId }, ten);
  expect(await restore()).toMatchObject({ ok: true });
  expect(await restore()).toMatchObject({ ok: true });
  expect(await db.booking.findFirstOrThrow({ where: { id: bookingId } })).toMatchObject({
    state: "confirmed",
    endedAt: null,
    lapsesAt: new Date("2026-06-16T08:30:00Z"),
  });
  expect(await countMails(member, "booking-restored")).toBe(1);
  const journal = await db.journalEntry.findMany({ where: { subjectId: bookingId } });
  expect(journal.map(({ action }) => action).sort()).toEqual([
    "booking.cancelled",
    "booking.reinstated",
  ]);
});

test("noted absent by the time alone, it stands again too", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const bookingId = await booked(await aMember(), space.slug);
  const host = await hostOf(space);
  expect(await reinstateBooking(host, { bookingId }, ten)).toMatchObject({ ok: true });
  const changes = await db.bookingChange.findMany({
    where: { bookingId },
    orderBy: [{ at: "asc" }],
  });
  expect(changes.map(({ verb }) => verb)).toEqual(["mark_no_show", "reinstate"]);
});

test("somebody has the place, the member sits elsewhere, it is closed, over, or given back", async () => {
  const space = await aSpace({ desks: 1 });
  const [member, host] = [await aMember(), await hostOf(space)];
  const bookingId = await booked(member, space.slug);
  const restore = (at = mondayMorning) => reinstateBooking(host, { bookingId }, at);
  await cancelBooking(member, { bookingId }, mondayMorning);
  const other = await aMember();
  const taken = await booked(other, space.slug);
  expect(await restore()).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{}, {}, {}] },
  });
  await cancelBooking(other, { bookingId: taken }, mondayMorning);
  const elsewhere = await booked(member, (await aSpace()).slug);
  expect(await restore()).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: elsewhere },
  });
  await cancelBooking(member, { bookingId: elsewhere }, mondayMorning);
  const closure = await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-06-16T00:00:00Z"),
      endsAt: new Date("2026-06-17T00:00:00Z"),
      reason: "Travaux",
    },
  });
  expect(await restore()).toMatchObject({ refusal: "space_closed" });
  await db.closure.updateMany({
    where: { id: closure.id },
    data: { withdrawnAt: mondayMorning },
  });
  expect(await restore(evening)).toMatchObject({ refusal: "booking_over" });
  expect(await restore()).toMatchObject({ ok: true });
  await releaseBooking(member, { bookingId }, seven);
  expect(await restore(seven)).toMatchObject({ refusal: "not_restorable" });
  expect(await stateOf(bookingId)).toBe("released");
});

test("a stranger, another host, staff and a visitor find nothing; a member restores nothing", async () => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space.slug);
  const others = [await aMember(), await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of others) {
    await expect(releaseBooking(actor, { bookingId }, seven)).rejects.toThrow(NotFound);
  }
  await releaseBooking(member, { bookingId }, seven);
  for (const actor of [member, ...others]) {
    await expect(reinstateBooking(actor, { bookingId }, seven)).rejects.toThrow(NotFound);
  }
});

test("32 bookings to restore and 32 to make race for one desk: one has it", async () => {
  const space = await aSpace({ desks: 1 });
  const host = await hostOf(space);
  const ended: string[] = [];
  for (let turn = 0; turn < 32; turn += 1) {
    const bookingId = await booked(await aMember(), space.slug);
    await cancelBooking(host, { bookingId }, mondayMorning);
    ended.push(bookingId);
  }
  const before = await deadlocks();
  const resourceId = space.desks[0]?.id ?? "";
  const results = await inParallel<{ ok: true } | { ok: false; refusal: string }>(
    ended.flatMap((bookingId) => [
      () => reinstateBooking(host, { bookingId }, mondayMorning),
      async () =>
        bookResource(await aMember(), { slug: space.slug, resourceId, ...wholeDay }, mondayMorning),
    ]),
  );
  expect(outcomesOf(results)).toEqual({ ok: 1, slot_taken: 63 });
  expect(await overlapsIn(space.id)).toBe(0);
  expect((await deadlocks()) - before).toBe(0);
});

test("a cancelled booking comes back to the places its resource has by then, not to those it had", async () => {
  // The trigger looks at what is to come by the clock of Postgres.
  const year = new Date().getUTCFullYear() + 1;
  const on = day(`${year}-06-15`);
  const at = new Date(`${year}-06-14T06:00:00Z`);
  const space = await aSpace({ desks: 2, weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const hours = { startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` };
  const ended = await aBooking({ space, day: on, ...hours, state: "cancelled" });
  const [wholeId, partId] = space.desks.map(({ id }) => id);
  if (!wholeId || !partId) throw new Error("no desks");
  await db.resourcePart.create({ data: { spaceId: space.id, wholeId, partId } });
  await aBooking({ space, day: on, ...hours, desk: 1 });
  const host = await hostOf(space);
  expect(await reinstateBooking(host, { bookingId: ended.id }, at)).toMatchObject({
    refusal: "slot_taken",
  });
  expect(await overlapsIn(space.id)).toBe(0);
  await db.booking.updateMany({
    where: { resourceId: partId, day: dateColumn(on) },
    data: { state: "cancelled", endedAt: at },
  });
  expect(await reinstateBooking(host, { bookingId: ended.id }, at)).toMatchObject({ ok: true });
});
