import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { editEvent } from "@/lib/events/editing/commands";
import type { EventFields } from "@/lib/events/editing/schema";
import { holdEvent } from "@/lib/events/holds/commands";
import { proposeEvent } from "@/lib/events/proposals/commands";
import {
  cancelEvent,
  endEvent,
  publishEvent,
  reopenEvent,
  showEvent,
} from "@/lib/events/showings/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, atWall, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { aRegistration, thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

test("a draft is shown with its room; twice is the same as once", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  const shown = await publishEvent(house.host, { eventId: id }, at);
  expect(await publishEvent(house.host, { eventId: id }, at)).toEqual(shown);
  const event = await standing(id);
  expect(event).toMatchObject({ state: "published", publishedAt: at });
  expect(event.booking).toMatchObject({ resourceId: house.room.id, state: "confirmed" });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "published"]);
});

test("a draft whose room is taken, whose moment has passed or that is somebody else's is not shown", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  const late = instantAt(thursday, 841, house.space.timeZone);
  expect(await publishEvent(house.host, { eventId: id }, late)).toMatchObject({
    refusal: "in_the_past",
  });
  await expect(publishEvent(await aMember(), { eventId: id }, at)).rejects.toThrow(NotFound);
  const hours = { slug: house.space.slug, resourceId: house.room.id };
  await bookResource(await aMember(), { ...hours, ...atWall(house.space, 900, 960) }, at);
  expect(await publishEvent(house.host, { eventId: id }, at)).toMatchObject({
    refusal: "room_taken",
  });
  expect(await standing(id)).toMatchObject({ state: "draft", booking: null });
});

test("a cancelled event gives its room back, keeps who was registered and tells them once, with the reason", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await aRegistration({ spaceId: house.space.id, id });
  const cancel = () => cancelEvent(house.host, { eventId: id, reason: "Salle inondée" }, at);
  expect(await cancel()).toMatchObject({ value: { wasShown: true } });
  expect(await cancel()).toMatchObject({ value: { wasShown: true } });
  const event = await standing(id);
  expect(event).toMatchObject({
    ...{ state: "cancelled", endedAt: at, endedBy: house.host.personId, sequence: 1 },
    endReason: "Salle inondée",
    booking: { state: "cancelled", endedAt: at },
  });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "cancelled"]);
  expect(await tellingsOf(house.space.id)).toBe(1);
});

test("a cancelled event opens again, in its room and under its address, and people are told", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  await cancelEvent(house.host, { eventId: id }, at);
  expect(await reopenEvent(house.host, { eventId: id }, at)).toMatchObject({ value: { slug } });
  const event = await standing(id);
  expect(event).toMatchObject({ state: "published", endedAt: null, endReason: null, sequence: 2 });
  expect(event.booking).toMatchObject({ resourceId: house.room.id, state: "confirmed" });
  expect(await tellingsOf(house.space.id)).toBe(2);
});

test("it does not open again over whoever has the room meanwhile", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await cancelEvent(house.host, { eventId: id }, at);
  const hours = { slug: house.space.slug, resourceId: house.room.id };
  await bookResource(await aMember(), { ...hours, ...atWall(house.space, 900, 960) }, at);
  expect(await reopenEvent(house.host, { eventId: id }, at)).toMatchObject({
    refusal: "room_taken",
  });
  expect(await standing(id)).toMatchObject({ state: "cancelled" });
});

test("a cancelled event whose room is taken is written in another, opens there, and people read what changed", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await cancelEvent(house.host, { eventId: id }, at);
  const hours = { slug: house.space.slug, resourceId: house.room.id };
  await bookResource(await aMember(), { ...hours, ...atWall(house.space, 900, 960) }, at);
  const refused = await reopenEvent(house.host, { eventId: id }, at);
  expect(refused).toMatchObject({ refusal: "room_taken" });
  const place = { kind: "room" as const, resourceId: house.other.id };
  const edit = (own: Partial<EventFields>) =>
    editEvent(house.host, { eventId: id, fields: plainFields({ place, ...own }) }, at);
  expect(await edit({ bring: "Un carnet" })).toMatchObject({ ok: true });
  expect(await edit({ bring: "Un stylo" })).toMatchObject({ ok: true });
  expect(await standing(id)).toMatchObject({ state: "cancelled", bookingId: null });
  expect(await tellingsOf(house.space.id)).toBe(1);
  expect(await reopenEvent(house.host, { eventId: id }, at)).toMatchObject({ ok: true });
  const event = await standing(id);
  expect(event).toMatchObject({
    ...{ state: "published", resourceId: house.other.id },
    booking: { resourceId: house.other.id, state: "confirmed" },
  });
  const before = { resourceId: house.room.id, bring: null };
  expect(event.changes.at(-1)).toMatchObject({ verb: "reopened", before });
  expect(await tellingsOf(house.space.id)).toBe(2);
});

