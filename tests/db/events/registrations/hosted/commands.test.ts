import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import {
  registerSomebody,
  removeRegistration,
  resizeRegistration,
  restoreRegistration,
} from "@/lib/events/registrations/hosted/commands";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, register, somebody, standingOf } from "@/tests/support/registering";

async function hosted(overrides: Parameters<typeof anEvent>[1] = {}) {
  const space = await aSpace({ desks: 0 });
  const event = await anEvent(space, { capacity: 4, ...overrides });
  return { space, event, host: await hostOf(space) };
}
type Hosted = Awaited<ReturnType<typeof hosted>>;

function write(
  { space, event }: Hosted,
  actor: Actor,
  said: Record<string, unknown> = {},
  on = at,
) {
  const whom = { name: "Une voisine", email: undefined, quantity: 1, key: randomUUID() };
  const rest = { mayWait: false, names: {}, answers: {}, locale: "fr" as const };
  return registerSomebody(
    actor,
    { space: space.slug, event: event.slug, ...whom, ...rest, ...said },
    on,
  );
}

test("a host writes down somebody without a mail address, before registration opens too; it is journalled", async () => {
  const world = await hosted({ opensAt: new Date(at.getTime() + 1), asksNames: true });
  expect(await write(world, world.host, { quantity: 2 })).toEqual({
    ok: true,
    value: { state: "confirmed" },
  });
  const row = await db.eventRegistration.findFirstOrThrow({ where: { eventId: world.event.id } });
  expect(row).toMatchObject({ source: "host", personId: null, email: null, quantity: 2 });
  const line = { action: "event_registration.added", subjectId: row.id };
  expect(await db.journalEntry.count({ where: line })).toBe(1);
});

test("the same key is the same registration, the same mailbox is told to be one already", async () => {
  const world = await hosted();
  const key = randomUUID();
  await write(world, world.host, { key, email: "lou@exemple.test" });
  expect((await write(world, world.host, { key, email: "lou@exemple.test" })).ok).toBe(true);
  const again = await write(world, world.host, { email: "Lou@exemple.test" });
  expect(again).toMatchObject({ refusal: "already_registered" });
});

test("written down again by the way back after they were taken off, they have a seat again", async () => {
  const world = await hosted();
  const key = randomUUID();
  await write(world, world.host, { key });
  const row = await db.eventRegistration.findFirstOrThrow({ where: { eventId: world.event.id } });
  const where = { space: world.space.slug, event: world.event.slug, registrationId: row.id };
  await removeRegistration(world.host, { ...where, reason: "Erreur" }, at);
  expect((await write(world, world.host, { key })).ok).toBe(true);
  const live = { eventId: world.event.id, state: "confirmed" as const };
  expect(await db.eventRegistration.count({ where: live })).toBe(1);
});

test("seats are counted as for anybody", async () => {
  const world = await hosted();
  await register(world.event, { quantity: 3 });
  const two = { quantity: 2 };
  expect(await write(world, world.host, two)).toMatchObject({
    refusal: "too_many",
    data: { left: 1 },
  });
  expect(await write(world, world.host, { ...two, mayWait: true })).toMatchObject({
    value: { state: "waiting" },
  });
  const many = { problems: [{ field: "quantity" }] };
  expect(await write(world, world.host, { quantity: 5 })).toMatchObject({ data: many });
});

test("once it has begun there is the door", async () => {
  const world = await hosted();
  expect(await write(world, world.host, {}, world.event.startsAt)).toMatchObject({
    refusal: "begun",
  });
});

