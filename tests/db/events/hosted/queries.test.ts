import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import {
  fieldsOf,
  getEventToEdit,
  getSpaceToOrganise,
  listHostEvents,
  roomsOf,
} from "@/lib/events/hosted/queries";
import { cancelEvent } from "@/lib/events/showings/commands";
import { addSpeaker } from "@/lib/events/speakers/commands";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aHouse, made, says } from "@/tests/support/event-fields";
import { anEvent, aRegistration } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

test("hosts list what is to come, what is being written, what was proposed and what is over", async () => {
  const house = await aHouse();
  const { id } = await made(house, { title: "À venir" });
  await aRegistration({ spaceId: house.space.id, id }, { quantity: 2 });
  await aRegistration({ spaceId: house.space.id, id }, { quantity: 3, state: "waiting" });
  await made(house, { title: "Brouillon" }, false);
  await anEvent(house.space, { title: "Proposé", state: "proposed", publishedAt: null });
  await anEvent(house.space, { title: "Passé", on: day("2026-06-04") });
  const gone = await made(house, { title: "Annulé", place: { kind: "space" } });
  await cancelEvent(house.host, { eventId: gone.id, reason: "Grippe" }, at);
  const { coming, drafts, proposed, past } = await listHostEvents(house.host, house.space.slug, at);
  expect(coming).toMatchObject([
    {
      ...{ id, held: 2, waiting: 3, capacity: 8 },
      place: { kind: "room", roomName: house.room.name },
    },
  ]);
  expect(drafts.map(({ title }) => title)).toEqual(["Brouillon"]);
  expect(proposed.map(({ title }) => title)).toEqual(["Proposé"]);
  expect(past.map(({ title, endReason }) => [title, endReason])).toEqual([
    ["Annulé", "Grippe"],
    ["Passé", null],
  ]);
  expect((await listHostEvents(await aStaffMember(), house.space.slug, at)).coming).toHaveLength(1);
});

test("nobody else is told there is such a list, nor such a form", async () => {
  const house = await aHouse();
  const address = { slug: house.space.slug, event: (await made(house)).slug };
  for (const stranger of [await aMember(), await hostOf({ id: randomUUID() })]) {
    await expect(listHostEvents(stranger, house.space.slug, at)).rejects.toThrow(NotFound);
    await expect(getSpaceToOrganise(stranger, house.space.slug)).rejects.toThrow(NotFound);
    await expect(getEventToEdit(stranger, address)).rejects.toThrow(NotFound);
  }
  await expect(getEventToEdit(house.host, { ...address, event: randomUUID() })).rejects.toThrow(
    NotFound,
  );
});

test("staff change an event and are not led to who is registered; who leads it is", async () => {
  const house = await aHouse();
  const { id, slug: event } = await made(house);
  const speaker = await aMember();
  const { personId } = speaker;
  await aMembership(house.space, personId, "active");
  await addSpeaker(house.host, { eventId: id, personId }, at);
  await says(speaker, id, "accept");
  const address = { slug: house.space.slug, event };
  const reads = async (actor: Actor) => (await getEventToEdit(actor, address)).readsPeople;
  expect(await reads(house.host)).toBe(true);
  expect(await reads(speaker)).toBe(true);
  expect(await reads(await aStaffMember())).toBe(false);
});

test("the form shows what was written, as it was written", async () => {
  const house = await aHouse();
  const own = {
    place: { kind: "room" as const, resourceId: house.room.id },
    bring: "Un ordinateur",
    access: ["step_free" as const, "parking" as const],
    programme: [{ minute: 840, text: "Accueil" }],
    opensOn: day("2026-06-10"),
    closesOn: day("2026-06-17"),
    minimum: { people: 3, day: day("2026-06-16"), minute: 1_080 },
    questions: [
      {
        id: null,
        label: "Repas ?",
        kind: "choice" as const,
        options: ["Oui", "Non"],
        required: true,
      },
    ],
    prices: [{ label: "Plein tarif", cents: 1_250 }],
  };
  const { id, slug: event } = await made(house, own);
  const address = { slug: house.space.slug, event };
  const { fields, mark, space } = await getEventToEdit(house.host, address);
  const questions = own.questions.map((question) => ({ ...question, id: expect.any(String) }));
  expect(fields).toEqual({ ...plainFields(own), questions });
  expect(mark).toMatch(/^[0-9a-f-]{36}$/);
  expect(space.id).toBe(house.space.id);
  const row = await db.event.findFirstOrThrow({ where: { id } });
  expect(fieldsOf(row, "Asia/Kathmandu").startMinute).toBe(840 + 225);
});

test("an event may ask for rooms and offices, each with the people it holds", async () => {
  const house = await aHouse();
  expect(roomsOf(await getSpaceBySlug(house.space.slug))).toEqual(
    [house.room, house.other].map(({ id, name }) => ({ id, name, most: 8 })),
  );
});
