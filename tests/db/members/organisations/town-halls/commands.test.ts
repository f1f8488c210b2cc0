import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { placeTownHall } from "@/lib/members/organisations/town-halls/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

const communeOf = async (id: string) =>
  (await db.organisation.findUniqueOrThrow({ where: { id } })).communeId;

test("staff say of which commune a town hall is, and that it is of none; journalled once each", async () => {
  const staff = await aStaffMember();
  const { insee } = await aCommune({ isMember: true });
  const { id: organisationId } = await anOrganisation();
  await placeTownHall(staff, { organisationId, commune: insee });
  await placeTownHall(staff, { organisationId, commune: insee });
  expect(await communeOf(organisationId)).toBe(insee);
  await placeTownHall(staff, { organisationId });
  expect(await communeOf(organisationId)).toBeNull();
  const lines = await db.journalEntry.findMany({
    where: { subjectId: organisationId },
    orderBy: { id: "asc" },
  });
  expect(lines).toMatchObject([
    { action: "organisation.placed", actorId: staff.personId, after: { commune: insee } },
    { action: "organisation.placed", before: { commune: insee }, after: { commune: null } },
  ]);
});

test("a firm is of no commune, and no town hall is of one outside the territory", async () => {
  const staff = await aStaffMember();
  const [inside, outside] = [
    await aCommune({ isMember: true }),
    await aCommune({ isMember: false }),
  ];
  const { id: organisationId } = await anOrganisation();
  const away = await placeTownHall(staff, { organisationId, commune: outside.insee });
  expect(away).toMatchObject({ ok: false, refusal: "unknown_commune" });
  await db.organisation.update({ where: { id: organisationId }, data: { kind: "employer" } });
  const firm = await placeTownHall(staff, { organisationId, commune: inside.insee });
  expect(firm).toMatchObject({ ok: false, refusal: "not_a_town_hall" });
  expect(await communeOf(organisationId)).toBeNull();
});

test("neither a host, who makes organisations, nor a delegate says so", async () => {
  const delegate = await aMember();
  const { insee } = await aCommune({ isMember: true });
  const { id: organisationId } = await anOrganisation({ delegates: [delegate] });
  for (const actor of [await hostOf(await aSpace()), delegate]) {
    const placed = placeTownHall(actor, { organisationId, commune: insee });
    await expect(placed).rejects.toThrow(NotFound);
  }
  expect(await communeOf(organisationId)).toBeNull();
});

test("Postgres itself keeps a firm from being of a commune", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { id } = await anOrganisation();
  const firm = db.organisation.update({
    where: { id },
    data: { kind: "employer", communeId: insee },
  });
  await expect(firm).rejects.toThrow(/organisation_commune_of_town_hall/);
});
