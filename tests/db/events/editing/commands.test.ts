import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { bookResource } from "@/lib/bookings/commands";
import { addDays, day, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { createEvent, editEvent, lastChangeOf } from "@/lib/events/editing/commands";
import type { EventFields } from "@/lib/events/editing/schema";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, atWall, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { aRegistration, thursday } from "@/tests/support/events";
import { aCommune, mondayMorning } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

const at = mondayMorning;

async function edit(
  house: Awaited<ReturnType<typeof aHouse>>,
  eventId: string,
  own: Partial<EventFields>,
) {
  const place = { kind: "room" as const, resourceId: house.room.id };
  return editEvent(house.host, { eventId, fields: plainFields({ place, ...own }) }, at);
}

test("an event shown in a room books the room, in its own name and for nobody", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const event = await standing(id);
  expect(slug).toMatch(/^repondre-a-un-marche-public-[0-9a-f]{6}$/);
  expect(event).toMatchObject({ state: "published", createdBy: house.host.personId });
  expect(event.booking).toMatchObject({
    ...{ resourceId: house.room.id, personId: null, guestName: event.title, state: "confirmed" },
    ...{ source: "event", lapsesAt: null, ...atWall(house.space, 840, 1_020) },
  });
  expect(event.changes).toMatchObject([{ verb: "created", actorId: house.host.personId }]);
  expect(await tellingsOf(house.space.id)).toBe(0);
});

test("a draft books no room and is told to nobody", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  expect(await standing(id)).toMatchObject({ state: "draft", booking: null, publishedAt: null });
});

test("the same form sent twice, and twice at once, makes one event", async () => {
  const { space, host } = await aHouse();
  const input = {
    ...{ slug: space.slug, publishes: true, idempotencyKey: randomUUID() },
    fields: plainFields(),
  };
  const both = await Promise.all([createEvent(host, input, at), createEvent(host, input, at)]);
  const third = await createEvent(host, input, at);
  const [first] = both;
  expect(both[1]).toEqual(first);
  expect(third).toEqual(first);
  expect(await db.event.count({ where: { spaceId: space.id } })).toBe(1);
});

test("an evening or a Sunday is for whoever organises to open: hours do not bind an event", async () => {
  const house = await aHouse();
  const sunday = addDays(thursday, 3);
  expect(await made(house, { day: sunday, startMinute: 600, endMinute: 1_200 })).toBeTruthy();
});

test("whoever organises there makes events, nobody else is told there is anything to make", async () => {
  const { space } = await aHouse();
  const input = { slug: space.slug, publishes: true, fields: plainFields() };
  const other = await hostOf({ id: randomUUID() });
  for (const stranger of [await aMember(), other]) {
    await expect(createEvent(stranger, input, at)).rejects.toThrow(NotFound);
  }
  expect((await createEvent(await aStaffMember(), input, at)).ok).toBe(true);
});

test("a room somebody has is refused with free places near, and nothing is written", async () => {
  const house = await aHouse();
  const hours = { slug: house.space.slug, resourceId: house.room.id };
  await bookResource(await aMember(), { ...hours, ...atWall(house.space, 900, 960) }, at);
  const place = { kind: "room" as const, resourceId: house.room.id };
  const input = { slug: house.space.slug, publishes: true, fields: plainFields({ place }) };
  const result = await createEvent(house.host, input, at);
  expect(result).toMatchObject({ ok: false, refusal: "room_taken" });
  const near = alternativesOf(result.ok ? null : result.data);
  expect(near[0]).toMatchObject({ differs: "desk", resource: { id: house.other.id } });
  expect(await db.event.count({ where: { spaceId: house.space.id } })).toBe(0);
});

test("two events asking for one room at once: one has it", async () => {
  const { space, room, host } = await aHouse();
  const place = { kind: "room" as const, resourceId: room.id };
  const input = () => ({ slug: space.slug, publishes: true, fields: plainFields({ place }) });
  const results = await Promise.all(
    Array.from({ length: 8 }, () => createEvent(host, input(), at)),
  );
  const refused = results.filter((result) => !result.ok);
  expect(refused).toHaveLength(7);
  expect(new Set(refused.map((result) => (result.ok ? "" : result.refusal)))).toEqual(
    new Set(["room_taken"]),
  );
});

