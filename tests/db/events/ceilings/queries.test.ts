import { expect, test } from "vitest";
import { ceilingPassed, roomCeiling } from "@/lib/events/ceilings/queries";
import type { EventPlaceInput } from "@/lib/events/editing/schema";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aHouse, atWall, made } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { aBooking, aRoom, mondayMorning as at } from "@/tests/support/factories";

async function aHouseOf(mostPeople: number) {
  const house = await aHouse();
  await db.space.update({ where: { id: house.space.id }, data: { mostPeople } });
  const passed = async (capacity: number, from = 840, until = 1_020, own: string | null = null) => {
    const space = await getSpaceBySlug(house.space.slug);
    const wanted = {
      place: { kind: "space" as const },
      capacity,
      ...atWall(house.space, from, until),
    };
    return ceilingPassed(db, space, wanted, own, at);
  };
  return { house, passed };
}

test("the house holds what it says less those who are there: each booking with who comes along, each event with its seats", async () => {
  const { house, passed } = await aHouseOf(20);
  expect(await passed(20)).toBeNull();
  expect(await passed(21)).toEqual({ most: 20, where: "house", others: 0 });
  const { startsAt, endsAt } = atWall(house.space, 510, 900);
  const hours = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const booking = await aBooking({ space: house.space, day: thursday, ...hours });
  await db.booking.update({
    where: { spaceId_id: { spaceId: house.space.id, id: booking.id } },
    data: { companions: ["Ana", "Bo"] },
  });
  const { id } = await made(house, { capacity: 5 });
  expect(await passed(13)).toEqual({ most: 12, where: "house", others: 8 });
  expect(await passed(15, 900, 1_020)).toBeNull();
  expect(await passed(17, 840, 1_020, id)).toBeNull();
  expect(await passed(18, 840, 1_020, id)).toMatchObject({ most: 17 });
});

test("who has gone, what has lapsed, equipment, drafts and events elsewhere are nobody in the house", async () => {
  const { house, passed } = await aHouseOf(20);
  const { startsAt, endsAt } = atWall(house.space, 510, 1_110);
  const hours = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  const { space } = house;
  const gone = await aBooking({ space, day: thursday, ...hours, checkedInAt: hours.startsAt });
  const lapsed = await aBooking({ space, desk: 1, day: thursday, ...hours });
  const set = (id: string, data: object) =>
    db.booking.update({ where: { spaceId_id: { spaceId: space.id, id } }, data });
  await set(gone.id, { checkedOutAt: startsAt });
  await set(lapsed.id, { lapsesAt: at });
  const projector = await aRoom(space, { kind: "equipment" });
  await aBooking({ space: { id: space.id, desks: [projector] }, day: thursday, ...hours });
  await made(house, { capacity: 5 }, false);
  await made(house, { place: { kind: "online" }, onlineUrl: "https://visio.exemple.test/a" });
  expect(await passed(20)).toBeNull();
});

test("a room holds its seats, or what safety says of it; elsewhere and online nobody asks", async () => {
  const house = await aHouse();
  const space = await getSpaceBySlug(house.space.slug);
  expect(roomCeiling(space, house.room.id)).toBe(8);
  expect(roomCeiling(space, null)).toBeNull();
  const during = atWall(house.space, 840, 1_020);
  const online = { place: { kind: "online" as const }, capacity: 5_000, ...during };
  expect(await ceilingPassed(db, space, online, null, at)).toBeNull();
  const uncounted = { place: { kind: "room" as const, resourceId: house.room.id }, ...during };
  expect(await ceilingPassed(db, space, { ...uncounted, capacity: null }, null, at)).toBeNull();
});

test("where nobody counts, a room in a house with a ceiling brings as many as it holds", async () => {
  const { house } = await aHouseOf(6);
  const during = atWall(house.space, 840, 1_020);
  const asked = async (place: EventPlaceInput) => {
    const space = await getSpaceBySlug(house.space.slug);
    return ceilingPassed(db, space, { place, capacity: null, ...during }, null, at);
  };
  const room = { kind: "room" as const, resourceId: house.room.id };
  expect(await asked(room)).toEqual({ most: 6, where: "house", others: 0 });
  expect(await asked({ kind: "space" })).toBeNull();
  await db.space.update({ where: { id: house.space.id }, data: { mostPeople: 8 } });
  expect(await asked(room)).toBeNull();
});
