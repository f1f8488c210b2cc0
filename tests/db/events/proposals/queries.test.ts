import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { listHostEvents } from "@/lib/events/hosted/queries";
import {
  acceptProposal,
  proposeEvent,
  refuseProposal,
  withdrawProposal,
} from "@/lib/events/proposals/commands";
import { listOwnProposals } from "@/lib/events/proposals/queries";
import { aMember } from "@/tests/support/actors";
import { aHouse, made } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

const afterwards = new Date("2026-06-19T08:00:00Z");

async function world() {
  const house = await aHouse();
  const member = await aMember();
  const propose = async (title: string) => {
    const place = { kind: "space" as const };
    const input = { slug: house.space.slug, fields: plainFields({ title, place }) };
    const result = await proposeEvent(member, input, at);
    if (!result.ok) throw new Error(result.refusal);
    return { eventId: result.value.id };
  };
  return { ...house, member, propose };
}

test("whoever proposed reads what became of each: waiting, accepted, declined and why, withdrawn, too late", async () => {
  const { member, host, propose } = await world();
  await propose("Attend");
  await acceptProposal(host, await propose("Acceptée"), at);
  await refuseProposal(host, { ...(await propose("Déclinée")), reason: "Travaux." }, at);
  await withdrawProposal(member, await propose("Retirée"), at);
  const read = async (on: Date) => {
    const own = await listOwnProposals(member, on);
    return Object.fromEntries(
      own.map(({ title, standing, reason }) => [title, [standing, reason]]),
    );
  };
  const answered = {
    Acceptée: ["accepted", null],
    Déclinée: ["declined", "Travaux."],
    Retirée: ["withdrawn", null],
  };
  expect(await read(at)).toEqual({ ...answered, Attend: ["waiting", null] });
  expect(await read(afterwards)).toEqual({ ...answered, Attend: ["late", null] });
});

test("nobody reads another's, and what a host makes is no proposal of theirs", async () => {
  const { propose, host, ...house } = await world();
  await propose("Attend");
  await made({ ...house, host });
  for (const actor of [await aMember(), host, anonymous]) {
    expect(await listOwnProposals(actor, at)).toEqual([]);
  }
});

test("one that nobody answered in time stays in the list of hosts, said too late; one taken back too", async () => {
  const { host, space, member, propose } = await world();
  await propose("Attend");
  await withdrawProposal(member, await propose("Retirée"), at);
  const past = async (on: Date) => {
    const list = await listHostEvents(host, space.slug, on);
    return list.past.map(({ title, state, isLate }) => [title, state, isLate]);
  };
  expect(await past(at)).toEqual([["Retirée", "withdrawn", false]]);
  expect((await past(afterwards)).sort()).toEqual([
    ["Attend", "proposed", true],
    ["Retirée", "withdrawn", false],
  ]);
});
