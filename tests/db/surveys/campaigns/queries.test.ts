import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  findCurrentCampaign,
  findLastCampaign,
  getCampaign,
  getRunningCampaign,
  listCampaigns,
} from "@/lib/surveys/campaigns/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { answersOn } from "@/tests/support/survey-answers";
import { aCampaign, answered, whileOpen } from "@/tests/support/surveys";

test("the open campaign is the one asked about; without one, the last that was ready", async () => {
  const open = await aCampaign();
  await aCampaign({
    opensAt: new Date("2027-06-14T22:00:00Z"),
    closesAt: new Date("2027-09-15T22:00:00Z"),
  });
  expect((await findCurrentCampaign(whileOpen))?.slug).toBe(open.slug);
  expect((await findCurrentCampaign(new Date("2027-12-01T08:00:00Z")))?.state).toBe("closed");
});

test("a campaign is read with its questions in their version and where it stands", async () => {
  const { slug } = await aCampaign();
  const campaign = await getCampaign(anonymous, slug, whileOpen);
  expect(campaign).toMatchObject({ slug, state: "open", questionnaire: { version: 1 } });
  expect(campaign.questionnaire.sections).toHaveLength(5);
});

test("a draft is for staff alone, an unknown one for nobody", async () => {
  const { slug } = await aCampaign({ readyAt: null });
  await expect(getCampaign(anonymous, slug, whileOpen)).rejects.toThrow(NotFound);
  expect((await getCampaign(await aStaffMember(), slug, whileOpen)).state).toBe("draft");
  await expect(getCampaign(anonymous, "none", whileOpen)).rejects.toThrow(NotFound);
});

test("staff list every campaign with its state, its version and how many answers it has", async () => {
  const { slug } = await aCampaign({ readyAt: null });
  const campaigns = await listCampaigns(await aStaffMember(), whileOpen);
  expect(campaigns.find((each) => each.slug === slug)).toMatchObject({
    state: "draft",
    version: 1,
    responses: 0,
    title: { en: expect.stringContaining("survey") },
  });
});

test("the count of a campaign, open or closed, is that of the last batch: none is seen to come or to go", async () => {
  const campaign = await aCampaign();
  const staff = await aStaffMember();
  const countAt = async (at: Date) => {
    const line = (await listCampaigns(staff, at)).find(({ slug }) => slug === campaign.slug);
    const { responses } = await getRunningCampaign(staff, campaign.slug, at);
    return [line?.responses, responses];
  };
  await answersOn(campaign.id, "2026-07-01", 6);
  expect(await countAt(whileOpen)).toEqual([0, 0]);
  await db.surveyBatch.create({
    data: { campaignId: campaign.id, number: 1, day: new Date("2026-07-01"), responses: 6 },
  });
  await answersOn(campaign.id, "2026-07-01", 1);
  expect(await countAt(whileOpen)).toEqual([6, 6]);
  expect(await countAt(campaign.closesAt)).toEqual([6, 6]);
});

test("what may be done to a campaign knows of the answer no count tells yet", async () => {
  const campaign = await aCampaign();
  const staff = await aStaffMember();
  const hasAnswers = async () =>
    (await getRunningCampaign(staff, campaign.slug, whileOpen)).hasAnswers;
  expect(await hasAnswers()).toBe(false);
  await answered(campaign.id, [{ interet: "certain" }]);
  expect(await hasAnswers()).toBe(true);
});

test("visitors, members and hosts find no list of campaigns", async () => {
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(listCampaigns(actor)).rejects.toThrow(NotFound);
  }
});

test("the next campaign begins with what the last one asked, for staff alone", async () => {
  const { survey, version, contactEmail } = await aCampaign({
    opensAt: new Date("2099-06-14T22:00:00Z"),
    closesAt: new Date("2099-09-15T22:00:00Z"),
    readyAt: null,
  });
  const last = await findLastCampaign(await aStaffMember());
  expect(last).toEqual({ survey, version, contactEmail });
  await expect(findLastCampaign(await aMember())).rejects.toThrow(NotFound);
});
