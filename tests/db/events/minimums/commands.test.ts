import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day, instantAt } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { cancelBelowMinimum } from "@/lib/events/minimums/commands";
import { getEvent } from "@/lib/events/queries";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { aMember } from "@/tests/support/actors";
import { aHouse, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { aRegistration } from "@/tests/support/events";

const worker = systemActor("tests");
const minimum = { people: 4, day: day("2026-06-17"), minute: 720 };

async function withMinimum(quantity: number) {
  const house = await aHouse();
  const { id, slug } = await made(house, { minimum });
  if (quantity > 0) await aRegistration({ spaceId: house.space.id, id }, { quantity });
  const deadline = instantAt(minimum.day, minimum.minute, house.space.timeZone);
  return { house, id, slug, deadline };
}

test("too few at the deadline, an event is cancelled, its room is free and people are told, once however often it is run", async () => {
  const { house, id, deadline } = await withMinimum(3);
  await cancelBelowMinimum(worker, new Date(deadline.getTime() - 1));
  expect(await standing(id)).toMatchObject({ state: "published" });
  await Promise.all([cancelBelowMinimum(worker, deadline), cancelBelowMinimum(worker, deadline)]);
  await cancelBelowMinimum(worker, deadline);
  const event = await standing(id);
  expect(event).toMatchObject({
    state: "cancelled",
    ...{ endedBy: null, endReason: null, endMinimum: 4 },
    booking: { state: "cancelled" },
  });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "cancelled"]);
  expect(await tellingsOf(house.space.id)).toBe(1);
});

test("enough at the deadline, it takes place, whoever gives a seat back later", async () => {
  const { house, id, deadline } = await withMinimum(4);
  await cancelBelowMinimum(worker, deadline);
  expect(await standing(id)).toMatchObject({ state: "published", minimumPeople: null });
  expect(await tellingsOf(house.space.id)).toBe(0);
});

test("its page says so from the deadline on, before any job has run", async () => {
  const { slug, deadline } = await withMinimum(3);
  const member = await aMember();
  const stateAt = async (at: Date) => (await getEvent(member, slug, at)).state;
  expect(await stateAt(new Date(deadline.getTime() - 1))).toBe("published");
  expect(await stateAt(deadline)).toBe("cancelled");
});

test("opened again after its deadline, it takes place: nothing cancels it a second time", async () => {
  const { house, id, slug, deadline } = await withMinimum(3);
  await cancelBelowMinimum(worker, deadline);
  expect(await reopenEvent(house.host, { eventId: id }, deadline)).toMatchObject({ ok: true });
  await cancelBelowMinimum(worker, new Date(deadline.getTime() + 60_000));
  expect(await standing(id)).toMatchObject({
    ...{ state: "published", minimumPeople: null, minimumAt: null, endMinimum: null },
    booking: { state: "confirmed" },
  });
  expect((await getEvent(await aMember(), slug, deadline)).state).toBe("published");
  expect(await tellingsOf(house.space.id)).toBe(2);
});

test("opened again before its deadline, it keeps its minimum and is cancelled by it", async () => {
  const { house, id, deadline } = await withMinimum(3);
  const before = new Date(deadline.getTime() - 1);
  await cancelEvent(house.host, { eventId: id }, before);
  await reopenEvent(house.host, { eventId: id }, before);
  expect(await standing(id)).toMatchObject({ minimumPeople: 4, minimumAt: deadline });
  await cancelBelowMinimum(worker, deadline);
  expect(await standing(id)).toMatchObject({ state: "cancelled" });
});

test("a draft shown after the deadline it said takes place", async () => {
  const house = await aHouse();
  const { id } = await made(house, { minimum }, false);
  const deadline = instantAt(minimum.day, minimum.minute, house.space.timeZone);
  expect((await publishEvent(house.host, { eventId: id }, deadline)).ok).toBe(true);
  await cancelBelowMinimum(worker, deadline);
  expect(await standing(id)).toMatchObject({ state: "published", minimumPeople: null });
});

test("time alone says so", async () => {
  await expect(cancelBelowMinimum(await aMember(), new Date())).rejects.toThrow(Forbidden);
});
