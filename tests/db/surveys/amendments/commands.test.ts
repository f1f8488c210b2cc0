import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { amendCampaign } from "@/lib/surveys/amendments/commands";
import { keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { figures } from "@/lib/surveys/figures/schema";
import { countBatches } from "@/lib/surveys/publications/commands";
import { openAnswers } from "@/lib/surveys/raw-answers/commands";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { editVersion } from "@/lib/surveys/versions/commands";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMisspeltCampaign, mended, turned } from "@/tests/support/amendments";
import { aSpace } from "@/tests/support/factories";
import { aQuestion } from "@/tests/support/questionnaires";
import { aReading, aStoredResponse } from "@/tests/support/survey-answers";
import { whileOpen } from "@/tests/support/surveys";

type Campaign = Awaited<ReturnType<typeof aMisspeltCampaign>>;

const stored = ({ id }: Campaign) => db.campaign.findUniqueOrThrow({ where: { id } });
const amend = async ({ slug }: Campaign, version = 2, revision = 1, at = whileOpen) =>
  amendCampaign(await aStaffMember(), { slug, revision, version, read: 1 }, at);

/** Somebody who has answered and not sent yet. */
async function aBegunDraft({ slug }: Campaign, answer: string) {
  const input = { campaign: slug, locale: "fr", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  const { code } = started.value;
  await answers(code, answer);
  return code;
}

const answers = (code: string, answer: string) =>
  keepStep(anonymous, { code, section: "only", raw: { a: answer } }, whileOpen);
const send = (code: string) => sendResponse(anonymous, { code }, whileOpen);
const responseOf = (code: string) =>
  db.surveyResponse.findUniqueOrThrow({ where: { receiptHash: hashOfToken(code) } });

test("a wrong word is mended while people answer; each answer keeps the version it was given under", async () => {
  const campaign = await aMisspeltCampaign();
  const sent = await aBegunDraft(campaign, "yes");
  await send(sent);
  const begun = await aBegunDraft(campaign, "no");
  expect(await amend(campaign)).toEqual({ ok: true, value: { revision: 2 } });
  expect(await stored(campaign)).toMatchObject({ version: 2, revision: 2 });
  // Whoever is answering reads the right word, with what they answered.
  const draft = await findDraft(anonymous, begun, whileOpen);
  expect(draft?.answers).toEqual({ a: "no" });
  expect(draft?.campaign.questionnaire.sections[0]?.questions[0]?.label.fr).toBe("Café ?");
  expect(await send(begun)).toEqual({ ok: true, value: null });
  const after = await aBegunDraft(campaign, "maybe");
  await send(after);
  expect(await responseOf(sent)).toMatchObject({ version: 1, answers: { a: "yes" } });
  expect(await responseOf(begun)).toMatchObject({ version: 2, answers: { a: "no" } });
  expect(await responseOf(after)).toMatchObject({ version: 2, answers: { a: "maybe" } });
  const line = await db.journalEntry.findFirst({
    where: { subjectId: campaign.id },
    orderBy: { id: "desc" },
  });
  expect(line).toMatchObject({
    action: "campaign.version_changed",
    before: { version: 1 },
    after: { version: 2 },
  });
});

test("words edited since somebody said they mean the same are to be read again", async () => {
  const campaign = await aMisspeltCampaign();
  const words = { fr: "Autre", en: "Other" };
  await editVersion(await aStaffMember(), {
    ...{ survey: campaign.survey, version: 2, revision: 1 },
    edit: { kind: "intro_worded", title: words, intro: words },
  });
  expect(await amend(campaign)).toEqual({ ok: false, refusal: "changed_since" });
  expect(await stored(campaign)).toMatchObject({ version: 1 });
});

test("the figures read the answers given under both versions", async () => {
  const campaign = await aMisspeltCampaign();
  for (let index = 0; index < 6; index += 1) await aStoredResponse(campaign.id, { a: "yes" });
  await amend(campaign);
  for (const answer of ["yes", "maybe", "no"]) {
    for (let index = 0; index < 6; index += 1) {
      const { id } = await aStoredResponse(campaign.id, { a: answer });
      await db.surveyResponse.update({ where: { id }, data: { version: 2 } });
    }
  }
  const publishedAt = new Date("2026-10-01T08:00:00Z");
  await db.campaign.update({ where: { id: campaign.id }, data: { publishedAt } });
  await countBatches(systemActor("test"), new Date("2026-10-01T10:00:00Z"));
  const batch = await db.surveyBatch.findFirstOrThrow({ where: { campaignId: campaign.id } });
  const told = figures.parse(batch.figures);
  expect(told.responses).toBe(24);
  const lines = told.tables.find(({ question }) => question === "a")?.lines;
  expect(Object.fromEntries(lines?.map(({ values, count }) => [values[0], count]) ?? [])).toEqual({
    yes: 12,
    maybe: 6,
    no: 6,
  });
});

test("an answer is read one by one in the words it was given under", async () => {
  const [campaign, reader] = [await aMisspeltCampaign(), await aStaffMember()];
  await aReading(campaign.id, reader);
  const { id } = await aStoredResponse(campaign.id, { a: "yes" });
  await amend(campaign);
  const opened = await openAnswers(reader, { id }, whileOpen);
  expect(opened.campaign.questionnaire.sections[0]?.questions[0]?.label.fr).toBe("Cofé ?");
});

test("the version that was left is kept for its answers: who edits it makes another", async () => {
  const campaign = await aMisspeltCampaign();
  await aStoredResponse(campaign.id, { a: "yes" });
  await amend(campaign);
  const words = { fr: "Autre", en: "Other" };
  const edit = { kind: "intro_worded", title: words, intro: words } as const;
  const read = { survey: campaign.survey, version: 1, revision: 1 };
  // The one it moved to is asked, so neither is written in.
  const edited = await editVersion(await aStaffMember(), { ...read, edit }, whileOpen);
  expect(edited).toMatchObject({ ok: true, value: { version: 3, isNew: true } });
});

test("said twice, it is done once", async () => {
  const campaign = await aMisspeltCampaign();
  expect(await amend(campaign)).toEqual(await amend(campaign));
  expect((await stored(campaign)).revision).toBe(2);
  const where = { subjectId: campaign.id, action: "campaign.version_changed" };
  expect(await db.journalEntry.count({ where })).toBe(1);
});

describe("it is refused", () => {
  test("for a version that means something else, told what differs first", async () => {
    const campaign = await aMisspeltCampaign([turned()]);
    expect(await amend(campaign)).toMatchObject({
      refusal: "other_meaning",
      data: { kind: "choice_gone", label: { fr: "Cofé ?" } },
    });
    expect((await stored(campaign)).version).toBe(1);
  });

  test("for an earlier version, and for none", async () => {
    const campaign = await aMisspeltCampaign();
    expect(await amend(campaign, 7)).toMatchObject({ refusal: "unknown_version" });
    await amend(campaign);
    expect(await amend(campaign, 1, 2)).toMatchObject({ refusal: "not_later" });
  });

  test("for a version in which the checker finds a fault", async () => {
    const fault = { q: "never", answered: true } as const;
    const faulty = () => aQuestion("a", { ...mended(), showIf: fault });
    const campaign = await aMisspeltCampaign([faulty()]);
    const { survey } = campaign;
    // Asked with the fault already, so that the meaning is the same.
    const { questionnaire } = await db.surveyVersion.findUniqueOrThrow({
      where: { survey_version: { survey, version: 2 } },
    });
    await db.surveyVersion.update({
      where: { survey_version: { survey, version: 1 } },
      data: { questionnaire: questionnaire as object },
    });
    expect(await amend(campaign)).toMatchObject({ refusal: "faulty_questionnaire" });
  });

  test("before the campaign is ready and once it is over", async () => {
    const draft = await aMisspeltCampaign([mended()], { readyAt: null });
    expect(await amend(draft)).toMatchObject({ refusal: "not_now" });
    const campaign = await aMisspeltCampaign();
    const over = new Date("2026-09-16T08:00:00Z");
    expect(await amend(campaign, 2, 1, over)).toMatchObject({ refusal: "not_now" });
    const before = new Date("2026-06-10T08:00:00Z");
    expect(await amend(campaign, 2, 1, before)).toMatchObject({ ok: true });
  });

  test("of two who change the campaign, the second is told", async () => {
    const campaign = await aMisspeltCampaign([mended(), mended()]);
    await amend(campaign, 2);
    expect(await amend(campaign, 3, 1)).toMatchObject({ refusal: "changed_since" });
  });

  test("to anybody but staff, as if it were not there", async () => {
    const { slug } = await aMisspeltCampaign();
    for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
      const said = amendCampaign(actor, { slug, revision: 1, version: 2, read: 1 }, whileOpen);
      await expect(said).rejects.toThrow(NotFound);
    }
    const admin = await anActor([{ role: "admin", spaceId: null }]);
    const said = await amendCampaign(admin, { slug, revision: 1, version: 2, read: 1 }, whileOpen);
    expect(said.ok).toBe(true);
  });
});

describe("the database holds it whoever writes", () => {
  const move = ({ id }: Campaign, version: number) =>
    db.campaign.update({ where: { id }, data: { version } });

  test("answered, a campaign moves to the same meaning, never to another nor back", async () => {
    const required = aQuestion("a", { ...mended(), showIf: { q: "a", answered: true } });
    const campaign = await aMisspeltCampaign([turned(), mended(), required]);
    await aStoredResponse(campaign.id, { a: "yes" });
    await expect(move(campaign, 2)).rejects.toThrow("has answers");
    await expect(move(campaign, 4)).rejects.toThrow("has answers");
    await move(campaign, 3);
    await expect(move(campaign, 1)).rejects.toThrow("has answers");
  });

  test("nobody's answers, nothing to hold", async () => {
    const campaign = await aMisspeltCampaign([turned()]);
    expect((await move(campaign, 2)).version).toBe(2);
  });
});
