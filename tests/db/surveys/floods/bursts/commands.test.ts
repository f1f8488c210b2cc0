import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { decideBurst, holdBursts } from "@/lib/surveys/floods/bursts/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { answersOn } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const system = systemActor("test");
const flood = day("2026-07-03");
const aWeekLater = new Date(whileOpen.getTime() + 7 * 86_400_000);

/** What the job does: what is a burst is held, then a batch is made. */
async function batchAt(at: Date): Promise<void> {
  await holdBursts(system);
  await countBatches(system, at);
}

const countedOf = (campaignId: string) =>
  db.surveyResponse.count({ where: { campaignId, batch: { not: null } } });

test("machines that got in on one day are in no batch until staff say that they count", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, "2026-07-01", 40);
  await answersOn(campaign.id, flood, 1_500);
  await batchAt(whileOpen);
  expect(await countedOf(campaign.id)).toBe(40);
  // Those who go on the same day are held too, those of another day are not.
  await answersOn(campaign.id, flood, 20);
  await answersOn(campaign.id, "2026-07-05", 30);
  await batchAt(aWeekLater);
  expect(await countedOf(campaign.id)).toBe(70);
  const staff = await aStaffMember();
  const burst = { slug: campaign.slug, day: flood };
  expect(await decideBurst(staff, { ...burst, verb: "count" }, aWeekLater)).toMatchObject({
    ok: true,
  });
  await batchAt(new Date(aWeekLater.getTime() + 7 * 86_400_000));
  expect(await countedOf(campaign.id)).toBe(1_590);
  expect(await decideBurst(staff, { ...burst, verb: "hold" }, aWeekLater)).toEqual({
    ...{ ok: false, refusal: "no_burst" },
  });
});

test("negative control: without it they are counted with the others", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 1_500);
  await countBatches(system, whileOpen);
  expect(await countedOf(campaign.id)).toBe(1_500);
});

test("what staff let be counted may be put aside again before its batch; the journal says who did", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 300);
  await holdBursts(system);
  const staff = await aStaffMember();
  for (const verb of ["count", "hold"] as const) {
    await decideBurst(staff, { slug: campaign.slug, day: flood, verb }, whileOpen);
  }
  await batchAt(whileOpen);
  expect(await countedOf(campaign.id)).toBe(0);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: campaign.id },
    orderBy: { id: "asc" },
  });
  expect(lines).toMatchObject([
    { action: "campaign.burst_counted", actorId: staff.personId, after: { day: flood } },
    { action: "campaign.burst_held", after: { day: flood } },
  ]);
});

test("a day of no burst is nothing to decide, nor anybody's but staff", async () => {
  const campaign = await aCampaign();
  await answersOn(campaign.id, flood, 299);
  await holdBursts(system);
  expect(await db.surveyResponse.count({ where: { campaignId: campaign.id, held: true } })).toBe(0);
  const burst = { slug: campaign.slug, day: flood, verb: "hold" } as const;
  expect(await decideBurst(await aStaffMember(), burst, whileOpen)).toMatchObject({
    refusal: "no_burst",
  });
  for (const actor of [anonymous, await aMember()]) {
    await expect(decideBurst(actor, burst, whileOpen)).rejects.toThrow(NotFound);
    await expect(holdBursts(actor)).rejects.toThrow(Forbidden);
  }
});
