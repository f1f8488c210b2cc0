import { expect, test } from "vitest";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { refuse } from "@/lib/core/result";
import { withFreeRooms } from "@/lib/events/rooms/queries";
import { aHouse } from "@/tests/support/event-fields";
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
