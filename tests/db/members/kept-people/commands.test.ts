import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { findEmergencyContact } from "@/lib/members/emergency-contacts/queries";
import {
  correctKeptPerson,
  dropContactOf,
  keepPerson,
  nameContactOf,
  renewClaimCode,
} from "@/lib/members/kept-people/commands";
import { listStepsOf } from "@/lib/members/welcome/queries";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
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

test("a host corrects the name and the telephone of somebody kept, in the journal without the words", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space, "Jane");
  const said = { slug: space.slug, personId, name: "Jeanne", phone: "0565000000" };
  await correctKeptPerson(host, said);
  await correctKeptPerson(host, said);
  const read = async () => ({
    ...(await db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } })),
    ...(await db.keptPerson.findUniqueOrThrow({ where: { personId }, select: { phone: true } })),
  });
  expect(await read()).toEqual({ name: "Jeanne", phone: "0565000000" });
  const { phone: _gone, ...without } = said;
  await correctKeptPerson(host, without);
  expect(await read()).toEqual({ name: "Jeanne", phone: null });
  const lines = await db.journalEntry.findMany({
    where: { subjectId: personId, action: "kept_person.corrected" },
    orderBy: { id: "asc" },
  });
  expect(lines).toMatchObject([
    { actorId: host.personId, spaceId: space.id, after: { lines: ["name", "phone"] } },
    { after: { lines: ["phone"] } },
  ]);
  expect(JSON.stringify(lines.map(({ before, after }) => [before, after]))).not.toContain("Jeanne");
});

test("a host notes whom to call for somebody kept: that step of the welcome is then done", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space);
  const step = { id: randomUUID(), kind: "emergency_contact" as const, title: null, rank: 1 };
  await db.welcomeStep.create({ data: { ...step, spaceId: space.id } });
  const isDone = async () =>
    (await listStepsOf(space.id, [personId])).get(personId)?.map((each) => each.isDone);
  expect(await isDone()).toEqual([false]);
  const one = { slug: space.slug, personId };
  await nameContactOf(host, { ...one, name: "Paul", phone: "05 65 00 00 00" });
  expect(await findEmergencyContact(host, personId)).toEqual({
    name: "Paul",
    phone: "05 65 00 00 00",
  });
  expect(await isDone()).toEqual([true]);
  await dropContactOf(host, one);
  await dropContactOf(host, one);
  expect(await isDone()).toEqual([false]);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: personId, action: { startsWith: "kept_person.contact" } },
    orderBy: { id: "asc" },
  });
  expect(lines.map(({ action }) => action)).toEqual([
    "kept_person.contact_named",
    "kept_person.contact_dropped",
  ]);
});

test("nobody else corrects somebody kept or says whom to call, nor of somebody who has an account", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space);
  const contact = { name: "Paul", phone: "05 65 00 00 00" };
  const tries = (actor: Actor, whom: { slug: string; personId: string }) => [
    () => correctKeptPerson(actor, { ...whom, name: "Autre" }),
    () => nameContactOf(actor, { ...whom, ...contact }),
    () => dropContactOf(actor, whom),
  ];
  const elsewhere = await aSpace();
  const strangers = [await aMember(), await hostOf(elsewhere), await aStaffMember(), anonymous];
  const refused = [
    ...strangers.flatMap((actor) => tries(actor, { slug: space.slug, personId })),
    ...tries(await hostOf(elsewhere), { slug: elsewhere.slug, personId }),
    ...tries(host, { slug: space.slug, personId: (await aMember()).personId }),
  ];
  for (const attempt of refused) await expect(attempt()).rejects.toThrow(NotFound);
  // Whom to call is for hosts: an administrator keeps members, and does not read or write that.
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  const one = { slug: space.slug, personId };
  await expect(nameContactOf(admin, { ...one, ...contact })).rejects.toThrow(NotFound);
  await db.keptPerson.update({ where: { personId }, data: { claimedAt: at } });
  for (const attempt of tries(host, one)) await expect(attempt()).rejects.toThrow(NotFound);
});