test("somebody taken off is told why, the next is offered the seats, and it is journalled", async () => {
  const world = await hosted({ capacity: 1 });
  const member = await aMember();
  await register(world.event, {}, { actor: member });
  const next = await somebody(world.event);
  const { id } = await db.eventRegistration.findFirstOrThrow({
    where: { personId: member.personId },
  });
  const where = { space: world.space.slug, event: world.event.slug };
  const what = { ...where, registrationId: id, reason: "Réservé aux débutants" };
  expect(await removeRegistration(world.host, what, at)).toEqual({ ok: true, value: null });
  expect(await removeRegistration(world.host, what, at)).toEqual({ ok: true, value: null });
  expect(await standingOf({ id })).toMatchObject({ state: "cancelled", endReason: what.reason });
  expect((await standingOf(next)).state).toBe("offered");
  const told = (await mailsAbout(world.event)).filter(({ email }) => email === member.email);
  expect(told.at(-1)).toMatchObject({
    kind: "event-registration-cancelled",
    payload: { reason: what.reason },
  });
  const line = { action: "event_registration.removed", subjectId: member.personId };
  expect(await db.journalEntry.count({ where: line })).toBe(1);
});

test("nobody is taken off once it has begun", async () => {
  const world = await hosted();
  const { id } = await somebody(world.event);
  const where = { space: world.space.slug, event: world.event.slug };
  const what = { ...where, registrationId: id, reason: "x" };
  expect(await removeRegistration(world.host, what, world.event.startsAt)).toMatchObject({
    refusal: "begun",
  });
});

function asked({ space, event }: Hosted, { id }: { id: string }) {
  return { space: space.slug, event: event.slug, registrationId: id };
}
const linesOf = (action: string, subjectId: string) =>
  db.journalEntry.findMany({ where: { action, subjectId }, select: { before: true, after: true } });
const kindsTo = async (event: { slug: string }, email: string) =>
  (await mailsAbout(event)).filter((mail) => mail.email === email).map(({ kind }) => kind);

test("a host says how many a registration is of: the line is served, the person told, it is journalled", async () => {
  const world = await hosted();
  const email = "trois@exemple.test";
  const own = await somebody(world.event, { quantity: 3, email });
  const next = await somebody(world.event, { quantity: 2 });
  const what = asked(world, own);
  const fewer = { ...what, quantity: 1, reason: "Un par foyer" };
  expect(await resizeRegistration(world.host, fewer, at)).toEqual({ ok: true, value: null });
  expect(await resizeRegistration(world.host, fewer, at)).toEqual({ ok: true, value: null });
  expect((await standingOf(own)).attendees).toHaveLength(1);
  expect((await standingOf(next)).state).toBe("offered");
  const told = (await mailsAbout(world.event)).filter((mail) => mail.email === email);
  expect(told.map(({ kind }) => kind)).toEqual(["event-registered", "event-registered"]);
  expect(told[1]?.payload).toMatchObject({ quantity: 1, reason: "Un par foyer" });
  expect(await linesOf("event_registration.resized", own.id)).toEqual([
    {
      before: { event: world.event.title, quantity: 3 },
      after: { event: world.event.title, quantity: 1 },
    },
  ]);
});

test("more people have seats as far as there are; nobody passes before the line", async () => {
  const world = await hosted();
  const own = await somebody(world.event, { quantity: 3 });
  const waits = await somebody(world.event, { quantity: 2 });
  const what = asked(world, own);
  // One is free, and the line is of two who need both.
  expect((await resizeRegistration(world.host, { ...what, quantity: 4 }, at)).ok).toBe(true);
  expect(await resizeRegistration(world.host, { ...what, quantity: 5 }, at)).toMatchObject({
    data: { problems: [{ field: "quantity", most: 4 }] },
  });
  await resizeRegistration(world.host, { ...what, quantity: 2 }, at);
  expect((await standingOf(waits)).state).toBe("offered");
  expect(await resizeRegistration(world.host, { ...what, quantity: 3 }, at)).toMatchObject({
    refusal: "too_many",
    data: { left: 2 },
  });
});

