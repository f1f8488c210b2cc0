import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { aMember } from "@/tests/support/actors";
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
