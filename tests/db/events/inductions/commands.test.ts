import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { arriveAtEvent } from "@/lib/events/arrivals/commands";
import { arrivalCodeOf } from "@/lib/events/arrivals/queries";
import { saveAttendance } from "@/lib/events/attendance/commands";
import { grantInduction } from "@/lib/events/inductions/commands";
import { cancelOne, changeRegistration } from "@/lib/events/registrations/edits/commands";
import { db } from "@/lib/infra/db";
import { giveHabilitation, takeBackHabilitation } from "@/lib/members/habilitations/commands";
import { listHeldIds } from "@/lib/members/habilitations/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { aHabilitation } from "@/tests/support/habilitations";
import { register } from "@/tests/support/registering";

/** The afternoon of the event, which ends at five. */
const at = new Date("2026-06-18T13:00:00Z");
const minutesLater = (count: number) => new Date(at.getTime() + count * 60_000);
const aYearAfter = new Date("2027-06-18T15:00:00Z");

let space: Awaited<ReturnType<typeof aSpace>>;
let host: PersonActor;
beforeAll(async () => {
  space = await aSpace();
  host = await hostOf(space);
});

/** An induction with that member and somebody without an account, each with a companion. */
async function anInduction() {
  const habilitation = await aHabilitation(12);
  const event = await anEvent(space, { habilitationId: habilitation.id });
  const member = await aMember();
  await aMembership(space, member.personId);
  const own = await aRegistration(event, { personId: member.personId, quantity: 2 });
  await aRegistration(event, { quantity: 1 });
  const rows = await db.eventAttendee.findMany({ where: { eventId: event.id } });
  const [self] = rows.filter(
    ({ registrationId, position }) => registrationId === own.id && position === 0,
  );
  const tick = (isPresent: boolean, when = at, ids = rows.map(({ id }) => id)) =>
    saveAttendance(
      host,
      {
        event: event.slug,
        marks: ids.map((attendeeId) => ({ attendeeId, isPresent, markedAt: when })),
        arrivals: [],
      },
      when,
    );
  const holds = async (when = at) =>
    (await listHeldIds(db, member.personId, when)).has(habilitation.id);
  return { event, habilitation, member, rows, self: self?.id ?? "", tick, holds };
}

const grantsOf = (habilitationId: string) =>
  db.habilitationGrant.findMany({ where: { habilitationId } });

test("everybody ticked who has an account has it, from the end of the event on; companions and others do not", async () => {
  const { habilitation, member, event, tick, holds } = await anInduction();
  await tick(true);
  expect(await grantsOf(habilitation.id)).toMatchObject([
    { personId: member.personId, eventId: event.id, expiresAt: aYearAfter, revokedAt: null },
  ]);
  expect(await holds(new Date(+aYearAfter - 1))).toBe(true);
});

test("ticked again it is the same, on two phones at once too", async () => {
  const { habilitation, tick } = await anInduction();
  await Promise.all([tick(true), tick(true, minutesLater(1))]);
  await tick(true, minutesLater(2));
  expect(await grantsOf(habilitation.id)).toHaveLength(1);
});

test("unticked, it is taken back; ticked again, it is had again", async () => {
  const { self, tick, holds } = await anInduction();
  await tick(true);
  await tick(false, minutesLater(1), [self]);
  expect(await holds()).toBe(false);
  await tick(true, minutesLater(2), [self]);
  expect(await holds()).toBe(true);
});

test("unticked, what something else gives stays: a host’s word, another induction", async () => {
  const { member, habilitation, self, tick, holds } = await anInduction();
  await tick(true);
  const who = { slug: space.slug, personId: member.personId, habilitationId: habilitation.id };
  await giveHabilitation(
    host,
    { ...who, lastDay: undefined, reason: "Vu à l’œuvre" },
    minutesLater(500),
  );
  await tick(false, minutesLater(1), [self]);
  expect(await holds(minutesLater(600))).toBe(true);
});

