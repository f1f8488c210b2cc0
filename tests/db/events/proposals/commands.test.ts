import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { editEvent } from "@/lib/events/editing/commands";
import type { EventFields } from "@/lib/events/editing/schema";
import {
  acceptProposal,
  proposeEvent,
  refuseProposal,
  withdrawProposal,
} from "@/lib/events/proposals/commands";
import { mostProposals } from "@/lib/events/proposals/schema";
import { getEvent } from "@/lib/events/queries";
import { cancelEvent } from "@/lib/events/showings/commands";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { mailsTo } from "@/tests/support/bookings";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { plainFields } from "@/tests/support/plain-events";

async function proposed(own: Partial<EventFields> = {}) {
  const house = await aHouse();
  const host = { ...house.host };
  await db.roleGrant.create({
    data: { personId: host.personId, role: "host", spaceId: house.space.id },
  });
  const member = await aMember();
  const place = { kind: "room" as const, resourceId: house.room.id };
  const input = {
    slug: house.space.slug,
    fields: plainFields({ place, ...own }),
    idempotencyKey: randomUUID(),
  };
  const result = await proposeEvent(member, input, at);
  if (!result.ok) throw new Error(result.refusal);
  return { ...house, member, input, ...result.value };
}

test("a member's proposal holds no room, its hosts are told, nobody else sees it", async () => {
  const { id, slug, host, member, input } = await proposed();
  expect(await standing(id)).toMatchObject({ state: "proposed", booking: null });
  expect(await mailsTo(host)).toEqual(["event-proposed"]);
  expect((await getEvent(member, slug, at)).state).toBe("proposed");
  expect((await getEvent(host, slug, at)).state).toBe("proposed");
  await expect(getEvent(await aMember(), slug, at)).rejects.toThrow(NotFound);
  const again = await proposeEvent(member, input, at);
  expect(again).toMatchObject({ value: { id } });
  expect(await mailsTo(host)).toHaveLength(1);
});

test("a proposal gives out no habilitation, whatever is sent with it", async () => {
  const { space } = await aHouse();
  const fields = plainFields({ habilitationId: (await aHabilitation()).id });
  const result = await proposeEvent(await aMember(), { slug: space.slug, fields }, at);
  if (!result.ok) throw new Error(result.refusal);
  expect(await standing(result.value.id)).toMatchObject({ habilitationId: null });
});

test("accepted it is shown with its room, and whoever proposed it is told once", async () => {
  const { id, slug, room, host, member } = await proposed();
  const accept = () => acceptProposal(host, { eventId: id }, at);
  expect((await accept()).ok).toBe(true);
  expect((await accept()).ok).toBe(true);
  const event = await standing(id);
  expect(event).toMatchObject({ state: "published", booking: { resourceId: room.id } });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["proposed", "published"]);
  expect(await mailsTo(member)).toEqual(["event-decided"]);
  expect((await getEvent(await aMember(), slug, at)).state).toBe("published");
  const lines = await db.journalEntry.findMany({ where: { subjectId: id } });
  expect(lines.map(({ action }) => action)).toEqual(["event.accepted"]);
});

test("accepted after its registration was to close, it is open to its start", async () => {
  const closesOn = day("2026-06-16");
  const accepted = async (instant: string) => {
    const { id, host } = await proposed({ closesOn });
    expect((await acceptProposal(host, { eventId: id }, new Date(instant))).ok).toBe(true);
    return (await standing(id)).closesAt;
  };
  expect(await accepted("2026-06-16T08:00:00Z")).not.toBeNull();
  expect(await accepted("2026-06-17T08:00:00Z")).toBeNull();
});

test("refused it says why to whoever proposed it, and may be accepted after all", async () => {
  const { id, host, member } = await proposed();
  const refused = { eventId: id, reason: "La salle est en travaux." };
  await refuseProposal(host, refused, at);
  await refuseProposal(host, refused, at);
  expect(await standing(id)).toMatchObject({ state: "refused", endReason: refused.reason });
  expect(await mailsTo(member)).toEqual(["event-decided"]);
  expect((await acceptProposal(host, { eventId: id }, at)).ok).toBe(true);
  expect(await standing(id)).toMatchObject({ state: "published", endReason: null });
});

test("the room is asked for again when it is accepted: somebody has it, it is not", async () => {
  const { id, host, ...house } = await proposed();
  await made({ ...house, host });
  expect(await acceptProposal(host, { eventId: id }, at)).toMatchObject({ refusal: "room_taken" });
  expect(await standing(id)).toMatchObject({ state: "proposed" });
});

test("taken back before an answer, it can neither be accepted nor edited; twice is once", async () => {
  const { id, host, member } = await proposed();
  const withdraw = () => withdrawProposal(member, { eventId: id }, at);
  expect((await withdraw()).ok).toBe(true);
  expect((await withdraw()).ok).toBe(true);
  const event = await standing(id);
  expect(event).toMatchObject({ state: "withdrawn", endedBy: member.personId, endedAt: at });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["proposed", "withdrawn"]);
  const ended = { refusal: "event_ended" };
  expect(await acceptProposal(host, { eventId: id }, at)).toMatchObject(ended);
  expect(await refuseProposal(host, { eventId: id, reason: "Non" }, at)).toMatchObject(ended);
  const fields = plainFields();
  expect(await editEvent(host, { eventId: id, fields }, at)).toMatchObject(ended);
  expect(await cancelEvent(host, { eventId: id }, at)).toMatchObject(ended);
});

test("answered, it is not taken back any more; nobody but who proposed it does", async () => {
  const { id, host, member } = await proposed();
  for (const other of [host, await aMember(), anonymous]) {
    await expect(withdrawProposal(other, { eventId: id }, at)).rejects.toThrow(NotFound);
  }
  await acceptProposal(host, { eventId: id }, at);
  expect(await withdrawProposal(member, { eventId: id }, at)).toMatchObject({ refusal: "decided" });
});

test("whoever runs the space decides, nobody else", async () => {
  const { id, member } = await proposed();
  for (const other of [member, await hostOf({ id: randomUUID() })]) {
    await expect(acceptProposal(other, { eventId: id }, at)).rejects.toThrow(NotFound);
    const refused = { eventId: id, reason: "Non" };
    await expect(refuseProposal(other, refused, at)).rejects.toThrow(NotFound);
  }
  const input = { slug: "x", fields: plainFields() };
  await expect(proposeEvent(anonymous, input, at)).rejects.toThrow(Unauthenticated);
});

test("what is no proposal is neither accepted nor refused", async () => {
  const house = await aHouse();
  const { id } = await made(house, {}, false);
  expect(await acceptProposal(house.host, { eventId: id }, at)).toMatchObject({
    refusal: "event_ended",
  });
  const refused = { eventId: id, reason: "Non" };
  expect(await refuseProposal(house.host, refused, at)).toMatchObject({ refusal: "event_ended" });
});

test("so many proposals wait at once, and what cannot be is refused as for a host", async () => {
  const { space } = await aHouse();
  const member = await aMember();
  const propose = (own = {}) =>
    proposeEvent(member, { slug: space.slug, fields: plainFields(own) }, at);
  expect(await propose({ endMinute: 800 })).toMatchObject({ refusal: "dates_wrong" });
  for (let count = 0; count < mostProposals; count += 1) expect((await propose()).ok).toBe(true);
  expect(await propose()).toMatchObject({ refusal: "too_many_proposals" });
});