test("before registration opens and after it closed a host still changes; once it has begun, nobody", async () => {
  const world = await hosted({ closesAt: new Date(at.getTime() + 1) });
  const own = await somebody(world.event);
  const two = { ...asked(world, own), quantity: 2 };
  const later = new Date(at.getTime() + 60_000);
  expect((await resizeRegistration(world.host, two, later)).ok).toBe(true);
  const begun = await resizeRegistration(world.host, { ...two, quantity: 1 }, world.event.startsAt);
  expect(begun).toMatchObject({ refusal: "begun" });
  await removeRegistration(world.host, { ...asked(world, own), reason: "Erreur" }, later);
  const ended = await resizeRegistration(world.host, { ...two, quantity: 1 }, later);
  expect(ended).toMatchObject({ refusal: "not_live" });
});

test("somebody taken off by mistake is put back, told, and it is journalled; twice is once", async () => {
  const world = await hosted();
  const email = "remise@exemple.test";
  const own = await somebody(world.event, { quantity: 2, email });
  const what = asked(world, own);
  await removeRegistration(world.host, { ...what, reason: "Erreur" }, at);
  const back = { ...what, mayWait: false };
  expect(await restoreRegistration(world.host, back, at)).toEqual({ ok: true, value: null });
  expect(await restoreRegistration(world.host, back, at)).toEqual({ ok: true, value: null });
  expect(await standingOf(own)).toMatchObject({ state: "confirmed", endReason: null, quantity: 2 });
  expect(await kindsTo(world.event, email)).toEqual([
    ...["event-registered", "event-registration-cancelled", "event-registered"],
  ]);
  expect(await linesOf("event_registration.restored", own.id)).toHaveLength(1);
});

test("put back, they take no seat from the line; without one they stand at its end, if that is asked", async () => {
  const world = await hosted({ capacity: 1 });
  const own = await somebody(world.event);
  const first = await somebody(world.event);
  await removeRegistration(world.host, { ...asked(world, own), reason: "Erreur" }, at);
  expect((await standingOf(first)).state).toBe("offered");
  const back = { ...asked(world, own), mayWait: false };
  expect(await restoreRegistration(world.host, back, at)).toMatchObject({ refusal: "full" });
  const waits = { ...back, mayWait: true };
  expect((await restoreRegistration(world.host, waits, at)).ok).toBe(true);
  expect((await standingOf(own)).state).toBe("waiting");
});

test("whoever registered anew meanwhile, or gave their seats back, is not put back by a host", async () => {
  const world = await hosted();
  const email = "encore@exemple.test";
  const own = await somebody(world.event, { email });
  await removeRegistration(world.host, { ...asked(world, own), reason: "Erreur" }, at);
  const again = await somebody(world.event, { email });
  const back = { ...asked(world, own), mayWait: true };
  expect(await restoreRegistration(world.host, back, at)).toMatchObject({
    refusal: "already_registered",
  });
  await cancelRegistration(anonymous, again, at);
  const gone = { ...asked(world, again), mayWait: true };
  expect(await restoreRegistration(world.host, gone, at)).toMatchObject({ refusal: "not_removed" });
});

test("whoever may not see its people is told that there is none; nor is it another event's", async () => {
  const world = await hosted();
  const other = await anEvent(world.space);
  const { id } = await somebody(world.event);
  const where = { space: world.space.slug, event: world.event.slug };
  const what = { ...where, registrationId: id, reason: "x" };
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    await expect(write(world, actor)).rejects.toThrow(NotFound);
    await expect(removeRegistration(actor, what, at)).rejects.toThrow(NotFound);
    await expect(resizeRegistration(actor, { ...what, quantity: 2 }, at)).rejects.toThrow(NotFound);
    const back = { ...what, mayWait: true };
    await expect(restoreRegistration(actor, back, at)).rejects.toThrow(NotFound);
  }
  const elsewhere = { ...what, event: other.slug };
  await expect(removeRegistration(world.host, elsewhere, at)).rejects.toThrow(NotFound);
  const two = { ...elsewhere, quantity: 2 };
  await expect(resizeRegistration(world.host, two, at)).rejects.toThrow(NotFound);
});
