import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { findCarried, listCarriedOffers, sealCarried } from "@/lib/surveys/carried/queries";
import { aCommune, aSpace } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const locale = "fr" as const;

async function aReceipt() {
  const [{ insee, name }, campaign] = [await aCommune(), await aCampaign()];
  const space = await aSpace({ communeId: insee });
  const code = randomBytes(16).toString("base64url");
  await db.surveyResponse.create({
    data: {
      ...{ campaignId: campaign.id, version: 1, day: new Date("2026-07-01"), source: "site" },
      ...{ entryMode: "online", locale, receiptHash: hashOfToken(code) },
      answers: { commune_residence: insee, communes_souhaitees: [insee], frequence: "1_mois" },
    },
  });
  return { code, insee, commune: name, space, campaign };
}

test("on the day of the answers their receipt offers what a profile has a field for, in words", async () => {
  const { code, commune, space } = await aReceipt();
  expect(await listCarriedOffers(anonymous, { code, locale }, whileOpen)).toEqual([
    { item: "commune", words: commune },
    { item: "space", words: space.name },
    { item: "rhythm", words: "Environ une fois par mois" },
  ]);
  const nextDay = new Date(whileOpen.getTime() + 86_400_000);
  expect(await listCarriedOffers(anonymous, { code, locale }, nextDay)).toEqual([]);
  expect(await listCarriedOffers(anonymous, { code: "x".repeat(22), locale }, whileOpen)).toEqual(
    [],
  );
});

test("what is ticked travels in the browser for an hour, without the receipt and without a trace here", async () => {
  const { code, insee, commune, campaign } = await aReceipt();
  const before = await db.surveyResponse.findMany({ where: { campaignId: campaign.id } });
  const sealed = await sealCarried(anonymous, { code, keep: ["commune"], locale }, whileOpen);
  expect(Buffer.from(sealed ?? "", "base64url").toString()).not.toContain(code);
  expect(await findCarried(sealed ?? "", whileOpen)).toEqual({
    values: { commune: insee },
    offers: [{ item: "commune", words: commune }],
  });
  expect(await findCarried(sealed ?? "", new Date(whileOpen.getTime() + 3_600_000))).toBeNull();
  expect(await db.surveyResponse.findMany({ where: { campaignId: campaign.id } })).toEqual(before);
});

test("nothing ticked is nothing kept, and a text of somebody else is none", async () => {
  const { code } = await aReceipt();
  expect(await sealCarried(anonymous, { code, keep: [], locale }, whileOpen)).toBeNull();
  const sealed = await sealCarried(anonymous, { code, keep: ["rhythm"], locale }, whileOpen);
  expect(await findCarried(`${sealed}x`, whileOpen)).toBeNull();
  expect(await findCarried("", whileOpen)).toBeNull();
});

test("no job takes answers along", async () => {
  const asked = listCarriedOffers(systemActor("test"), { code: "x".repeat(22), locale }, whileOpen);
  await expect(asked).rejects.toThrow(Forbidden);
});
