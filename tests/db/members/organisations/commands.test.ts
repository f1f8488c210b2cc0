import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  addToOrganisation,
  agreeToOrganisation,
  createOrganisation,
  endOrganisation,
  leaveOrganisation,
  removeFromOrganisation,
} from "@/lib/members/organisations/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

const standing = (organisationId: string, personId: string) =>
  db.organisationPerson.findFirst({ where: { organisationId, personId } });

test("staff and hosts make an organisation, once however often the form is sent; journalled", async () => {
  for (const actor of [await aStaffMember(), await hostOf(await aSpace())]) {
    const organisationId = randomUUID();
    const input = { organisationId, name: "Mairie de Luzech", kind: "town_hall" as const };
    await createOrganisation(actor, input, at);
    await createOrganisation(actor, input, at);
    expect(await db.organisation.count({ where: { id: organisationId } })).toBe(1);
    const lines = await db.journalEntry.findMany({ where: { subjectId: organisationId } });
    expect(lines).toMatchObject([{ action: "organisation.made", actorId: actor.personId }]);
  }
});

test("whoever is asked is told, and belongs once they agree, not before", async () => {
  const { id } = await anOrganisation();
  const [staff, member] = [await aStaffMember(), await aMember()];
  const input = { organisationId: id, email: member.email ?? "", role: "delegate" as const };
  await addToOrganisation(staff, input, at);
  await addToOrganisation(staff, input, at);
  expect(await standing(id, member.personId)).toMatchObject({ agreedAt: null });
  const mails = await db.notification.findMany({ where: { personId: member.personId } });
  expect(mails.map(({ kind }) => kind)).toEqual(["organisation-invited"]);
  await agreeToOrganisation(member, { organisationId: id }, at);
  expect(await standing(id, member.personId)).toMatchObject({ agreedAt: at, role: "delegate" });
});

test("an address nobody has, and one of somebody blocked, are answered as any other", async () => {
  const { id } = await anOrganisation();
  const [staff, known, blocked] = [await aStaffMember(), await aMember(), await aMember()];
  await db.block.create({ data: { blockerId: blocked.personId, blockedId: staff.personId } });
  const ask = (email: string) =>
    addToOrganisation(staff, { organisationId: id, email, role: "delegate" }, at);
  const answers = [
    await ask(known.email ?? ""),
    await ask(`${randomUUID()}@exemple.test`),
    await ask(blocked.email ?? ""),
  ];
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: null })));
  expect(await db.organisationPerson.count({ where: { organisationId: id } })).toBe(1);
  expect(await db.notification.count({ where: { personId: blocked.personId } })).toBe(0);
});

test("nobody tries thousands of addresses", async () => {
  const { id } = await anOrganisation();
  const staff = await aStaffMember();
  const ask = () =>
    addToOrganisation(staff, { organisationId: id, email: "x@exemple.test", role: "delegate" }, at);
  for (let index = 0; index < 30; index += 1) await ask();
  expect(await ask()).toEqual({ ok: false, refusal: "too_many_tries" });
});

test("one leaves when one likes, is asked anew later, and belongs only by a new agreement", async () => {
  const [delegate, member] = [await aMember(), await aMember()];
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [member] });
  await leaveOrganisation(member, { organisationId: id }, at);
  await leaveOrganisation(member, { organisationId: id }, at);
  await expect(agreeToOrganisation(member, { organisationId: id }, at)).rejects.toThrow(NotFound);
  const input = { organisationId: id, email: member.email ?? "", role: "beneficiary" as const };
  await addToOrganisation(delegate, input, at);
  expect(await standing(id, member.personId)).toMatchObject({ agreedAt: null, endedAt: null });
});

test("staff take a delegate out, a delegate a beneficiary; neither the other way round", async () => {
  const [delegate, member, staff] = [await aMember(), await aMember(), await aStaffMember()];
  const { id: organisationId } = await anOrganisation({
    delegates: [delegate],
    beneficiaries: [member],
  });
  const out = (actor: Actor, personId: string) =>
    removeFromOrganisation(actor, { organisationId, personId }, at);
  await expect(out(staff, member.personId)).rejects.toThrow(NotFound);
  await expect(out(delegate, delegate.personId)).rejects.toThrow(NotFound);
  await out(delegate, member.personId);
  await out(staff, delegate.personId);
  for (const personId of [delegate.personId, member.personId]) {
    expect(await standing(organisationId, personId)).toMatchObject({ endedAt: at });
  }
});

test("once ended, nobody is asked, agrees or is taken out any more", async () => {
  const [delegate, staff] = [await aMember(), await aStaffMember()];
  const { id: organisationId } = await anOrganisation({ delegates: [delegate] });
  await endOrganisation(staff, { organisationId }, at);
  await endOrganisation(staff, { organisationId }, at);
  expect(await db.journalEntry.count({ where: { subjectId: organisationId } })).toBe(1);
  const email = delegate.email ?? "";
  for (const attempt of [
    () => addToOrganisation(staff, { organisationId, email, role: "delegate" }, at),
    () => addToOrganisation(delegate, { organisationId, email, role: "beneficiary" }, at),
    () => agreeToOrganisation(delegate, { organisationId }, at),
    () => removeFromOrganisation(staff, { organisationId, personId: delegate.personId }, at),
  ]) {
    await expect(attempt()).rejects.toThrow(NotFound);
  }
});

test("a member, another host and a visitor run nothing; a beneficiary names nobody", async () => {
  const member = await aMember();
  const { id: organisationId } = await anOrganisation({ beneficiaries: [member] });
  const others: Actor[] = [member, await hostOf(await aSpace()), anonymous];
  for (const actor of others) {
    const email = "x@exemple.test";
    for (const attempt of [
      () => addToOrganisation(actor, { organisationId, email, role: "delegate" }, at),
      () => addToOrganisation(actor, { organisationId, email, role: "beneficiary" }, at),
      () => endOrganisation(actor, { organisationId }, at),
      () => removeFromOrganisation(actor, { organisationId, personId: member.personId }, at),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFound);
    }
  }
  const input = { organisationId: randomUUID(), name: "x", kind: "employer" as const };
  await expect(createOrganisation(member, input, at)).rejects.toThrow(NotFound);
  const one = { organisationId };
  await expect(agreeToOrganisation(anonymous, one, at)).rejects.toThrow(Unauthenticated);
  await expect(leaveOrganisation(await aMember(), one, at)).rejects.toThrow(NotFound);
});
