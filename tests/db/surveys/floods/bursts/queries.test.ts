import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { listBursts } from "@/lib/surveys/floods/bursts/queries";
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
