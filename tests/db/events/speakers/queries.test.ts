import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { proposeEvent, refuseProposal } from "@/lib/events/proposals/commands";
import { cancelEvent } from "@/lib/events/showings/commands";
import { addSpeaker } from "@/lib/events/speakers/commands";
import { listNamed, listOwnNamings } from "@/lib/events/speakers/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aHouse, made, says } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";
import { block } from "@/tests/support/mutual-help";
import { plainFields } from "@/tests/support/plain-events";

async function asked() {
  const house = await aHouse();
  const event = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: event.id, personId: member.personId }, at);
  const address = { slug: event.slug, space: house.space.slug };
  return { ...house, event, member, address };
}

test("whoever names reads what each answered, but for whom they do not see; nobody else reads it", async () => {
  const { event, member, address, host, space } = await asked();
  await addSpeaker(host, { eventId: event.id, guestName: "Jeanne" }, at);
  const answers = async (actor = host) =>
    (await listNamed(actor, address)).map(({ answer }) => answer);
  expect(await answers()).toEqual(["asked", "named"]);
  await says(member, event.id, "accept");
  expect(await answers()).toEqual(["accepted", "named"]);
  for (const other of [anonymous, member]) {
    await expect(listNamed(other, address)).rejects.toThrow(NotFound);
  }
  await says(member, event.id, "decline");
  expect(await answers()).toEqual(["declined", "named"]);
  const blocked = await hostOf(space);
  await block(member.personId, blocked.personId);
  expect(await answers(blocked)).toEqual(["named"]);
});

test("whoever proposed it reads who is named while it waits for an answer, and no longer", async () => {
  const { host, space } = await asked();
  const author = await aMember();
  const proposal = await proposeEvent(author, { slug: space.slug, fields: plainFields() }, at);
  if (!proposal.ok) throw new Error(proposal.refusal);
  const { id: eventId, slug } = proposal.value;
  await addSpeaker(author, { eventId, guestName: "Jeanne" }, at);
  const read = () => listNamed(author, { slug, space: space.slug });
  expect(await read()).toMatchObject([{ name: "Jeanne", answer: "named" }]);
  await refuseProposal(host, { eventId, reason: "Complet." }, at);
  await expect(read()).rejects.toThrow(NotFound);
});

test("one reads what one is asked until one answers or it does not take place, then what one leads", async () => {
  const { event, member } = await asked();
  const read = async (on = at) => {
    const { asked: waits, leads } = await listOwnNamings(member, on);
    return [waits.length, leads.length];
  };
  expect(await read()).toEqual([1, 0]);
  expect(await read(new Date("2026-07-01T08:00:00Z"))).toEqual([0, 0]);
  await says(member, event.id, "accept");
  expect(await read()).toEqual([0, 1]);
  expect(await read(new Date("2026-07-01T08:00:00Z"))).toEqual([0, 1]);
  await says(member, event.id, "decline");
  expect(await read()).toEqual([0, 0]);
  expect(await listOwnNamings(anonymous, at)).toEqual({ asked: [], leads: [] });
});

test("asked about what is cancelled since, one has nothing to answer", async () => {
  const { event, member, host } = await asked();
  await cancelEvent(host, { eventId: event.id }, at);
  expect((await listOwnNamings(member, at)).asked).toEqual([]);
});
