import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  changeCampaign,
  changeTexts,
  createCampaign,
  sayCampaignVerb,
} from "@/lib/surveys/campaigns/changes/commands";
import { getCampaign, getRunningCampaign } from "@/lib/surveys/campaigns/queries";
import { wallWindowOf } from "@/lib/surveys/campaigns/rules";
import { startDraft } from "@/lib/surveys/drafts/commands";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aDraftCampaign, aWindow } from "@/tests/support/campaigns";
import { aSpace } from "@/tests/support/factories";
import { aCampaign } from "@/tests/support/surveys";

const anAdmin = () => anActor([{ role: "admin", spaceId: null }]);
const lastLine = (subjectId: string) =>
  db.journalEntry.findFirst({ where: { subjectId }, orderBy: { id: "desc" } });

describe("a campaign is made", () => {
  test("as a draft, of a version that exists, once however often the form is sent", async () => {
    const staff = await aStaffMember();
    const { survey, version } = await aCampaign();
    const window = aWindow();
    const form = {
      campaignId: randomUUID(),
      window,
      questionnaire: { survey, version },
      contactEmail: "a@essai.test",
    };
    const made = await Promise.all([createCampaign(staff, form), createCampaign(staff, form)]);
    const year = window.firstDay.slice(0, 4);
    const slug = `enquete-${year}-06`;
    expect(made).toEqual([
      { ok: true, value: { slug } },
      { ok: true, value: { slug } },
    ]);
    const campaign = await getRunningCampaign(staff, slug);
    expect(campaign).toMatchObject({ state: "draft", survey, responses: 0, hasAnswers: false });
    expect(campaign.closesAt.toISOString()).toBe(`${year}-09-15T22:00:00.000Z`);
    expect(await lastLine(campaign.id)).toMatchObject({ action: "campaign.made" });
    // Another in the same month has an address of its own.
    const other = await createCampaign(staff, { ...form, campaignId: randomUUID() });
    expect(other).toEqual({ ok: true, value: { slug: `${slug}-2` } });
  });

  test("of a version that does not exist it is refused", async () => {
    const form = {
      campaignId: randomUUID(),
      window: aWindow(),
      questionnaire: { survey: "none", version: 1 },
      contactEmail: "a@essai.test",
    };
    const made = await createCampaign(await aStaffMember(), form);
    expect(made).toEqual({ ok: false, refusal: "unknown_version" });
  });
});