test("a closed house and a closed room say why", async () => {
  const { space, room, host } = await aHouse();
  const place = { kind: "room" as const, resourceId: room.id };
  const input = { slug: space.slug, publishes: true, fields: plainFields({ place }) };
  const closing = await close(
    host,
    { slug: space.slug, resourceId: room.id },
    onDay("day", thursday),
  );
  expect(closing.ok).toBe(true);
  expect(await createEvent(host, input, at)).toMatchObject({
    refusal: "resource_closed",
    data: { reason: "Panne de chauffage" },
  });
  await close(host, { slug: space.slug }, onDay("day", thursday));
  expect(await createEvent(host, input, at)).toMatchObject({
    refusal: "space_closed",
    data: { reason: "Panne de chauffage" },
  });
});

test("seats stay under the ceiling of the room: its seats, or what safety says", async () => {
  const house = await aHouse();
  const place = { kind: "room" as const, resourceId: house.room.id };
  const asked = (capacity: number) => ({
    ...{ slug: house.space.slug, publishes: false, fields: plainFields({ place, capacity }) },
  });
  expect(await createEvent(house.host, asked(9), at)).toMatchObject({
    refusal: "over_ceiling",
    data: { most: 8, where: "room" },
  });
  await db.resource.update({
    where: { spaceId_id: { spaceId: house.space.id, id: house.room.id } },
    data: { mostPeople: 30 },
  });
  expect((await createEvent(house.host, asked(30), at)).ok).toBe(true);
  expect(await createEvent(house.host, asked(31), at)).toMatchObject({ data: { most: 30 } });
});

test.each<[string, Partial<EventFields>, string]>([
  ["it has begun", { day: day("2026-06-15"), startMinute: 400 }, "in_the_past"],
  ["it ends before it begins", { endMinute: 800 }, "dates_wrong"],
  ["it opens after it closes", { opensOn: thursday, closesOn: day("2026-06-17") }, "dates_wrong"],
  [
    "a minimum of more than its seats",
    { minimum: { people: 9, day: day("2026-06-17"), minute: 720 } },
    "minimum_too_high",
  ],
  [
    "a deadline after its start",
    { minimum: { people: 2, day: thursday, minute: 900 } },
    "dates_wrong",
  ],
  [
    "an unknown commune",
    { place: { kind: "elsewhere", address: "Halle", communeId: "99999" } },
    "unknown_place",
  ],
  ["an unknown room", { place: { kind: "room", resourceId: randomUUID() } }, "not_bookable"],
  ["a slip of the year", { day: day("2032-06-17"), place: { kind: "space" } }, "beyond_horizon"],
])("what cannot be is said: %s", async (_name, own, refusal) => {
  const { space, host } = await aHouse();
  const input = { slug: space.slug, publishes: true, fields: plainFields(own) };
  const result = await createEvent(host, input, at);
  expect(result.ok ? "" : result.refusal).toBe(refusal);
});

test("an edit of what people should know is noted with what was before and told once", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const own = { title: "Gagner un marché public", startMinute: 900, bring: "Un ordinateur" };
  expect(await edit(house, id, own)).toMatchObject({ ok: true, value: { isChanged: true } });
  const event = await standing(id);
  expect(event).toMatchObject({ title: own.title, bring: own.bring, sequence: 1 });
  expect(event.booking).toMatchObject({
    guestName: own.title,
    startsAt: instantAt(thursday, 900, house.space.timeZone),
  });
  const { startsAt, endsAt } = atWall(house.space, 840, 1_020);
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "edited"]);
  expect(event.changes[1]?.before).toEqual({
    ...{ title: "Répondre à un marché public", startsAt: startsAt.toISOString(), bring: null },
    endsAt: endsAt.toISOString(),
  });
  expect(await tellingsOf(house.space.id)).toBe(1);
});

test("an edit of words alone tells nobody; the same form again changes nothing", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const own = { description: "Autrement dit.", level: "beginner" as const, capacity: 7 };
  expect(await edit(house, id, own)).toMatchObject({ value: { isChanged: true } });
  expect(await edit(house, id, own)).toMatchObject({ value: { isChanged: false } });
  const event = await standing(id);
  expect([event.sequence, event.changes.length, event.capacity]).toEqual([0, 2, 7]);
  expect(await tellingsOf(house.space.id)).toBe(0);
});

