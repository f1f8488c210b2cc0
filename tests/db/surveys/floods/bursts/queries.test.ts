import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { holdBursts } from "@/lib/surveys/floods/bursts/commands";
import { countHeldDays, listBursts } from "@/lib/surveys/floods/bursts/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { answersOn } from "@/tests/support/survey-answers";
import { aCampaign } from "@/tests/support/surveys";

test("staff read on which days a burst came, by hundreds, while some of it waits; nobody else does", async () => {
  const { id, slug } = await aCampaign();
  const staff = await aStaffMember();
  await answersOn(id, "2026-07-03", 299);
  expect(await listBursts(staff, slug)).toEqual([]);
  await answersOn(id, "2026-07-03", 130);
  expect(await listBursts(staff, slug)).toEqual([
    { day: "2026-07-03", atLeast: 400, isHeld: false },
  ]);
  await db.surveyResponse.updateMany({ where: { campaignId: id }, data: { held: true } });
  expect(await listBursts(staff, slug)).toMatchObject([{ isHeld: true }]);
  await db.surveyResponse.updateMany({ where: { campaignId: id }, data: { batch: 1 } });
  expect(await listBursts(staff, slug)).toEqual([]);
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(listBursts(actor, slug)).rejects.toThrow(NotFound);
  }
});

test("staff read on how many days answers are held, campaign by campaign; nobody else does", async () => {
  const [one, quiet] = [await aCampaign(), await aCampaign()];
  await answersOn(one.id, "2026-07-03", 300);
  await answersOn(one.id, "2026-07-05", 310);
  await answersOn(one.id, "2026-07-06", 20);
  await answersOn(quiet.id, "2026-07-03", 299);
  const staff = await aStaffMember();
  expect((await countHeldDays(staff)).has(one.slug)).toBe(false);
  await holdBursts(systemActor("test"));
  const told = await countHeldDays(staff);
  expect([told.get(one.slug), told.get(quiet.slug)]).toEqual([2, undefined]);
  const ofDay = { campaignId: one.id, day: new Date("2026-07-03") };
  await db.surveyResponse.updateMany({ where: ofDay, data: { held: false } });
  expect((await countHeldDays(staff)).get(one.slug)).toBe(1);
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(countHeldDays(actor)).rejects.toThrow(NotFound);
  }
});
