import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { noteVisit } from "@/lib/identity/visits/commands";
import { db } from "@/lib/infra/db";
import { eraseInactive, freeLeftBehind, warnInactive } from "@/lib/privacy/inactivity/commands";
import { aMember } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace } from "@/tests/support/factories";

const at = new Date("2026-06-15T06:00:00Z");
const later = new Date("2026-07-16T06:00:00Z");
const system = systemActor("test");
const longAgo = new Date("2023-01-10T08:00:00Z");
const find = (id: string) => db.person.findUniqueOrThrow({ where: { id } });
const mails = (personId: string) =>
  db.notification.count({ where: { personId, kind: "account-inactive" } });

test("two years without a sign: told, and thirty days later erased", async () => {
  const person = await aPerson({ createdAt: longAgo, lastSeenAt: longAgo });
  await warnInactive(system, at);
  await warnInactive(system, at);
  expect(await mails(person.id)).toBe(1);
  await eraseInactive(system, at);
  expect((await find(person.id)).erasedAt).toBeNull();
  await eraseInactive(system, later);
  expect(await find(person.id)).toMatchObject({ erasedAt: later, name: null, email: null });
});

test("whoever comes back after the warning keeps their account", async () => {
  const member = await aMember();
  const { personId } = member;
  await db.person.update({ where: { id: personId }, data: { createdAt: longAgo } });
  await warnInactive(system, at);
  expect((await find(personId)).inactivityWarnedAt).toEqual(at);
  await noteVisit(member, new Date("2026-06-20T09:00:00Z"));
  expect((await find(personId)).inactivityWarnedAt).toBeNull();
  await eraseInactive(system, later);
  expect((await find(personId)).erasedAt).toBeNull();
});

test("a newcomer, a visitor of last year, and somebody a host books for are in use", async () => {
  const newcomer = await aPerson({ createdAt: new Date("2026-01-10") });
  const visitor = await aPerson({ createdAt: longAgo, lastSeenAt: new Date("2025-03-01") });
  const kept = await aPerson({ createdAt: longAgo, email: null });
  await aBooking({
    space: await aSpace(),
    personId: kept.id,
    day: day("2026-06-09"),
    startsAt: "2026-06-09T06:30:00Z",
    endsAt: "2026-06-09T16:30:00Z",
  });
  await warnInactive(system, at);
  for (const { id } of [newcomer, visitor, kept]) {
    expect((await find(id)).inactivityWarnedAt).toBeNull();
  }
});

test("what somebody booked in the instant they left is given back", async () => {
  const person = await aPerson({ erasedAt: at });
  const { id } = await aBooking({
    space: await aSpace(),
    personId: person.id,
    day: day("2026-06-16"),
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
  });
  expect(await freeLeftBehind(system, at)).toBe(1);
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({
    state: "cancelled",
    personId: null,
  });
  expect(await freeLeftBehind(system, at)).toBe(0);
});

test("only the system does any of this", async () => {
  const member = await aMember();
  for (const command of [warnInactive, eraseInactive, freeLeftBehind]) {
    await expect(command(member, at)).rejects.toThrow(Forbidden);
  }
});
