import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { registerSomebody, removeRegistration } from "@/lib/events/registrations/hosted/commands";
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

test("whoever may not see its people is told that there is none; nor is it another event's", async () => {
  const world = await hosted();
  const other = await anEvent(world.space);
  const { id } = await somebody(world.event);
  const where = { space: world.space.slug, event: world.event.slug };
  const what = { ...where, registrationId: id, reason: "x" };
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    await expect(write(world, actor)).rejects.toThrow(NotFound);
    await expect(removeRegistration(actor, what, at)).rejects.toThrow(NotFound);
  }
  const elsewhere = { ...what, event: other.slug };
  await expect(removeRegistration(world.host, elsewhere, at)).rejects.toThrow(NotFound);
});
