import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { answersOf, keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { countBatches } from "@/lib/surveys/publications/commands";
import { openAnswers } from "@/lib/surveys/raw-answers/commands";
import { listResponseLines } from "@/lib/surveys/raw-answers/queries";
import { forgetTakenBack, sendResponse, takeBackResponse } from "@/lib/surveys/responses/commands";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { aStaffMember } from "@/tests/support/actors";
import { aCommune } from "@/tests/support/factories";
import { aReading } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function aDraft() {
  const campaign = await aCampaign();
  const input = { campaign: campaign.slug, locale: "fr", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  return { campaign, code: started.value.code };
}

/** A draft in which everything a resident who is not interested is asked has an answer. */
async function aFinishedDraft() {
  const { insee } = await aCommune({ isMember: true });
  const { campaign, code } = await aDraft();
  const answers = {
    vous: { profil: "retraite_habitant", commune_residence: insee, lien_territoire: "de_passage" },
    besoin: { interet: "non" },
  };
  for (const [section, raw] of Object.entries(answers)) {
    await keepStep(anonymous, { code, section, raw }, whileOpen);
  }
  return { campaign, code, answers: { ...answers.vous, ...answers.besoin } };
}

const responsesOf = (campaignId: string) => db.surveyResponse.findMany({ where: { campaignId } });

test("sent, a draft is a response of its version and of the day, and is a draft no more", async () => {
  const { campaign, code, answers } = await aFinishedDraft();
  expect(await sendResponse(anonymous, { code }, whileOpen)).toEqual({ ok: true, value: null });
  const [response] = await responsesOf(campaign.id);
  expect(response).toMatchObject({
    version: 1,
    day: new Date("2026-07-01T00:00:00Z"),
    source: "site",
    entryMode: "online",
    locale: "fr",
    answers,
  });
  expect(JSON.stringify(response)).not.toContain(code);
  expect(await db.surveyDraft.count({ where: { codeHash: hashOfToken(code) } })).toBe(0);
});

test("a response given late in the evening is of its local day", async () => {
  const { campaign, code } = await aFinishedDraft();
  await sendResponse(anonymous, { code }, new Date("2026-07-01T22:30:00Z"));
  const [response] = await responsesOf(campaign.id);
  expect(response?.day).toEqual(new Date("2026-07-02T00:00:00Z"));
});

test("sent twice, even sixteen times at once, it is one response", async () => {
  const { campaign, code } = await aFinishedDraft();
  const sent = await Promise.all(
    Array.from({ length: 16 }, () => sendResponse(anonymous, { code }, whileOpen)),
  );
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(await responsesOf(campaign.id)).toHaveLength(1);
});

test("what is missing is told question by question, and the draft stays", async () => {
  const { campaign, code } = await aDraft();
  const sent = await sendResponse(anonymous, { code }, whileOpen);
  expect(sent).toMatchObject({ refusal: "incomplete" });
  expect(sent).toHaveProperty("data.problems.0", { question: "profil", problem: "required" });
  expect(await responsesOf(campaign.id)).toEqual([]);
  expect(await db.surveyDraft.count({ where: { codeHash: hashOfToken(code) } })).toBe(1);
});

test("at 23:59:59 of the last day it is taken, at midnight refused with the draft kept", async () => {
  const last = new Date("2026-09-15T21:59:59Z");
  const input = { locale: "fr", network: randomUUID() } as const;
  const sendAt = async (at: Date) => {
    const { insee } = await aCommune({ isMember: true });
    const campaign = await aCampaign();
    const started = await startDraft(anonymous, { ...input, campaign: campaign.slug }, last);
    if (!started.ok) throw new Error(started.refusal);
    const { code } = started.value;
    const vous = {
      profil: "retraite_habitant",
      commune_residence: insee,
      lien_territoire: "aucun",
    };
    await keepStep(anonymous, { code, section: "vous", raw: vous }, last);
    await keepStep(anonymous, { code, section: "besoin", raw: { interet: "non" } }, last);
    return { code, sent: await sendResponse(anonymous, { code }, at) };
  };
  expect((await sendAt(last)).sent.ok).toBe(true);
  const late = await sendAt(new Date("2026-09-15T22:00:00Z"));
  expect(late.sent).toMatchObject({ refusal: "not_open" });
  expect(await db.surveyDraft.count({ where: { codeHash: hashOfToken(late.code) } })).toBe(1);
});

test("a code that opens nothing sends nothing", async () => {
  const made = await sendResponse(anonymous, { code: "B".repeat(22) }, whileOpen);
  expect(made).toMatchObject({ refusal: "unknown_draft" });
});

test("with the receipt one's answers are taken back, once; without it, nobody's", async () => {
  const { campaign, code } = await aFinishedDraft();
  await sendResponse(anonymous, { code }, whileOpen);
  const other = await takeBackResponse(anonymous, { code: "C".repeat(22) });
  expect(other).toMatchObject({ refusal: "unknown_code" });
  expect(await responsesOf(campaign.id)).toHaveLength(1);
  expect(await takeBackResponse(anonymous, { code })).toEqual({ ok: true, value: null });
  expect(await responsesOf(campaign.id)).toEqual([]);
  expect(await takeBackResponse(anonymous, { code })).toMatchObject({ refusal: "unknown_code" });
});

test("taken back once counted, nobody reads it any more; it is deleted with the batch it may leave", async () => {
  const { campaign, code } = await aFinishedDraft();
  await sendResponse(anonymous, { code }, whileOpen);
  const [sent] = await responsesOf(campaign.id);
  const id = sent?.id ?? "";
  await db.surveyResponse.update({
    where: { id },
    data: { batch: 1, answers: { ...answersOf(sent?.answers), commentaire: "Bonjour" } },
  });
  const review = { responseId: id, question: "commentaire", day: whileOpen } as const;
  await db.surveyTextReview.create({ data: { ...review, state: "published" } });
  const reader = await aStaffMember();
  await aReading(campaign.id, reader);
  expect((await listResponseLines(reader, campaign, 1, whileOpen)).total).toBe(1);
  expect(await takeBackResponse(anonymous, { code }, whileOpen)).toEqual({ ok: true, value: null });
  expect(await takeBackResponse(anonymous, { code })).toMatchObject({ refusal: "unknown_code" });
  expect(await findReceipt(anonymous, code, whileOpen)).toBeNull();
  const [kept] = await responsesOf(campaign.id);
  expect(kept?.id).not.toBe(id);
  expect(kept?.answers).not.toHaveProperty("commentaire");
  expect(
    await db.surveyTextReview.count({ where: { responseId: { in: [id, kept?.id ?? ""] } } }),
  ).toBe(0);
  expect((await listResponseLines(reader, campaign, 1, whileOpen)).total).toBe(0);
  await expect(openAnswers(reader, { id: kept?.id ?? "" }, whileOpen)).rejects.toThrow(NotFound);
  await countBatches(systemActor("test"), new Date(whileOpen.getTime() + 31 * 86_400_000));
  expect(await responsesOf(campaign.id)).toEqual([]);
});

test("once figures are drawn no more nothing waits for a batch: taken back, answers are deleted at once", async () => {
  const [before, after] = [new Date("2028-06-14T21:59:00Z"), new Date("2028-06-30T08:00:00Z")];
  const [late, early] = [await aFinishedDraft(), await aFinishedDraft()];
  for (const { code, campaign } of [late, early]) {
    await sendResponse(anonymous, { code }, whileOpen);
    await db.surveyResponse.updateMany({ where: { campaignId: campaign.id }, data: { batch: 1 } });
  }
  await takeBackResponse(anonymous, { code: early.code }, before);
  expect(await responsesOf(early.campaign.id)).toHaveLength(1);
  await takeBackResponse(anonymous, { code: late.code }, after);
  expect(await responsesOf(late.campaign.id)).toEqual([]);
  await expect(forgetTakenBack(anonymous, after)).rejects.toThrow(Forbidden);
  await forgetTakenBack(systemActor("test"), before);
  expect(await responsesOf(early.campaign.id)).toHaveLength(1);
  await forgetTakenBack(systemActor("test"), after);
  expect(await responsesOf(early.campaign.id)).toEqual([]);
});

test("nothing stored with a response says who gave it, nor when but the day", async () => {
  const columns = await db.$queryRaw<{ name: string; type: string }[]>`
    SELECT column_name AS name, data_type AS type FROM information_schema.columns
    WHERE table_name = 'survey_responses'`;
  const instants = columns.filter(({ type }) => type.startsWith("timestamp"));
  expect(instants).toEqual([]);
  expect(columns.map(({ name }) => name)).not.toContain("person_id");
});