test("an event goes to another room, out of rooms and back, its calendar with it", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await edit(house, id, { place: { kind: "room", resourceId: house.other.id } });
  const moved = await standing(id);
  expect(moved.booking).toMatchObject({ resourceId: house.other.id, state: "confirmed" });
  const communeId = (await aCommune()).insee;
  await edit(house, id, { place: { kind: "elsewhere", address: "Halle", communeId } });
  expect(await standing(id)).toMatchObject({ bookingId: null, address: "Halle", communeId });
  const where = { spaceId: house.space.id, source: "event" as const };
  expect(await db.booking.count({ where: { ...where, state: "confirmed" } })).toBe(0);
  await edit(house, id, {});
  expect((await standing(id)).booking).toMatchObject({ resourceId: house.room.id });
  expect(await db.booking.count({ where: { ...where, state: "confirmed" } })).toBe(1);
});

test("moved across the clock change, an event keeps the time on the wall", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const autumn = day("2026-10-29");
  expect((await edit(house, id, { day: autumn })).ok).toBe(true);
  const { booking } = await standing(id);
  expect(booking?.startsAt.toISOString()).toBe("2026-10-29T13:00:00.000Z");
  expect(booking?.endsAt.toISOString()).toBe("2026-10-29T16:00:00.000Z");
});

test("refused, an edit leaves the event and its room as they were", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const hours = { slug: house.space.slug, resourceId: house.room.id };
  await bookResource(await aMember(), { ...hours, ...atWall(house.space, 1_020, 1_080) }, at);
  expect(await edit(house, id, { title: "Autre", endMinute: 1_050 })).toMatchObject({
    refusal: "room_taken",
  });
  const event = await standing(id);
  expect(event).toMatchObject({ title: "Répondre à un marché public", sequence: 0 });
  expect(event.booking).toMatchObject(atWall(house.space, 840, 1_020));
});

test("seats are not made fewer than those who have one, and how many is said", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await aRegistration({ spaceId: house.space.id, id }, { quantity: 5 });
  expect(await edit(house, id, { capacity: 4 })).toMatchObject({
    refusal: "fewer_than_registered",
    data: { registered: 5 },
  });
  expect((await edit(house, id, { capacity: 5 })).ok).toBe(true);
});

test("of two hosts with the same form open, the second reads before changing", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const mark = (await lastChangeOf(db, { spaceId: house.space.id, id })) ?? undefined;
  const place = { kind: "room" as const, resourceId: house.room.id };
  const fields = (title: string) => plainFields({ place, title });
  const first = { eventId: id, mark, fields: fields("Un") };
  const colleague = await hostOf(house.space);
  expect((await editEvent(house.host, first, at)).ok).toBe(true);
  const second = { eventId: id, mark, fields: fields("Deux") };
  expect(await editEvent(colleague, second, at)).toMatchObject({ refusal: "changed_since" });
  expect((await editEvent(colleague, { ...second, mark: undefined }, at)).ok).toBe(true);
  const lines = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(lines).toMatchObject([{ action: "event.edited", actorId: colleague.personId }]);
});

test("what is over or somebody else's is not changed", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const input = { eventId: id, fields: plainFields() };
  const after = instantAt(thursday, 1_021, house.space.timeZone);
  expect(await editEvent(house.host, input, after)).toMatchObject({ refusal: "event_ended" });
  await expect(editEvent(await aMember(), input, at)).rejects.toThrow(NotFound);
  const unknown = { ...input, eventId: randomUUID() };
  await expect(editEvent(house.host, unknown, at)).rejects.toThrow(NotFound);
});

test("a member who speaks at it changes it", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const speaker = await aMember();
  await db.eventSpeaker.create({
    data: {
      ...{ id: randomUUID(), spaceId: house.space.id, eventId: id },
      ...{ personId: speaker.personId, acceptedAt: at },
    },
  });
  const place = { kind: "room" as const, resourceId: house.room.id };
  const fields = plainFields({ place, summary: "Dit autrement." });
  expect((await editEvent(speaker, { eventId: id, fields }, at)).ok).toBe(true);
});
