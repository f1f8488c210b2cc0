import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { countBatches } from "@/lib/surveys/publications/commands";
import { findResults } from "@/lib/surveys/publications/queries";
import { takeBackResponse } from "@/lib/surveys/responses/commands";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const system = systemActor("test");
const aWeekLater = new Date(whileOpen.getTime() + 7 * 86_400_000);
const published = new Date("2026-10-01T10:00:00Z");

async function answered(campaignId: string, count: number, codes: string[] = []) {
  await db.surveyResponse.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      campaignId,
      ...{ version: 1, day: new Date("2026-07-01"), source: "site", locale: "fr" },
      entryMode: "online" as const,
      answers: { profil: "independant", commune_residence: "46182", interet: "certain" },
      receiptHash: hashOfToken(codes[index] ?? randomUUID()),
    })),
  });
}

const batchesOf = (campaignId: string) =>
  db.surveyBatch.findMany({ where: { campaignId }, orderBy: { number: "asc" } });

test("while it is open answers are counted week by week, five more at a time, and only how many", async () => {
  const { id } = await aCampaign();
  await answered(id, 4);
  await countBatches(system, whileOpen);
  expect(await batchesOf(id)).toEqual([]);
  await answered(id, 3);
  await countBatches(system, whileOpen);
  await answered(id, 6);
  await countBatches(system, whileOpen);
  expect(await batchesOf(id)).toMatchObject([{ number: 1, responses: 7, figures: null }]);
  await countBatches(system, aWeekLater);
  expect(await batchesOf(id)).toMatchObject([{ responses: 7 }, { responses: 13, figures: null }]);
});

test("published, all is counted once; what is taken back leaves five at a time", async () => {
  const { id, slug } = await aCampaign({ publishedAt: new Date("2026-10-01T08:00:00Z") });
  const codes = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(22));
  await answered(id, 40, codes);
  await countBatches(system, published);
  const told = await findResults(null, published);
  expect(told?.campaign.slug).toBe(slug);
  expect(told?.figures.responses).toBe(40);
  const [last = "", ...others] = codes;
  for (const code of others) await takeBackResponse(anonymous, { code }, published);
  await countBatches(system, new Date("2026-10-20T10:00:00Z"));
  expect((await findResults(null, published))?.figures).toEqual(told?.figures);
  await takeBackResponse(anonymous, { code: last }, published);
  await countBatches(system, new Date("2026-10-21T10:00:00Z"));
  expect((await findResults(null, published))?.figures.responses).toBe(35);
  expect(await db.surveyResponse.count({ where: { campaignId: id } })).toBe(35);
});

test("one answer taken back leaves within thirty days, with four drawn by lot who do not come back", async () => {
  const { id } = await aCampaign();
  const code = "T".repeat(22);
  await answered(id, 20, [code]);
  await countBatches(system, whileOpen);
  await takeBackResponse(anonymous, { code }, whileOpen);
  await countBatches(system, new Date(whileOpen.getTime() + 29 * 86_400_000));
  expect((await batchesOf(id)).map(({ responses }) => responses)).toEqual([20]);
  const later = new Date(whileOpen.getTime() + 31 * 86_400_000);
  await countBatches(system, later);
  await countBatches(system, later);
  expect((await batchesOf(id)).map(({ responses }) => responses)).toEqual([20, 15]);
  expect(await db.surveyResponse.count({ where: { campaignId: id } })).toBe(19);
});

test("published again after it was reopened, it says what came since where nobody is isolated", async () => {
  const { id } = await aCampaign({ publishedAt: new Date("2026-10-01T08:00:00Z") });
  await answered(id, 30);
  await countBatches(system, published);
  const reopened = { publishedAt: null, closesAt: new Date("2026-11-30T22:00:00Z") };
  await db.campaign.update({ where: { id }, data: reopened });
  await answered(id, 12);
  await countBatches(system, new Date("2026-11-01T10:00:00Z"));
  expect((await batchesOf(id)).at(-1)).toMatchObject({ responses: 42, figures: null });
  await answered(id, 1);
  // One sheet more is not told alone, were it for the publication.
  const again = new Date("2026-12-01T08:00:00Z");
  await db.campaign.update({ where: { id }, data: { publishedAt: again } });
  await countBatches(system, again);
  await countBatches(system, again);
  const told = (await batchesOf(id)).at(-1);
  expect(told).toMatchObject({ number: 3, figures: { responses: 42 } });
});