describe("a campaign is changed", () => {
  test("its end and its contact, with what it was in the journal", async () => {
    const { campaign, window, year, during } = await aDraftCampaign();
    const { slug, id } = campaign;
    const said = {
      slug,
      revision: 1,
      window: { ...window, lastDay: day(`${year}-09-30`) },
      contactEmail: "autre@essai.test",
    };
    const staff = await aStaffMember();
    expect(await changeCampaign(staff, said, during)).toMatchObject({ ok: true });
    const changed = await getRunningCampaign(staff, slug, during);
    expect(changed).toMatchObject({ revision: 2, contactEmail: "autre@essai.test" });
    expect(wallWindowOf(changed, changed.timeZone)).toMatchObject({
      lastDay: `${year}-09-30`,
      lastMinute: 1_439,
    });
    expect(await lastLine(id)).toMatchObject({
      action: "campaign.changed",
      before: { contactEmail: "contact@essai.test", closesAt: `${year}-09-15T22:00:00.000Z` },
      after: { contactEmail: "autre@essai.test", closesAt: `${year}-09-30T22:00:00.000Z` },
    });
  });

  test("of two at once, the second is told and writes over nothing", async () => {
    const { campaign, window, during } = await aDraftCampaign();
    const staff = await aStaffMember();
    const say = (contactEmail: string) =>
      changeCampaign(staff, { slug: campaign.slug, revision: 1, window, contactEmail }, during);
    const said = await Promise.all([say("un@essai.test"), say("deux@essai.test")]);
    expect(said.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(said.find(({ ok }) => !ok)).toMatchObject({ refusal: "changed_since" });
  });

  test("its beginning stays once somebody answers, and so does what it asks", async () => {
    const { campaign, window, year, during } = await aDraftCampaign();
    const { slug } = campaign;
    const staff = await aStaffMember();
    const other = await aCampaign();
    await db.campaign.update({ where: { slug }, data: { readyAt: during } });
    const start = { campaign: slug, locale: "fr" as const, network: randomUUID() };
    await startDraft(anonymous, start, during);
    const said = { slug, revision: 1, window, contactEmail: "a@essai.test" };
    const moved = { ...said, window: { ...window, firstDay: day(`${year}-06-01`) } };
    expect(await changeCampaign(staff, moved, during)).toMatchObject({ refusal: "beginning_kept" });
    const { survey, version } = other;
    const asked = { ...said, questionnaire: { survey, version } };
    expect(await changeCampaign(staff, asked, during)).toMatchObject({ refusal: "version_kept" });
    expect((await getRunningCampaign(staff, slug, during)).revision).toBe(1);
  });

  test("of a draft what it asks may be another version, one that exists", async () => {
    const { campaign, window, during } = await aDraftCampaign();
    const staff = await aStaffMember();
    const { survey, version } = await aCampaign();
    const said = { slug: campaign.slug, revision: 1, window, contactEmail: "a@essai.test" };
    const unknown = { ...said, questionnaire: { survey: "none", version: 1 } };
    expect(await changeCampaign(staff, unknown, during)).toMatchObject({
      refusal: "unknown_version",
    });
    const other = { ...said, questionnaire: { survey, version } };
    expect(await changeCampaign(staff, other, during)).toMatchObject({ ok: true });
    expect(await getRunningCampaign(staff, campaign.slug)).toMatchObject({ survey });
  });

  test("a ready one is not moved onto the days of another", async () => {
    const first = await aDraftCampaign();
    const second = await aDraftCampaign();
    const staff = await aStaffMember();
    for (const { campaign } of [first, second]) {
      await db.campaign.update({ where: { id: campaign.id }, data: { readyAt: first.during } });
    }
    const said = {
      slug: second.campaign.slug,
      revision: 1,
      window: first.window,
      contactEmail: "a@essai.test",
    };
    const before = new Date("2026-01-01T08:00:00Z");
    expect(await changeCampaign(staff, said, before)).toMatchObject({ refusal: "overlaps" });
  });

  test("its texts, in both languages, are what the public reads", async () => {
    const { campaign, during } = await aDraftCampaign();
    const { slug } = campaign;
    const staff = await aStaffMember();
    const half = { slug, revision: 1, leadFr: "Bonjour" };
    expect(await changeTexts(staff, half)).toEqual({ ok: false, refusal: "one_language" });
    const both = { ...half, leadEn: "Hello" };
    expect(await changeTexts(staff, both)).toMatchObject({ ok: true });
    expect(await changeTexts(staff, both)).toEqual({ ok: false, refusal: "changed_since" });
    await db.campaign.update({ where: { slug }, data: { readyAt: during } });
    const seen = await getCampaign(anonymous, slug, during);
    expect(seen.texts).toEqual({ lead: { fr: "Bonjour", en: "Hello" } });
  });
});

test("the database itself keeps a campaign with answers to the version they were given under", async () => {
  const { campaign } = await aDraftCampaign();
  const other = await aCampaign();
  const { survey, version } = other;
  const move = () => db.campaign.update({ where: { id: campaign.id }, data: { survey, version } });
  await db.surveyResponse.create({
    data: {
      campaignId: campaign.id,
      version: 1,
      day: new Date("2026-07-01"),
      source: "site",
      entryMode: "online",
      locale: "fr",
      answers: {},
      receiptHash: randomUUID(),
    },
  });
  await expect(move()).rejects.toThrow(/has answers/);
  await db.surveyResponse.deleteMany({ where: { campaignId: campaign.id } });
  await move();
});

test("visitors, members and hosts run no campaign, nor see how one is run", async () => {
  const { campaign, window, during } = await aDraftCampaign();
  const { slug, survey, version } = campaign;
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    const contactEmail = "a@essai.test";
    const questionnaire = { survey, version };
    const tries = [
      () =>
        createCampaign(actor, { campaignId: randomUUID(), window, questionnaire, contactEmail }),
      () => changeCampaign(actor, { slug, revision: 1, window, contactEmail }),
      () => changeTexts(actor, { slug, revision: 1 }),
      () => sayCampaignVerb(actor, { slug, verb: "ready" }, during),
      () => getRunningCampaign(actor, slug),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound);
  }
  const admin = await anAdmin();
  expect(await sayCampaignVerb(admin, { slug, verb: "ready" }, during)).toMatchObject({ ok: true });
  const unknown = sayCampaignVerb(admin, { slug: "none", verb: "ready" });
  await expect(unknown).rejects.toThrow(NotFound);
});
