import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { addToOrganisation } from "@/lib/members/organisations/commands";
import {
  getDelegation,
  listOrganisations,
  listOwnOrganisations,
} from "@/lib/members/organisations/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

test("staff see delegates by name and beneficiaries by number; those who have not answered nowhere", async () => {
  const [delegate, member, asked] = [await aMember(), await aMember(), await aMember()];
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [member] });
  const staff = await aStaffMember();
  const email = asked.email ?? "";
  await addToOrganisation(staff, { organisationId: id, email, role: "delegate" }, at);
  const seen = (await listOrganisations(staff)).find((row) => row.id === id);
  expect(seen).toMatchObject({ delegates: [{ personId: delegate.personId }], beneficiaries: 1 });
  expect(JSON.stringify(seen)).not.toContain(member.personId);
  const host = await hostOf(await aSpace());
  expect((await listOrganisations(host)).map((row) => row.id)).not.toContain(id);
  await expect(listOrganisations(delegate)).rejects.toThrow(NotFound);
  expect(await listOwnOrganisations(asked)).toMatchObject([{ id, isAgreed: false }]);
  expect(await listOwnOrganisations(member)).toMatchObject([{ id, isAgreed: true }]);
});

test("a delegate sees who agreed, but whom they blocked or who blocked them; nobody else sees any", async () => {
  const [delegate, member, hidden] = [await aMember(), await aMember(), await aMember()];
  const beneficiaries = [member, hidden];
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries });
  await db.block.create({ data: { blockerId: hidden.personId, blockedId: delegate.personId } });
  expect(await getDelegation(delegate, id)).toMatchObject({
    beneficiaries: [{ personId: member.personId }],
  });
  const others: Actor[] = [member, await aStaffMember(), await aMember(), anonymous];
  for (const actor of others) await expect(getDelegation(actor, id)).rejects.toThrow(NotFound);
});