test("what a host took back by hand, ticking does not give again", async () => {
  const { member, habilitation, tick, holds } = await anInduction();
  await tick(true);
  const who = { slug: space.slug, personId: member.personId, habilitationId: habilitation.id };
  await takeBackHabilitation(host, { ...who, reason: "Sans les lunettes" }, minutesLater(1));
  await tick(true, minutesLater(2));
  expect(await holds(minutesLater(3))).toBe(false);
});

test("an ordinary event gives nothing, nor one whose habilitation is off the list", async () => {
  const plain = await anEvent(space);
  await db.$transaction((tx) => grantInduction(tx, plain, at));
  const { habilitation, tick } = await anInduction();
  await db.habilitation.update({ where: { id: habilitation.id }, data: { withdrawnAt: at } });
  await tick(true);
  expect(await grantsOf(habilitation.id)).toEqual([]);
});

test("a tick that is rolled back gives nothing", async () => {
  const { event, habilitation, self } = await anInduction();
  const failing = db.$transaction(async (tx) => {
    await tx.eventAttendee.updateMany({
      where: { id: self },
      data: { presentAt: at, markedBy: host.personId },
    });
    await grantInduction(tx, event, at);
    expect(await tx.habilitationGrant.count({ where: { habilitationId: habilitation.id } })).toBe(
      1,
    );
    throw new Error("no line");
  });
  await expect(failing).rejects.toThrow("no line");
  expect(await grantsOf(habilitation.id)).toEqual([]);
});

test("having said by the poster that one is there grants nothing until somebody who welcomes ticks it", async () => {
  const { event, member, self, tick, holds } = await anInduction();
  const arrival = { id: randomUUID(), name: "Maëlle", network: randomUUID() };
  const code = arrivalCodeOf(event);
  await arriveAtEvent(member, { event: event.slug, code, ...arrival }, at);
  await tick(false, minutesLater(1), []);
  const after = new Date("2026-06-19T08:00:00Z");
  expect(await holds(after)).toBe(false);
  await tick(true, minutesLater(2), [self]);
  expect(await holds(after)).toBe(true);
});

test("somebody else who comes in one’s place, named by the link or brought in after one does not come, gives one nothing", async () => {
  const habilitation = await aHabilitation(12);
  const event = await anEvent(space, { habilitationId: habilitation.id, asksNames: true });
  const before = new Date("2026-06-15T08:00:00Z");
  const token = async (name: string, more: object = {}) => {
    const member = await aMember();
    const made = await register(event, { name, ...more }, { actor: member, on: before });
    if (!made.ok || !made.value.token) throw new Error("not registered");
    return { member, token: made.value.token };
  };
  const renamed = await token("Jean");
  const input = { token: renamed.token, quantity: 1, names: { 0: "Max Autre" } };
  expect((await changeRegistration(anonymous, input, before)).ok).toBe(true);
  const away = await token("Paul", { quantity: 2, names: { 1: "Lou" } });
  const { token: link } = away;
  expect((await cancelOne(anonymous, { token: link, position: 0 }, before)).ok).toBe(true);
  const three = { token: link, quantity: 3, names: { 2: "Sam", 3: "Noé", 0: "Ida" } };
  expect((await changeRegistration(anonymous, three, before)).ok).toBe(true);
  const self = await token("Maëlle");
  const rows = await db.eventAttendee.findMany({ where: { eventId: event.id } });
  const names = ["Lou", "Max Autre", "Maëlle", "Noé", "Sam"];
  expect(rows.map(({ name }) => name).sort()).toEqual(names);
  const marks = rows.map(({ id }) => ({ attendeeId: id, isPresent: true, markedAt: at }));
  await saveAttendance(host, { event: event.slug, marks, arrivals: [] }, at);
  const granted = (await grantsOf(habilitation.id)).map(({ personId }) => personId);
  expect(granted).toEqual([self.member.personId]);
});
