import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import {
  findOwnRegistration,
  getRegistration,
  listOwnEvents,
  listRegistrations,
} from "@/lib/events/registrations/queries";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { register, seats, somebody } from "@/tests/support/registering";

const half = 720 * 60_000;

test("a link shows how the registration stands, who comes and where it is in the line", async () => {
  const event = await seats(2, { asksNames: true, onlineUrl: "https://visio.exemple.test/s" });
  const first = await somebody(event, { quantity: 2, names: { 1: "Lou" } });
  const second = await somebody(event);
  const third = await somebody(event);
  const sure = await getRegistration(anonymous, first.token, at);
  expect(sure).toMatchObject({ state: "confirmed", quantity: 2, ahead: null });
  expect(sure.people.map(({ name }) => name)).toEqual(["Bastien Cazes", "Lou"]);
  expect(sure.onlineUrl).toBe("https://visio.exemple.test/s");
  expect(await getRegistration(anonymous, second.token, at)).toMatchObject({ ahead: 0 });
  const last = await getRegistration(anonymous, third.token, at);
  expect([last.state, last.ahead, last.onlineUrl]).toEqual(["waiting", 1, null]);
});

test("an offer is read as over from its end on, though no job ran", async () => {
  const event = await seats(1);
  const first = await somebody(event);
  const second = await somebody(event);
  await cancelRegistration(anonymous, { token: first.token }, at);
  const read = async (on: Date) => (await getRegistration(anonymous, second.token, on)).state;
  expect(await read(new Date(at.getTime() + half - 1))).toBe("offered");
  expect(await read(new Date(at.getTime() + half))).toBe("lapsed");
});

test("once it has taken place it is over, with a certificate for whoever was ticked alone", async () => {
  const event = await seats(2);
  const [here, away, waited] = [
    await somebody(event),
    await somebody(event),
    await somebody(event),
  ];
  await db.eventAttendee.updateMany({
    where: { registrationId: here.id },
    data: { presentAt: event.startsAt },
  });
  const read = async ({ token }: { token: string }, on = event.endsAt) => {
    const { isOver, hasCertificate } = await getRegistration(anonymous, token, on);
    return { isOver, hasCertificate };
  };
  const nothing = { isOver: false, hasCertificate: false };
  expect(await read(here)).toEqual({ isOver: true, hasCertificate: true });
  expect(await read(away)).toEqual({ isOver: true, hasCertificate: false });
  expect(await read(waited)).toEqual(nothing);
  expect(await read(here, new Date(event.endsAt.getTime() - 1))).toEqual(nothing);
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  await db.event.update({ where, data: { state: "cancelled", endedAt: at } });
  expect(await read(here)).toEqual(nothing);
});

test("a link nobody wrote, or of nothing, opens nothing", async () => {
  const nothing = registrationToken({ spaceId: newId(), id: newId() });
  for (const token of ["x", nothing])
    await expect(getRegistration(anonymous, token, at)).rejects.toThrow(NotFound);
});

test("one's own events are those of one's account and of its mail address, and nobody else's", async () => {
  const member = await aMember();
  const [own, byMail, other] = [await seats(2), await seats(2), await seats(2)];
  await register(own, {}, { actor: member });
  await register(byMail, { email: member.email?.toUpperCase() });
  await register(other);
  const events = await listOwnEvents(member, at);
  expect(events.map(({ slug }) => slug).sort()).toEqual([own.slug, byMail.slug].sort());
  expect(await findOwnRegistration(member, own, at)).toMatchObject({ state: "confirmed" });
  expect(await findOwnRegistration(member, other, at)).toBeNull();
  expect(await findOwnRegistration(anonymous, own, at)).toBeNull();
  expect(await listOwnEvents(anonymous, at)).toEqual([]);
  expect(await listOwnEvents(member, own.endsAt)).toEqual([]);
});

test("what a host writes down at that address is not shown to whoever has it", async () => {
  const event = await seats(2);
  const member = await aMember();
  await aRegistration(event, { source: "host", email: member.email, emailKey: member.email });
  expect(await listOwnEvents(member, at)).toEqual([]);
});

test("hosts read who is registered and what they answered, the line in its order, who left last", async () => {
  const space = await aSpace({ desks: 0 });
  const questions = [{ id: "meal", label: "Repas", kind: "text", options: [], required: false }];
  const event = await anEvent(space, { capacity: 2, questions, asksNames: true });
  const left = await somebody(event);
  await cancelRegistration(anonymous, { token: left.token }, at);
  await register(event, { quantity: 2, names: { 1: "Lou" }, answers: { meal: "Sans viande" } });
  const waiting = [await somebody(event), await somebody(event)];
  const where = { space: space.slug, event: event.slug };
  const { rows } = await listRegistrations(await hostOf(space), where, at);
  expect(rows.map(({ state }) => state)).toEqual(["confirmed", "waiting", "waiting", "cancelled"]);
  expect(rows[0]).toMatchObject({ names: ["Lou"], answers: { meal: "Sans viande" } });
  expect(rows.slice(1, 3).map(({ id }) => id)).toEqual(waiting.map(({ id }) => id));
});

test("whoever leads it reads them too; staff, members and hosts elsewhere are told there is nothing", async () => {
  const space = await aSpace({ desks: 0 });
  const event = await anEvent(space);
  const where = { space: space.slug, event: event.slug };
  const leads = await aMember();
  await db.eventSpeaker.create({
    data: { spaceId: space.id, eventId: event.id, personId: leads.personId, acceptedAt: at },
  });
  expect((await listRegistrations(leads, where, at)).rows).toEqual([]);
  const others = [anonymous, await aMember(), await aStaffMember(), await hostOf(await aSpace())];
  for (const actor of others)
    await expect(listRegistrations(actor, where, at)).rejects.toThrow(NotFound);
  const elsewhere = { ...where, space: randomUUID() };
  await expect(listRegistrations(await hostOf(space), elsewhere, at)).rejects.toThrow(NotFound);
});
