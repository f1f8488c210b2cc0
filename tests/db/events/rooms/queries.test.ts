import { expect, test } from "vitest";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { refuse } from "@/lib/core/result";
import { listRoomEvents, withFreeRooms } from "@/lib/events/rooms/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { aRegistration } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

test("a room refused comes with rooms that hold as many; anything else as it is", async () => {
  const { space, room, other } = await aHouse();
  const fields = plainFields({ place: { kind: "room", resourceId: room.id } });
  const near = await withFreeRooms(refuse("room_taken"), space.slug, fields, at);
  expect(alternativesOf(near.data)[0]).toMatchObject({
    resource: { id: other.id },
    slug: space.slug,
  });
  const many = { ...fields, capacity: 9 };
  const none = await withFreeRooms(refuse("room_taken"), space.slug, many, at);
  expect(alternativesOf(none.data).filter(({ slug }) => slug === space.slug)).toEqual([]);
  const past = refuse("in_the_past" as const);
  expect(await withFreeRooms(past, space.slug, fields, at)).toBe(past);
});

test("whoever organises reads which event holds a room, and how many are registered; nobody else", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  await aRegistration({ spaceId: house.space.id, id }, { quantity: 3 });
  await aRegistration({ spaceId: house.space.id, id }, { quantity: 2, state: "waiting" });
  const bookingId = (await standing(id)).bookingId ?? "";
  const event = { slug, spaceSlug: house.space.slug, title: "Répondre à un marché public" };
  const known = await listRoomEvents(house.host, [bookingId]);
  expect([...known]).toEqual([[bookingId, { ...event, registered: 3 }]]);
  for (const other of [await aMember(), await hostOf({ id: crypto.randomUUID() })]) {
    expect((await listRoomEvents(other, [bookingId])).size).toBe(0);
  }
});
