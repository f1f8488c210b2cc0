import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { editEvent } from "@/lib/events/editing/commands";
import { acceptProposal, proposeEvent } from "@/lib/events/proposals/commands";
import { getEvent } from "@/lib/events/queries";
import { repeatEvent } from "@/lib/events/series/commands";
import { previewRepeat } from "@/lib/events/series/queries";
import { addSpeaker, removeSpeaker } from "@/lib/events/speakers/commands";
import { mostSpeakers } from "@/lib/events/speakers/schema";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { mailsTo } from "@/tests/support/bookings";
import { aHouse, made, says, standing } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { block } from "@/tests/support/mutual-help";
import { plainFields } from "@/tests/support/plain-events";

test("somebody by a name is shown at once; a member is asked once, shown nowhere and may do nothing before a yes", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, guestName: "Jeanne Roux", words: "Potière" }, at);
  const named = { eventId: id, personId: member.personId };
  await addSpeaker(house.host, named, at);
  expect((await addSpeaker(house.host, named, at)).ok).toBe(true);
  expect(await mailsTo(member)).toEqual(["event-speaker-asked"]);
  const jeanne = { name: "Jeanne Roux", words: "Potière", personId: null };
  for (const reader of [anonymous, member, house.host]) {
    expect((await getEvent(reader, slug, at)).speakers).toMatchObject([jeanne]);
  }
  const place = { kind: "room" as const, resourceId: house.room.id };
  const fields = plainFields({ place, summary: "Autrement dit." });
  const edit = () => editEvent(member, { eventId: id, fields }, at);
  await expect(edit()).rejects.toThrow(NotFound);
  await expect(getAttendanceSheet(member, slug, at)).rejects.toThrow(NotFound);
  await says(member, id, "accept");
  expect((await getEvent(anonymous, slug, at)).speakers).toMatchObject([
    jeanne,
    { name: "Maëlle Rives", personId: member.personId },
  ]);
  expect((await edit()).ok).toBe(true);
});

test("a member who leads an event names nobody and takes nobody off", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  await says(member, id, "accept");
  const other = { eventId: id, guestName: "Jeanne" };
  await expect(addSpeaker(member, other, at)).rejects.toThrow(NotFound);
  const [own] = (await getEvent(member, slug, at)).speakers;
  const removed = removeSpeaker(member, { eventId: id, speakerId: own?.id ?? "" }, at);
  await expect(removed).rejects.toThrow(NotFound);
});

test("of two people one of whom blocked the other, neither names the other, and neither learns why", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const [blocker, blocked] = [await aMember(), await aMember()];
  for (const { personId } of [blocker, blocked]) {
    await aMembership(house.space, personId, "active");
  }
  await block(blocker.personId, house.host.personId);
  await block(house.host.personId, blocked.personId);
  for (const { personId } of [blocker, blocked]) {
    const named = await addSpeaker(house.host, { eventId: id, personId }, at);
    expect(named).toEqual({ ok: false, refusal: "unknown_person", data: undefined });
  }
  expect(await mailsTo(blocker)).toEqual([]);
  const other = await hostOf(house.space);
  const named = { eventId: id, personId: blocker.personId };
  expect((await addSpeaker(other, named, at)).ok).toBe(true);
});

test("whoever declined is not asked again for that event, and is not one too many", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  const named = { eventId: id, personId: member.personId };
  await addSpeaker(house.host, named, at);
  await says(member, id, "decline");
  const { id: speakerId = "" } =
    (await db.eventSpeaker.findFirst({ where: { eventId: id } })) ?? {};
  await removeSpeaker(house.host, { eventId: id, speakerId }, at);
  await addSpeaker(house.host, named, at);
  expect(await mailsTo(member)).toEqual(["event-speaker-asked"]);
  for (let count = 0; count < mostSpeakers; count += 1) {
    const one = await addSpeaker(house.host, { eventId: id, guestName: `Personne ${count}` }, at);
    expect(one.ok).toBe(true);
  }
});

test("a host who names themselves leads it at once; whoever proposed it names by names alone, while it waits", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  await aMembership(house.space, house.host.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: house.host.personId }, at);
  expect((await getEvent(anonymous, slug, at)).speakers).toHaveLength(1);
  expect(await mailsTo(house.host)).toEqual([]);
  const author = await aMember();
  await aMembership(house.space, author.personId, "active");
  const input = { slug: house.space.slug, fields: plainFields() };
  const proposal = await proposeEvent(author, input, at);
  const eventId = proposal.ok ? proposal.value.id : "";
  expect((await addSpeaker(author, { eventId, guestName: "Jeanne" }, at)).ok).toBe(true);
  const member = { eventId, personId: author.personId };
  expect(await addSpeaker(author, member, at)).toMatchObject({ refusal: "unknown_person" });
  await acceptProposal(house.host, { eventId }, at);
  const more = addSpeaker(author, { eventId, guestName: "Léo" }, at);
  await expect(more).rejects.toThrow(NotFound);
});

test("a member who leads an event neither changes the habilitation it gives nor makes other dates", async () => {
  const house = await aHouse();
  const [keys, others] = [await aHabilitation(), await aHabilitation()];
  const place = { kind: "room" as const, resourceId: house.room.id };
  const { id, slug } = await made(house, { habilitationId: keys.id });
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  await says(member, id, "accept");
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
  await says(member, id, "accept");
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
