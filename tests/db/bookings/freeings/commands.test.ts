import { expect, test } from "vitest";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { cancelBooking } from "@/lib/bookings/commands";
import { freeBooking, freeBookings } from "@/lib/bookings/freeings/commands";
import { lockBooking } from "@/lib/bookings/places/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";
import { booked, entryOf, waiting } from "@/tests/support/waiting-list";

const atNine = new Date("2026-06-16T07:00:00Z");
const served = { state: "offered", places: ["held"] };

test("cancelling serves in the same transaction: rolled back, nobody was offered anything", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const first = await waiting(space);
  const failing = db.$transaction(async (tx) => {
    const booking = await lockBooking(tx, taken.id);
    await freeBooking(tx, taken.member, booking, { verb: "cancel", at: mondayMorning });
    const seen = await tx.waitingEntry.findFirst({ where: { id: first.id } });
    expect(seen?.state).toBe("offered");
    throw new Error("later step failed");
  });
  await expect(failing).rejects.toThrow("later step failed");
  expect(await entryOf(first.id)).toMatchObject({ state: "waiting", places: [] });
  expect(await db.notification.count({ where: { personId: first.member.personId } })).toBe(0);
});

test("several bookings are freed before anything is offered: two for who waits for two", async () => {
  const space = await aSpace({ desks: 2 });
  const taken = [await booked(space), await booked(space)];
  const pair = await waiting(space, { quantity: 2 });
  const alone = await waiting(space);
  const host = await hostOf(space);
  await inTransaction(async (tx) => {
    const bookings = [];
    for (const { id } of taken) bookings.push(await lockBooking(tx, id));
    return freeBookings(tx, host, bookings, () => ({ verb: "cancel", at: mondayMorning }));
  });
  expect(await entryOf(pair.id)).toMatchObject({ state: "offered", places: ["held", "held"] });
  expect((await entryOf(alone.id)).state).toBe("waiting");
});

test("freeing none of nothing does nothing; a verb that cannot be said frees nothing", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const host = await hostOf(space);
  const change = { verb: "cancel" as const, at: mondayMorning };
  expect(await inTransaction((tx) => freeBookings(tx, host, [], () => change))).toEqual(ok(null));
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  const again = await inTransaction(async (tx) =>
    freeBooking(tx, host, await lockBooking(tx, taken.id), change),
  );
  expect(again).toMatchObject({ ok: false, refusal: "wrong_state" });
});

test("a host who notes that nobody came serves whoever waits for the afternoon", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space, { part: "day" });
  const next = await waiting(space, { part: "afternoon" });
  await markNoShow(await hostOf(space), { bookingId: taken.id }, atNine);
  expect(await entryOf(next.id)).toMatchObject(served);
});

test("an early departure serves whoever waits for what is left", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space, { part: "day" });
  const [forMorning, forAfternoon] = [
    await waiting(space),
    await waiting(space, { part: "afternoon" }),
  ];
  const host = await hostOf(space);
  await checkIn(host, { bookingId: taken.id }, atNine);
  await checkOut(host, { bookingId: taken.id }, new Date("2026-06-16T09:00:00Z"));
  expect(await entryOf(forAfternoon.id)).toMatchObject(served);
  expect((await entryOf(forMorning.id)).places).toEqual([]);
});

test("a walk-in noted by mistake serves whoever waits for the rest of the day", async () => {
  const space = await aSpace({ desks: 1 });
  const host = await hostOf(space);
  const guest = { part: "day" as const, guestName: "Lou", idempotencyKey: crypto.randomUUID() };
  const here = await welcomeWalkIn(host, { slug: space.slug, ...guest }, atNine);
  const next = await waiting(space, { part: "afternoon" }, undefined, atNine);
  await undoCheckIn(host, { bookingId: here.ok ? here.value.id : "" }, atNine);
  expect(await entryOf(next.id)).toMatchObject(served);
});

test("a place held for somebody and cancelled by the host closes their offer and goes to the next", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const [first, second] = [await waiting(space), await waiting(space)];
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  const [held] = (await entryOf(first.id)).bookings;
  await cancelBooking(await hostOf(space), { bookingId: held?.id ?? "" }, mondayMorning);
  expect(await entryOf(first.id)).toMatchObject({ state: "withdrawn", places: ["cancelled"] });
  expect(await entryOf(second.id)).toMatchObject(served);
});
