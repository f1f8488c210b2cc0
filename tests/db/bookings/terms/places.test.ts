import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { changeResource } from "@/lib/bookings/terms/commands";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace } from "@/tests/support/factories";
import { overlapsIn } from "@/tests/support/races";
import { setupNow } from "@/tests/support/resource-setups";

// What is to come is held anew by the clock of Postgres: these days are to come by that one too.
const year = new Date().getUTCFullYear() + 1;
const on = day(`${year}-06-15`);
const at = new Date(`${year}-06-14T06:00:00Z`);
const hours = { startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z` };

/** A room, and the two halves it may be made of. */
async function aHall() {
  const space = await aSpace({ desks: 0, weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const [hall, left, right] = [await aRoom(space), await aRoom(space), await aRoom(space)];
  return { space: { ...space, desks: [hall, left, right] }, hall, left, right };
}

async function makeOf(actor: Actor, slug: string, resourceId: string, partIds: string[]) {
  const setup = { ...(await setupNow(slug, resourceId)), partIds: [...partIds].sort() };
  return changeResource(actor, { slug, resourceId, setup }, at);
}

test("a room made of two is full when one of them is, and the reverse, from then on", async () => {
  const { space, hall, left, right } = await aHall();
  const host = await hostOf(space);
  const book = async (resourceId: string) =>
    bookResource(await aMember(), { slug: space.slug, day: on, part: "day", resourceId }, at);
  expect(await makeOf(host, space.slug, hall.id, [left.id, right.id])).toMatchObject({ ok: true });
  expect(await book(left.id)).toMatchObject({ ok: true });
  expect(await book(hall.id)).toMatchObject({ refusal: "slot_taken" });
  expect(await book(right.id)).toMatchObject({ ok: true });
  // Without its parts it is free while they are taken.
  expect(await makeOf(host, space.slug, hall.id, [])).toMatchObject({ ok: true });
  expect(await book(hall.id)).toMatchObject({ ok: true });
  expect(await overlapsIn(space.id)).toBe(0);
});

test("its places stay what they are while somebody has booked it, or what contains it", async () => {
  const { space, hall, left, right } = await aHall();
  const host = await hostOf(space);
  await makeOf(host, space.slug, hall.id, [left.id]);
  const { id } = await aBooking({ space, day: on, ...hours });
  const refused = {
    ok: false,
    refusal: "places_booked",
    data: { count: 1, first: on, last: on },
  };
  expect(await makeOf(host, space.slug, hall.id, [left.id, right.id])).toEqual(refused);
  expect(await makeOf(host, space.slug, hall.id, [])).toEqual(refused);
  expect(await makeOf(host, space.slug, left.id, [right.id])).toEqual(refused);
  expect((await setupNow(space.slug, hall.id)).partIds).toEqual([left.id]);
  await db.booking.updateMany({ where: { id }, data: { state: "cancelled", endedAt: at } });
  expect(await makeOf(host, space.slug, left.id, [right.id])).toMatchObject({ ok: true });
});

test("a room is not made of what contains it", async () => {
  const { space, hall, left, right } = await aHall();
  const host = await hostOf(space);
  await makeOf(host, space.slug, hall.id, [left.id]);
  await makeOf(host, space.slug, left.id, [right.id]);
  for (const [whole, part] of [
    [right, hall],
    [left, hall],
    [hall, hall],
  ] as const) {
    expect(await makeOf(host, space.slug, whole.id, [part.id])).toEqual({
      ok: false,
      refusal: "part_of_itself",
    });
  }
});

test("nobody came to the room: that does not keep it from being joined to another that is booked", async () => {
  const { space, hall, left } = await aHall();
  const host = await hostOf(space);
  const gone = await aBooking({ space, day: on, ...hours });
  await db.booking.updateMany({ where: { id: gone.id }, data: { lapsesAt: at } });
  await aBooking({ space, day: on, ...hours, desk: 1 });
  expect(await makeOf(host, space.slug, hall.id, [left.id])).toMatchObject({ ok: true });
  expect(await db.booking.findFirst({ where: { id: gone.id } })).toMatchObject({
    state: "no_show",
  });
  expect(await overlapsIn(space.id)).toBe(0);
});
