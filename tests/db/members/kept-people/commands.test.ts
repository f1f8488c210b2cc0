import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { keepPerson, renewClaimCode } from "@/lib/members/kept-people/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("a host keeps somebody without e-mail: a member at once, one person however often the form is sent", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const input = { slug: space.slug, personId: randomUUID(), name: "Jeanne", phone: "0565000000" };
  await keepPerson(host, input, at);
  await keepPerson(host, input, at);
  const { personId } = input;
  expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
    name: "Jeanne",
    email: null,
  });
  expect(await db.keptPerson.findMany({ where: { personId } })).toMatchObject([
    { spaceId: space.id, phone: "0565000000", createdBy: host.personId, claimHash: null },
  ]);
  expect(await db.membership.findMany({ where: { personId } })).toMatchObject([
    { state: "active", decidedBy: host.personId },
  ]);
  expect(await db.journalEntry.count({ where: { subjectId: personId } })).toBe(1);
  expect(await db.notification.count({ where: { personId } })).toBe(0);
});

test("a form that names somebody who is there already keeps nobody", async () => {
  const space = await aSpace();
  const { personId } = await aMember();
  const input = { slug: space.slug, personId, name: "Jeanne" };
  await expect(keepPerson(await hostOf(space), input, at)).rejects.toThrow(NotFound);
  expect(await db.membership.count({ where: { personId } })).toBe(0);
});

test("a new code kills the one before; the table keeps neither, nor does the journal", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space);
  const renew = () => renewClaimCode(host, { slug: space.slug, personId }, at);
  const [first, second] = [await renew(), await renew()];
  const codes = [first, second].map((made) => (made.ok ? made.value.code : ""));
  expect(codes[0]).not.toBe(codes[1]);
  const row = await db.keptPerson.findUniqueOrThrow({ where: { personId } });
  const lines = await db.journalEntry.findMany({ where: { subjectId: personId } });
  const kept = JSON.stringify([row, lines.map(({ action, after }) => ({ action, after }))]);
  for (const code of codes) expect(kept).not.toContain(code);
});

test("a member, another host, staff and a visitor keep nobody and make no card", async () => {
  const space = await aSpace();
  const personId = await aKeptPerson(await hostOf(space), space);
  const others: Actor[] = [
    await aMember(),
    await hostOf(await aSpace()),
    await aStaffMember(),
    anonymous,
  ];
  for (const actor of others) {
    const input = { slug: space.slug, personId: randomUUID(), name: "Jeanne" };
    await expect(keepPerson(actor, input, at)).rejects.toThrow(NotFound);
    const one = { slug: space.slug, personId };
    await expect(renewClaimCode(actor, one, at)).rejects.toThrow(NotFound);
  }
  const elsewhere = await aSpace();
  const one = { slug: elsewhere.slug, personId };
  await expect(renewClaimCode(await hostOf(elsewhere), one, at)).rejects.toThrow(NotFound);
});
