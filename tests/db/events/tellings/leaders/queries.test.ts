import { expect, test } from "vitest";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { noteChange } from "@/lib/events/changes/commands";
import type { ChangeVerb } from "@/lib/events/schema";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { listLeaders } from "@/lib/events/tellings/leaders/queries";
import { db } from "@/lib/infra/db";
import { eventPayload } from "@/lib/notifications/event-notices/schema";
import { aMember } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout } from "@/tests/support/registering";

const system = systemActor("test");
const earlier = new Date(at.getTime() - 3_600_000);

/** Somebody who said yes to lead it, somebody asked who did not answer, and whoever proposed it. */
async function aLedEvent() {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const [speaker, asked, proposer] = [await aMember(), await aMember(), await aMember()];
  const { spaceId, id: eventId } = event;
  await db.eventSpeaker.createMany({
    data: [
      { spaceId, eventId, personId: speaker.personId, acceptedAt: earlier },
      { spaceId, eventId, personId: asked.personId, rank: 1 },
      { spaceId, eventId, name: "Sam", rank: 2 },
    ],
  });
  await noteChange(db, proposer, event, { verb: "proposed", at: earlier });
  const tell = async (verb: ChangeVerb, actor: PersonActor | typeof system = system) => {
    const before = verb === "edited" ? { title: "Autre titre" } : undefined;
    await noteChange(db, actor, event, { verb, at, tells: true, ...(before ? { before } : {}) });
    const { id: changeId } = await db.eventChange.findFirstOrThrow({
      where: { eventId },
      orderBy: { id: "desc" },
    });
    await tellEventChange(system, { spaceId, changeId }, at);
    await tellEventChange(system, { spaceId, changeId }, at);
  };
  return { event, speaker, proposer, tell };
}

const mailed = async (event: { slug: string }) =>
  (await mailsAbout(event)).map(({ kind, email }) => `${kind} ${email}`).sort();

test("an event is led by who said yes to it and by who proposed it, registered ones being told as such", async () => {
  const { event, speaker, proposer } = await aLedEvent();
  const ids = async () => (await listLeaders(db, event)).map(({ id }) => id).sort();
  expect(await ids()).toEqual([speaker.personId, proposer.personId].sort());
  await aRegistration(event, { personId: speaker.personId });
  expect(await ids()).toEqual([proposer.personId]);
});

test("whoever leads or proposed it is told once that it changed, without a word of a registration", async () => {
  const { event, speaker, proposer, tell } = await aLedEvent();
  await tell("edited");
  const told = [speaker, proposer].map(({ email }) => `event-changed ${email}`);
  expect(await mailed(event)).toEqual(told.sort());
  const [mail] = await mailsAbout(event);
  const payload = eventPayload.parse(mail?.payload);
  expect(payload).toMatchObject({ isLeading: true, before: { title: "Autre titre" } });
  expect(payload.url).toBe(payload.eventUrl);
});

test("they are told that it is cancelled; whoever wrote the change themselves is not", async () => {
  const { event, speaker, proposer, tell } = await aLedEvent();
  await tell("edited", speaker);
  await db.event.update({
    where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
    data: { state: "cancelled", endedAt: at },
  });
  await tell("cancelled");
  const cancelled = [speaker, proposer].map(({ email }) => `event-cancelled ${email}`);
  expect(await mailed(event)).toEqual([...cancelled, `event-changed ${proposer.email}`].sort());
});
