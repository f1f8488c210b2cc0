import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getVersion, listVersions } from "@/lib/surveys/versions/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aDraftCampaign } from "@/tests/support/campaigns";
import { aSpace } from "@/tests/support/factories";
import { aQuestion } from "@/tests/support/questionnaires";
import { aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign, answered, whileOpen } from "@/tests/support/surveys";

test("staff read a version with what the checker finds and how long it takes", async () => {
  const later = [aQuestion("a", { showIf: { q: "b", in: ["yes"] } }), aQuestion("b")];
  const { campaign } = await aDraftCampaign(later);
  const version = await getVersion(await aStaffMember(), { survey: campaign.survey, version: 1 });
  expect(version.faults).toEqual([{ fault: "later_question", question: "a", about: "b" }]);
  expect(version).toMatchObject({
    isKept: false,
    responses: 0,
    campaigns: [{ slug: campaign.slug, state: "draft" }],
    longest: { minutes: 1 },
  });
});

test("a version a ready campaign asks is kept, one of a draft is not", async () => {
  const staff = await aStaffMember();
  const lead = { fr: "Pour mieux vous accueillir", en: "To welcome you better" };
  const ready = await aCampaign({ texts: { lead } });
  const { campaign: draft } = await aDraftCampaign();
  const versions = await listVersions(staff);
  const keptOf = (survey: string) => versions.find((each) => each.survey === survey)?.isKept;
  expect([keptOf(ready.survey), keptOf(draft.survey)]).toEqual([true, false]);
  const own = await getVersion(staff, { survey: ready.survey, version: 1 }, whileOpen);
  expect(own).toMatchObject({ faults: [], advice: [], longest: { minutes: 8 } });
  expect(own.campaigns).toMatchObject([{ slug: ready.slug, state: "open", texts: { lead } }]);
});

test("answers of a version are those its batches count: none is seen to come, nor to go", async () => {
  const { id, survey } = await aCampaign();
  const staff = await aStaffMember();
  const countOf = async () => {
    const line = (await listVersions(staff)).find((each) => each.survey === survey);
    return [line?.responses, (await getVersion(staff, { survey, version: 1 })).responses];
  };
  await answered(id, Array(6).fill({ interet: "non" }));
  const fresh = await aStoredResponse(id);
  expect(await countOf()).toEqual([6, 6]);
  await db.surveyResponse.delete({ where: { id: fresh.id } });
  expect(await countOf()).toEqual([6, 6]);
  const [left] = await db.surveyResponse.findMany({ where: { campaignId: id }, take: 1 });
  await db.surveyResponse.update({ where: { id: left?.id ?? "" }, data: { leftBatch: 2 } });
  expect(await countOf()).toEqual([5, 5]);
});

test("visitors, members and hosts find no version, staff none that does not exist", async () => {
  const { campaign } = await aDraftCampaign();
  const { survey } = campaign;
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(getVersion(actor, { survey, version: 1 })).rejects.toThrow(NotFound);
    await expect(listVersions(actor)).rejects.toThrow(NotFound);
  }
  const none = getVersion(await aStaffMember(), { survey, version: 2 });
  await expect(none).rejects.toThrow(NotFound);
});
