import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { listOwnTownHalls } from "@/lib/members/organisations/town-halls/queries";
import { aMember } from "@/tests/support/actors";
import { aCommune, mondayMorning as at } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

async function aTownHall() {
  const [delegate, beneficiary] = [await aMember(), await aMember()];
  const commune = await aCommune({ isMember: true });
  const { id } = await anOrganisation({ delegates: [delegate], beneficiaries: [beneficiary] });
  await db.organisation.update({ where: { id }, data: { communeId: commune.insee } });
  return { id, delegate, beneficiary, commune };
}

test("a delegate has the town halls whose commune is told, a beneficiary and a visitor none", async () => {
  const { id, delegate, beneficiary, commune } = await aTownHall();
  expect(await listOwnTownHalls(delegate)).toMatchObject([
    { organisationId: id, commune: { insee: commune.insee, name: commune.name } },
  ]);
  expect(await listOwnTownHalls(beneficiary)).toEqual([]);
  expect(await listOwnTownHalls(anonymous)).toEqual([]);
});

test("whoever has not agreed, has left, or whose town hall is closed or of no commune has none", async () => {
  const changes = [
    (id: string) =>
      db.organisationPerson.updateMany({ where: { organisationId: id }, data: { agreedAt: null } }),
    (id: string) =>
      db.organisationPerson.updateMany({ where: { organisationId: id }, data: { endedAt: at } }),
    (id: string) => db.organisation.updateMany({ where: { id }, data: { endedAt: at } }),
    (id: string) => db.organisation.updateMany({ where: { id }, data: { communeId: null } }),
  ];
  for (const change of changes) {
    const { id, delegate } = await aTownHall();
    expect(await listOwnTownHalls(delegate)).toHaveLength(1);
    await change(id);
    expect(await listOwnTownHalls(delegate)).toEqual([]);
  }
});
