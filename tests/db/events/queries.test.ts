import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";

test("anybody reads a published event: how many seats are left, not who has them", async () => {
  const event = await anEvent(await aSpace(), { capacity: 5 });
  await aRegistration(event, { quantity: 2, name: "Bastien Cazes" });
  await aRegistration(event, { state: "waiting", quantity: 4 });
  const ended = { state: "cancelled" as const, endedAt: new Date() };
  await aRegistration(event, ended);
  const read = await getEvent(anonymous, event.slug, mondayMorning);
  expect(read).toMatchObject({ held: 2, left: 3, waiting: 4, place: { kind: "space" } });
  expect(JSON.stringify(read)).not.toContain("Bastien");
});

test("what a member proposed is read by its author and not by another member nor a visitor", async () => {
  const [author, other] = [await aMember(), await aMember()];
  const event = await anEvent(await aSpace(), {
    state: "proposed",
    publishedAt: null,
    createdBy: author.personId,
  });
  expect((await getEvent(author, event.slug)).state).toBe("proposed");
  await expect(getEvent(other, event.slug)).rejects.toThrow(NotFound);
  await expect(getEvent(anonymous, event.slug)).rejects.toThrow(NotFound);
});

test("a speaker whose account is gone is no longer named", async () => {
  const event = await anEvent(await aSpace());
  const person = await aPerson({ name: "Clara Vidal" });
  const line = { spaceId: event.spaceId, eventId: event.id };
  await db.eventSpeaker.createMany({
    data: [
      { ...line, personId: person.id, acceptedAt: new Date(), rank: 0 },
      { ...line, name: "Jean Delmas", rank: 1 },
    ],
  });
  const names = async () =>
    (await getEvent(anonymous, event.slug)).speakers.map(({ name }) => name);
  expect(await names()).toEqual(["Clara Vidal", "Jean Delmas"]);
  await db.person.update({ where: { id: person.id }, data: { erasedAt: new Date() } });
  expect(await names()).toEqual(["Jean Delmas"]);
});

test("who blocked one is not named among its speakers, to the others they are", async () => {
  const event = await anEvent(await aSpace());
  const [reader, other] = [await aMember(), await aMember()];
  const speaker = await aPerson({ name: "Clara Vidal" });
  await db.eventSpeaker.create({
    data: {
      ...{ spaceId: event.spaceId, eventId: event.id, personId: speaker.id },
      acceptedAt: new Date(),
    },
  });
  await db.block.create({ data: { blockerId: speaker.id, blockedId: reader.personId } });
  expect((await getEvent(reader, event.slug)).speakers).toEqual([]);
  expect((await getEvent(other, event.slug)).speakers).toMatchObject([{ name: "Clara Vidal" }]);
});