test("answers forgotten after two years leave the published figures", async () => {
  const { id } = await aCampaign({ publishedAt: new Date("2026-10-02T08:00:00Z") });
  await answered(id, 30);
  const at = new Date("2026-10-03T10:00:00Z");
  await countBatches(system, at);
  const told = await batchesOf(id);
  await db.surveyResponse.deleteMany({ where: { campaignId: id } });
  await countBatches(system, new Date("2029-01-01T10:00:00Z"));
  expect(await batchesOf(id)).toEqual(told);
});

test("the sums take answers in when not even a sheet may come, once for all", async () => {
  const { id, closesAt } = await aCampaign();
  const taken = async () => (await batchesOf(id)).map(({ takesIn }) => takesIn);
  const daysLater = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000);
  await answered(id, 40);
  await countBatches(system, whileOpen);
  await answered(id, 40);
  await countBatches(system, aWeekLater);
  await countBatches(system, daysLater(closesAt, 14));
  expect(await taken()).toEqual([false, false]);
  await countBatches(system, daysLater(closesAt, 16));
  await countBatches(system, daysLater(closesAt, 17));
  expect(await taken()).toEqual([false, false, true]);
});

test("sheets that wait when not even one may come any more are in the last sums", async () => {
  const { id, closesAt } = await aCampaign();
  const daysLater = (days: number) => new Date(closesAt.getTime() + days * 86_400_000);
  await answered(id, 40);
  await countBatches(system, daysLater(12));
  await answered(id, 20);
  // Four days after the last batch: they are not due for a week.
  await countBatches(system, daysLater(16));
  expect(await batchesOf(id)).toMatchObject([
    { responses: 40, takesIn: false },
    { responses: 60, takesIn: true },
  ]);
});

test("those who leave with one taken back are drawn among those the sums are made of", async () => {
  const { id } = await aCampaign();
  const code = "S".repeat(22);
  await answered(id, 30, [code]);
  await countBatches(system, whileOpen);
  await db.surveyBatch.updateMany({ where: { campaignId: id }, data: { takesIn: true } });
  await answered(id, 200);
  await countBatches(system, aWeekLater);
  await takeBackResponse(anonymous, { code }, aWeekLater);
  await countBatches(system, new Date(aWeekLater.getTime() + 31 * 86_400_000));
  const left = await db.surveyResponse.findMany({
    where: { campaignId: id, leftBatch: { not: null } },
    select: { batch: true, leftBatch: true },
  });
  expect(left).toEqual(Array.from({ length: 4 }, () => ({ batch: 1, leftBatch: 3 })));
});

test("two workers at once make one batch", async () => {
  const { id } = await aCampaign();
  await answered(id, 9);
  await Promise.all([countBatches(system, whileOpen), countBatches(system, whileOpen)]);
  expect(await batchesOf(id)).toHaveLength(1);
});

test("a campaign that is a draft, or with too few answers to publish, has no figures", async () => {
  const draft = await aCampaign({ readyAt: null });
  await answered(draft.id, 9);
  const few = await aCampaign({ publishedAt: new Date("2026-10-01T08:00:00Z") });
  await answered(few.id, 4);
  await countBatches(system, published);
  expect(await batchesOf(draft.id)).toEqual([]);
  expect(await batchesOf(few.id)).toEqual([]);
});

test("nobody counts by hand", async () => {
  await expect(countBatches(anonymous, whileOpen)).rejects.toThrow(Forbidden);
});
