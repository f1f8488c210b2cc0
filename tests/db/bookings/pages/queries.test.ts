import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findBookingByKey, listBookingPage, type Position } from "@/lib/bookings/pages/queries";
import { anonymous } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

async function bookingsOf(personId: string, count: number) {
  const space = await aSpace();
  for (let index = 0; index < count; index += 1) {
    const on = addDays(tuesday, index);
    const times = { startsAt: `${on}T06:30:00Z`, endsAt: `${on}T10:30:00Z` };
    await aBooking({ space, personId, day: on, part: "morning", ...times });
  }
  return space;
}

test("pages hold every booking once, latest start first", async () => {
  const member = await aMember();
  await bookingsOf(member.personId, 7);
  await bookingsOf(member.personId, 7);
  const seen: string[] = [];
  let after: Position | undefined;
  for (let page = 0; page < 10; page += 1) {
    const { items, last, hasMore } = await listBookingPage(member, { limit: 3, after });
    seen.push(...items.map(({ id }) => id));
    after = last ?? undefined;
    if (!hasMore) break;
  }
  expect(seen).toHaveLength(14);
  expect(new Set(seen).size).toBe(14);
});

test("bounds are half-open, of the start", async () => {
  const member = await aMember();
  await bookingsOf(member.personId, 3);
  const from = new Date("2026-06-17T06:30:00Z");
  const until = new Date("2026-06-18T06:30:00Z");
  const { items } = await listBookingPage(member, { limit: 9, from, until });
  expect(items.map(({ day }) => day)).toEqual(["2026-06-17"]);
});

test("a host reads the bookings of their space, a member theirs alone, a visitor none", async () => {
  const member = await aMember();
  const { slug, id } = await bookingsOf(member.personId, 2);
  const host = await hostOf({ id });
  expect((await listBookingPage(host, { limit: 9, slug })).items).toHaveLength(2);
  expect((await listBookingPage(host, { limit: 9 })).items).toEqual([]);
  const stranger = await aMember();
  await expect(listBookingPage(stranger, { limit: 9, slug })).rejects.toThrow(NotFound);
  await expect(listBookingPage(anonymous, { limit: 9 })).rejects.toThrow(Unauthenticated);
});

test("a booking is found by its key, by nobody else's", async () => {
  const member = await aMember();
  await bookingsOf(member.personId, 1);
  const idempotencyKey = randomUUID();
  await db.booking.updateMany({
    where: { personId: member.personId },
    data: { idempotencyKey },
  });
  expect(await findBookingByKey(member, idempotencyKey, mondayMorning)).toMatchObject({
    isWhereMade: true,
  });
  expect(await findBookingByKey(await aMember(), idempotencyKey)).toBeNull();
});
