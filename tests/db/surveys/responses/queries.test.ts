import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { takeBackResponse } from "@/lib/surveys/responses/commands";
import { countGiven, findReceipt } from "@/lib/surveys/responses/queries";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const code = "R".repeat(22);

test("a receipt says the campaign and the source, never the answers, until they are taken back", async () => {
  const { id, slug } = await aCampaign();
  await db.surveyResponse.create({
    data: {
      campaignId: id,
      version: 1,
      day: new Date("2026-07-01"),
      source: "site",
      entryMode: "online",
      locale: "fr",
      answers: { commentaire: "à moi seul" },
      receiptHash: hashOfToken(code),
    },
  });
  const receipt = await findReceipt(anonymous, code, whileOpen);
  expect(receipt).toMatchObject({ source: "site", campaign: { slug } });
  expect(JSON.stringify(receipt)).not.toContain("à moi seul");
  await takeBackResponse(anonymous, { code });
  expect(await findReceipt(anonymous, code, whileOpen)).toBeNull();
});

test("a code nobody was given is no receipt, and no job asks for one", async () => {
  expect(await findReceipt(anonymous, "S".repeat(22))).toBeNull();
  await expect(findReceipt(systemActor("test"), code)).rejects.toThrow();
});

test("the home page says tens of the last batch, whatever came or was taken back since", async () => {
  const { id } = await aCampaign();
  const batch = (number: number, responses: number) =>
    db.surveyBatch.create({
      data: { campaignId: id, number, responses, day: new Date("2026-07-01") },
    });
  expect(await countGiven(id)).toBeNull();
  await batch(1, 19);
  expect(await countGiven(id)).toBeNull();
  await batch(2, 37);
  expect(await countGiven(id)).toBe(30);
  await db.surveyResponse.create({
    data: {
      ...{ campaignId: id, version: 1, day: new Date("2026-07-08"), source: "site" },
      ...{ entryMode: "online", locale: "fr", answers: {}, receiptHash: randomUUID() },
    },
  });
  expect(await countGiven(id)).toBe(30);
});
