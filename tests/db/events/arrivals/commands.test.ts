import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { arriveAtEvent } from "@/lib/events/arrivals/commands";
import { arrivalCodeOf } from "@/lib/events/arrivals/queries";
import type { ArriveInput } from "@/lib/events/arrivals/schema";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const at = new Date("2026-06-18T12:10:00Z");

async function aDoor(hours: { from?: number; until?: number } = {}) {
  const event = await anEvent(await aSpace(), hours);
  const code = arrivalCodeOf(event);
  const input = (said: Partial<ArriveInput> = {}) => ({
    ...{ event: event.slug, code, name: "Zoé", id: randomUUID(), network: randomUUID() },
    ...said,
  });
  const arrive = (said: Partial<ArriveInput> = {}, actor: Actor = anonymous, when = at) =>
    arriveAtEvent(actor, input(said), when);
  const present = async () =>
    (
      await db.eventAttendee.findMany({
        where: { eventId: event.id, presentAt: { not: null } },
        select: { name: true, registrationId: true },
      })
    ).map(({ name, registrationId }) => `${name} ${registrationId ? "inscrit" : "à l’entrée"}`);
  return { event, code, arrive, present };
}

test("who registered is ticked by their address in whatever case, and once", async () => {
  const { event, arrive, present } = await aDoor();
  await aRegistration(event, { name: "Bastien", email: "bastien@exemple.test" });
  const answer = await arrive({ email: "bastien@exemple.test", name: "Bastien" });
  expect(answer).toEqual({ ok: true, value: null });
  await arrive({ email: "bastien@exemple.test", name: "Bastien" });
  expect(await present()).toEqual(["Bastien inscrit"]);
});

test("a member who registered is ticked by their account", async () => {
  const { event, arrive, present } = await aDoor();
  const member = await aMember();
  await aRegistration(event, { name: "Maëlle", personId: member.personId });
  await arrive({ name: "Maëlle" }, member);
  expect(await present()).toEqual(["Maëlle inscrit"]);
});

test("anybody else is noted by name and answered alike; sent twice it is one", async () => {
  const { arrive, present } = await aDoor();
  const id = randomUUID();
  expect(await arrive({ id, email: "inconnue@exemple.test" })).toEqual({ ok: true, value: null });
  await arrive({ id });
  expect(await present()).toEqual(["Zoé à l’entrée"]);
});

test("the code of another event, and another day, note nobody", async () => {
  const { arrive, present } = await aDoor();
  const other = await aDoor();
  expect(await arrive({ code: other.code })).toMatchObject({ refusal: "wrong_code" });
  const tomorrow = new Date("2026-06-18T22:00:00Z");
  expect(await arrive({}, anonymous, tomorrow)).toMatchObject({ refusal: "not_today" });
  expect(await present()).toEqual([]);
});

test("past midnight one arrives at an evening until it ends", async () => {
  const { arrive, present } = await aDoor({ from: 1_260, until: 1_470 });
  const midnight = new Date("2026-06-18T22:10:00Z");
  expect(await arrive({}, anonymous, midnight)).toEqual({ ok: true, value: null });
  const after = new Date("2026-06-18T22:30:00Z");
  expect(await arrive({}, anonymous, after)).toMatchObject({ refusal: "not_today" });
  expect(await present()).toEqual(["Zoé à l’entrée"]);
});

test("the code is read however it is typed", async () => {
  const { code, arrive, present } = await aDoor();
  await arrive({ code: `${code.slice(0, 3).toLowerCase()} ${code.slice(3)}` });
  expect(await present()).toEqual(["Zoé à l’entrée"]);
});

test("one network does not try codes for ever", async () => {
  const { event } = await aDoor();
  const network = randomUUID();
  const refusals = new Set<string>();
  for (let tries = 0; tries < 61; tries += 1) {
    const said = { event: event.slug, code: "AAAAAA", name: "X", id: randomUUID(), network };
    const answer = await arriveAtEvent(anonymous, said, at);
    refusals.add(answer.ok ? "ok" : answer.refusal);
  }
  expect([...refusals]).toEqual(["wrong_code", "too_often"]);
});

test("whoever waited until the start is ticked under their own name, not noted a second time", async () => {
  const { event, arrive, present } = await aDoor();
  const waited = { state: "lapsed" as const, endedAt: event.startsAt };
  await aRegistration(event, { name: "Anne", email: "anne@exemple.test", ...waited });
  await arrive({ email: "anne@exemple.test", name: "Anne" });
  expect(await present()).toEqual(["Anne inscrit"]);
});
