import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { countBatches } from "@/lib/surveys/publications/commands";
import { findResults, hasResults, listPublished } from "@/lib/surveys/publications/queries";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const publishedAt = new Date("2026-10-01T08:00:00Z");
const after = new Date("2026-10-01T10:00:00Z");

test("results are there once published and counted, and hold no answer of anybody", async () => {
  const { id, slug } = await aCampaign({ publishedAt });
  expect(await findResults(null, after)).toBeNull();
  expect(await listPublished(after)).toEqual([]);
  await db.surveyResponse.createMany({
    data: Array.from({ length: 30 }, () => ({
      ...{ campaignId: id, version: 1, day: new Date("2026-07-01"), source: "site", locale: "fr" },
      entryMode: "online" as const,
      answers: { profil: "independant", commentaire: "à moi seul" },
      receiptHash: randomUUID(),
    })),
  });
  await countBatches(systemActor("test"), after);
  expect(await hasResults(after)).toBe(true);
  expect(await hasResults(whileOpen)).toBe(false);
  expect(await findResults(null, whileOpen)).toBeNull();
  const results = await findResults(null, after);
  expect(results).toMatchObject({ campaign: { slug }, day: "2026-10-01" });
  expect(JSON.stringify(results?.figures)).not.toContain("à moi seul");
  expect(await findResults(slug, after)).toEqual(results);
  expect(await findResults(slug, whileOpen)).toBeNull();
  for (const name of ["none", "", "\u0000"]) expect(await findResults(name, after)).toBeNull();
  expect((await listPublished(after)).map((each) => each.slug)).toEqual([slug]);
});