test("a closure undone leaves a cancelled event that was written anew meanwhile as it is", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const target = { slug: house.space.slug };
  const closed = await close(house.host, target, onDay("day", thursday), { all: "cancel" }, at);
  if (!closed.ok) throw new Error(closed.refusal);
  const fields = plainFields({ place: { kind: "space" } });
  expect((await editEvent(house.host, { eventId: id, fields }, at)).ok).toBe(true);
  const note = await undoClosure(house.host, { closureId: closed.value.id }, at);
  expect(note).toMatchObject({ value: { restored: 0, left: [{ because: "changed_since" }] } });
  expect(await standing(id)).toMatchObject({ state: "cancelled", bookingId: null });
});

test("a draft given up tells nobody, and is a draft again when it is taken up", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  const givenUp = await cancelEvent(house.host, { eventId: id }, at);
  expect(givenUp).toMatchObject({ value: { wasShown: false } });
  await reopenEvent(house.host, { eventId: id }, at);
  expect(await standing(id)).toMatchObject({ state: "draft", booking: null, endedAt: null });
  expect(await tellingsOf(house.space.id)).toBe(0);
});

test("what is over is not cancelled any more, nor what is another space's", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const after = instantAt(thursday, 1_020, house.space.timeZone);
  expect(await cancelEvent(house.host, { eventId: id }, after)).toMatchObject({
    refusal: "event_ended",
  });
  const other = await hostOf({ id: randomUUID() });
  await expect(cancelEvent(other, { eventId: id }, at)).rejects.toThrow(NotFound);
  await expect(reopenEvent(other, { eventId: id }, at)).rejects.toThrow(NotFound);
  expect(await reopenEvent(house.host, { eventId: id }, at)).toMatchObject({ ok: true });
});

test("cancelled and shown inside another change, the event and its room end with it", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  await inTransaction(async (tx) => {
    const { event } = await holdEvent(tx, house.host, "cancel", id, at);
    await endEvent(tx, house.host, event, { reason: null, at });
    return ok(null);
  });
  expect(await standing(id)).toMatchObject({ state: "cancelled", booking: { state: "cancelled" } });
  await inTransaction(async (tx) => {
    const { space, event } = await holdEvent(tx, house.host, "cancel", id, at);
    return showEvent(tx, house.host, space, event, at);
  });
  expect(await standing(id)).toMatchObject({ state: "published", booking: { state: "confirmed" } });
});

test("whoever leads a draft prepares it and does not show it, which takes a room", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  const speaker = await aMember();
  await db.eventSpeaker.create({
    data: {
      ...{ spaceId: house.space.id, eventId: id, personId: speaker.personId, rank: 0 },
      acceptedAt: at,
    },
  });
  const fields = plainFields({ title: "Mieux dit" });
  expect((await editEvent(speaker, { eventId: id, fields }, at)).ok).toBe(true);
  await expect(publishEvent(speaker, { eventId: id }, at)).rejects.toThrow(NotFound);
  expect(await standing(id)).toMatchObject({ state: "draft", title: "Mieux dit", booking: null });
});

test("what was proposed is answered, not cancelled", async () => {
  const house = await aHouse();
  const member = await aMember();
  const input = { slug: house.space.slug, fields: plainFields() };
  const proposed = await proposeEvent(member, input, at);
  if (!proposed.ok) throw new Error(proposed.refusal);
  const { id } = proposed.value;
  expect(await cancelEvent(house.host, { eventId: id }, at)).toMatchObject({
    refusal: "event_ended",
  });
  expect(await standing(id)).toMatchObject({ state: "proposed" });
});
