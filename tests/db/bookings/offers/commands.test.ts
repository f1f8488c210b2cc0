import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { closeSpentOffers, offerFreed } from "@/lib/bookings/offers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { addDays } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aPerson, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { booked, entryOf, mailsTo, waiting } from "@/tests/support/waiting-list";

const tuesdayMorning = {
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
};
const freed = async (space: { id: string }, at = mondayMorning) =>
  inTransaction(async (tx) => ok(await offerFreed(tx, space.id, tuesdayMorning, at)));

test("one place free serves the first who needs one, past somebody who needs two", async () => {
  const space = await aSpace({ desks: 2 });
  const taken = await booked(space);
  await booked(space);
  const pair = await waiting(space, { quantity: 2 });
  const alone = await waiting(space);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  expect((await entryOf(pair.id)).state).toBe("waiting");
  expect((await entryOf(alone.id)).state).toBe("offered");
});

test("the mail says which places, until when, and leads to a page that answers nothing by itself", async () => {
  const space = await aSpace({ desks: 2, offerMinutes: 60 });
  const taken = [await booked(space), await booked(space)];
  const pair = await waiting(space, { quantity: 2 });
  for (const { id, member } of taken) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  const [mail] = await db.notification.findMany({ where: { personId: pair.member.personId } });
  expect(mail).toMatchObject({
    kind: "booking-offered",
    payload: {
      quantity: 2,
      offerUntil: "2026-06-15T07:00:00.000Z",
      url: "http://localhost:3000/mon-espace/liste-attente",
    },
  });
  const { resourceName } = Object(mail?.payload);
  expect(String(resourceName).split(", ").sort()).toEqual(["Bureau 1", "Bureau 2"]);
});

test("an offer never outlives the start of its slot", async () => {
  const space = await aSpace({ desks: 1, offerMinutes: 120 });
  const taken = await booked(space, { part: "afternoon" });
  const next = await waiting(space, { part: "afternoon" });
  // A quarter of an hour before 13:30 in France.
  const at = new Date("2026-06-16T11:15:00Z");
  await db.booking.updateMany({ where: { id: taken.id }, data: { createdAt: at } });
  await cancelBooking(taken.member, { bookingId: taken.id }, at);
  expect(await entryOf(next.id)).toMatchObject({
    state: "offered",
    offerUntil: new Date("2026-06-16T11:30:00Z"),
  });
});

test("whoever sits elsewhere at that moment is passed over and keeps their rank", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const [first, second] = [await waiting(space), await waiting(space)];
  const elsewhere = await aSpace();
  const own = await booked(elsewhere, {}, first.member);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  expect((await entryOf(first.id)).state).toBe("waiting");
  const [held] = (await entryOf(second.id)).bookings;
  await cancelBooking(first.member, { bookingId: own.id }, mondayMorning);
  await cancelBooking(second.member, { bookingId: held?.id ?? "" }, mondayMorning);
  expect((await entryOf(first.id)).state).toBe("offered");
});

test("whoever has reached their quota is passed over, and nothing of their wish stays held", async () => {
  const space = await aSpace({ desks: 2 });
  await db.resource.updateMany({
    where: { spaceId: space.id },
    data: { quotaCount: 1, quotaPeriod: "week" },
  });
  const taken = [await booked(space), await booked(space)];
  const pair = await waiting(space, { quantity: 2 });
  for (const { id, member } of taken) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  expect(await entryOf(pair.id)).toMatchObject({ state: "waiting", places: [] });
  expect(await mailsTo(pair.member)).toEqual([]);
});

test("nothing is offered in a closed space, beyond what the rules allow, or once the slot has begun", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const next = await waiting(space);
  await db.booking.updateMany({
    where: { id: taken.id },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  expect(await freed(space, tuesdayMorning.startsAt)).toEqual(ok(0));
  const closure = await db.closure.create({
    data: { spaceId: space.id, ...tuesdayMorning, reason: "Travaux" },
  });
  expect(await freed(space)).toEqual(ok(0));
  // Reopened: whoever reopens calls it again.
  await db.closure.updateMany({ where: { id: closure.id }, data: { withdrawnAt: mondayMorning } });
  expect(await freed(space)).toEqual(ok(1));
  expect((await entryOf(next.id)).state).toBe("offered");
});

test("a room in two halves: the whole freed serves two who wait for a half each", async () => {
  const space = await aSpace();
  const [left, right] = [await aRoom(space), await aRoom(space)];
  const whole = await aRoom(space);
  await db.resourcePart.createMany({
    data: [left, right].map(({ id }) => ({ spaceId: space.id, wholeId: whole.id, partId: id })),
  });
  const owner = await aMember();
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const taken = await bookResource(owner, { ...wish, resourceId: whole.id }, mondayMorning);
  const members = [await aMember(), await aMember(), await aMember()];
  const entries = [];
  for (const member of members) {
    const joined = await joinWaitingList(
      member,
      { ...wish, kind: "room", quantity: 1 },
      mondayMorning,
    );
    if (joined.ok) entries.push(joined.value.id);
  }
  await cancelBooking(owner, { bookingId: taken.ok ? taken.value.id : "" }, mondayMorning);
  const states = await Promise.all(entries.map(async (id) => (await entryOf(id)).state));
  expect(states).toEqual(["offered", "offered", "waiting"]);
});

test("somebody without an address is served without a mail", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const { id: personId } = await aPerson({ email: null });
  const silent = { ...(await aMember()), personId, email: null };
  const next = await waiting(space, {}, silent);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  expect((await entryOf(next.id)).state).toBe("offered");
  expect(await mailsTo({ personId })).toEqual([]);
});

test("other days and other spaces are left alone", async () => {
  const [space, other] = [await aSpace({ desks: 1 }), await aSpace({ desks: 1 })];
  const wednesday = addDays(tuesday, 1);
  const taken = await booked(space);
  await booked(space, { day: wednesday });
  await booked(other);
  const later = await waiting(space, { day: wednesday });
  const elsewhere = await waiting(other);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  expect((await entryOf(later.id)).state).toBe("waiting");
  expect((await entryOf(elsewhere.id)).state).toBe("waiting");
});

test("an offer is closed only when none of its places is held", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const next = await waiting(space);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  await closeSpentOffers(db, space.id, "lapsed", mondayMorning);
  expect((await entryOf(next.id)).state).toBe("offered");
  await db.booking.updateMany({
    where: { waitingEntryId: next.id },
    data: { state: "lapsed", lapsesAt: null, endedAt: mondayMorning },
  });
  await closeSpentOffers(db, space.id, "lapsed", mondayMorning);
  expect((await entryOf(next.id)).state).toBe("lapsed");
});
