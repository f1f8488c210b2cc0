import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { editEvent } from "@/lib/events/editing/commands";
import { getEvent } from "@/lib/events/queries";
import { repeatEvent } from "@/lib/events/series/commands";
import { previewRepeat } from "@/lib/events/series/queries";
import { addSpeaker, removeSpeaker } from "@/lib/events/speakers/commands";
import { mostSpeakers } from "@/lib/events/speakers/schema";
import { aMember } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { plainFields } from "@/tests/support/plain-events";

test("somebody by a name and a member lead an event; the member may then change it", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, guestName: "Jeanne Roux", words: "Potière" }, at);
  const named = { eventId: id, personId: member.personId };
  await addSpeaker(house.host, named, at);
  expect((await addSpeaker(house.host, named, at)).ok).toBe(true);
  expect((await getEvent(member, slug, at)).speakers).toMatchObject([
    { name: "Jeanne Roux", words: "Potière", personId: null },
    { name: "Maëlle Rives", personId: member.personId },
  ]);
  const place = { kind: "room" as const, resourceId: house.room.id };
  const fields = plainFields({ place, summary: "Autrement dit." });
  expect((await editEvent(member, { eventId: id, fields }, at)).ok).toBe(true);
});

test("a member who leads an event neither changes the habilitation it gives nor makes other dates", async () => {
  const house = await aHouse();
  const [keys, others] = [await aHabilitation(), await aHabilitation()];
  const place = { kind: "room" as const, resourceId: house.room.id };
  const { id, slug } = await made(house, { habilitationId: keys.id });
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  const edit = (actor: Actor, habilitationId: string | null, summary: string) =>
    editEvent(actor, { eventId: id, fields: plainFields({ place, habilitationId, summary }) }, at);
  for (const wanted of [others.id, null]) {
    expect((await edit(member, wanted, `Autrement ${wanted}`)).ok).toBe(true);
    expect(await standing(id)).toMatchObject({
      ...{ habilitationId: keys.id, summary: `Autrement ${wanted}` },
    });
  }
  const repeat = { frequency: "weekly" as const, lastDay: addDays(thursday, 7) };
  const dates = { eventId: id, ...repeat, days: [addDays(thursday, 7)] };
  await expect(repeatEvent(member, dates, at)).rejects.toThrow(NotFound);
  const address = { slug: house.space.slug, event: slug };
  await expect(previewRepeat(member, address, repeat, at)).rejects.toThrow(NotFound);
  expect((await repeatEvent(house.host, dates, at)).ok).toBe(true);
  await edit(house.host, others.id, "Autrement");
  expect(await standing(id)).toMatchObject({ habilitationId: others.id });
});

test("taken off, a member changes the event no more", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  const [speaker] = (await getEvent(member, slug, at)).speakers;
  const input = { eventId: id, speakerId: speaker?.id ?? "" };
  await removeSpeaker(house.host, input, at);
  expect((await removeSpeaker(house.host, input, at)).ok).toBe(true);
  const edit = editEvent(member, { eventId: id, fields: plainFields() }, at);
  await expect(edit).rejects.toThrow(NotFound);
});

test("somebody of another space is unknown, and there are only so many", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const stranger = await aMember();
  const other = { eventId: id, personId: stranger.personId };
  expect(await addSpeaker(house.host, other, at)).toMatchObject({ refusal: "unknown_person" });
  for (let count = 0; count < mostSpeakers; count += 1) {
    await addSpeaker(house.host, { eventId: id, guestName: `Personne ${count}` }, at);
  }
  const more = { eventId: id, guestName: "Une de trop" };
  expect(await addSpeaker(house.host, more, at)).toMatchObject({ refusal: "too_many_speakers" });
  await expect(addSpeaker(stranger, more, at)).rejects.toThrow(NotFound);
});
