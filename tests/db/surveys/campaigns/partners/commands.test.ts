import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { addPartner, removePartner } from "@/lib/surveys/campaigns/partners/commands";
import { getRunningCampaign } from "@/lib/surveys/campaigns/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { aCampaign } from "@/tests/support/surveys";

const albas = { code: "albas", name: "Mairie d’Albas", origin: "https://albas.test" };

test("a site is let in and taken off again, both in the journal", async () => {
  const staff = await aStaffMember();
  const { slug, id } = await aCampaign();
  expect(await addPartner(staff, { slug, ...albas })).toMatchObject({ ok: true });
  expect((await getRunningCampaign(staff, slug)).partners).toEqual([albas]);
  expect(await removePartner(staff, { slug, code: "albas" })).toMatchObject({ ok: true });
  expect(await removePartner(staff, { slug, code: "albas" })).toMatchObject({ ok: true });
  expect((await getRunningCampaign(staff, slug)).partners).toEqual([]);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
  });
  expect(lines.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
    { action: "campaign.partner_added", before: null, after: albas },
    { action: "campaign.partner_removed", before: albas, after: null },
  ]);
});

test("an address with a path is no site, and a refused one changes nothing", async () => {
  const staff = await aStaffMember();
  const { slug } = await aCampaign();
  const path = { slug, ...albas, origin: "https://albas.test/enquete" };
  expect(await addPartner(staff, path)).toEqual({ ok: false, refusal: "not_an_origin" });
  expect((await getRunningCampaign(staff, slug)).partners).toEqual([]);
});

test("of two sites let in at once neither is lost", async () => {
  const staff = await aStaffMember();
  const { slug } = await aCampaign();
  const other = { code: "mauroux", name: "Mairie de Mauroux", origin: "https://mauroux.test" };
  await Promise.all([addPartner(staff, { slug, ...albas }), addPartner(staff, { slug, ...other })]);
  const { partners } = await getRunningCampaign(staff, slug);
  expect(partners.map(({ code }) => code).sort()).toEqual(["albas", "mauroux"]);
});

test("members and hosts let nobody in", async () => {
  const { slug } = await aCampaign();
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(addPartner(actor, { slug, ...albas })).rejects.toThrow(NotFound);
    await expect(removePartner(actor, { slug, code: "albas" })).rejects.toThrow(NotFound);
  }
});
