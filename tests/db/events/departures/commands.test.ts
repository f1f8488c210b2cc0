import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import { reopenRegistration } from "@/lib/events/registrations/endings/commands";
import { db } from "@/lib/infra/db";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { aMember } from "@/tests/support/actors";
import { aRegistration } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { register, seats, somebody, standingOf } from "@/tests/support/registering";

test("whoever erases their account gives their seats back, and nothing says whose they were", async () => {
  const event = await seats(2, { asksNames: true });
  const member = await aMember();
  await register(event, { quantity: 2, names: { 1: "Lou" } }, { actor: member });
  const next = await somebody(event, { quantity: 2, names: { 1: "Sam" } });
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  expect((await standingOf(next)).state).toBe("offered");
  const row = await db.eventRegistration.findFirstOrThrow({
    where: { eventId: event.id, state: "cancelled" },
    include: { attendees: true },
  });
  expect(row).toMatchObject({ personId: null, name: "", email: null, emailKey: null });
  expect(row.attendees.map(({ name }) => name)).toEqual([null, null]);
});

test("what they proposed and nobody has answered is withdrawn: there is nobody to accept", async () => {
  const member = await aMember();
  const own = { createdBy: member.personId };
  const proposed = await seats(5, { ...own, state: "proposed" });
  const decided = await seats(5, own);
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  const stateOf = async ({ id }: { id: string }) =>
    (await db.event.findFirstOrThrow({ where: { id } })).state;
  expect(await stateOf(proposed)).toBe("withdrawn");
  expect(await stateOf(decided)).toBe("published");
});

test("what is past keeps its count, without them", async () => {
  const event = await seats(2);
  const member = await aMember();
  await register(event, {}, { actor: member });
  const after = new Date(event.endsAt.getTime() + 1);
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, after)).ok).toBe(true);
  const row = await db.eventRegistration.findFirstOrThrow({ where: { eventId: event.id } });
  expect(row).toMatchObject({ state: "confirmed", name: "", email: null });
  expect(row.personId).not.toBe(member.personId);
});

test("what they registered by their mail address without signing in goes too: its seat to the next, its words", async () => {
  const member = await aMember();
  const [coming, past] = [await seats(1, { asksNames: true }), await seats(3)];
  const mailbox = member.email ?? "";
  await somebody(coming, { email: mailbox.toUpperCase() });
  const next = await somebody(coming);
  const stranger = await aRegistration(past, { state: "cancelled", endedAt: at });
  await aRegistration(past, {
    ...{ email: mailbox, emailKey: mailbox, state: "cancelled", endedAt: at },
    answers: { [newId()]: "Végétarien" },
  });
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  expect((await standingOf(next)).state).toBe("offered");
  const forgotten = { name: "", email: null, emailKey: null, personId: null, answers: {} };
  for (const event of [coming, past]) {
    const row = await db.eventRegistration.findFirstOrThrow({
      where: { eventId: event.id, id: { notIn: [next.id, stranger.id] } },
      include: { attendees: true },
    });
    expect(row).toMatchObject({ ...forgotten, state: "cancelled" });
    expect(row.attendees.map(({ name }) => name)).toEqual([null]);
  }
  expect(await standingOf(stranger)).toMatchObject({ attendees: [{ name: "Bastien Cazes" }] });
});

test("the link of an old mail does not bring back whoever erased their account", async () => {
  const event = await seats(2);
  const member = await aMember();
  const made = await register(event, {}, { actor: member });
  const token = made.ok ? (made.value.token ?? "") : "";
  expect((await eraseOwnAccount(member, { mot: "EFFACER" }, at)).ok).toBe(true);
  const again = { token, mayWait: true };
  expect(await reopenRegistration(anonymous, again, at)).toMatchObject({ refusal: "not_live" });
  expect(await db.eventRegistration.findMany({ where: { eventId: event.id } })).toMatchObject([
    { state: "cancelled", name: "" },
  ]);
});
