import { expect, test } from "vitest";
import { createEvent, editEvent } from "@/lib/events/editing/commands";
import { db } from "@/lib/infra/db";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

test("an event that nobody counts any more is refused where the house cannot hold what its room holds", async () => {
  const house = await aHouse();
  await db.space.update({ where: { id: house.space.id }, data: { mostPeople: 6 } });
  const { id } = await made(house, { capacity: 4 });
  const place = { kind: "room" as const, resourceId: house.room.id };
  const open = plainFields({ place, capacity: null, needsRegistration: false });
  const over = { refusal: "over_ceiling", data: { most: 6, where: "house", others: 0 } };
  expect(await editEvent(house.host, { eventId: id, fields: open }, at)).toMatchObject(over);
  expect(await standing(id)).toMatchObject({ capacity: 4, booking: { people: 4 } });
  const other = { ...open, place: { ...place, resourceId: house.other.id } };
  const input = { slug: house.space.slug, publishes: true, fields: other };
  expect(await createEvent(house.host, input, at)).toMatchObject({ refusal: "over_ceiling" });
});
