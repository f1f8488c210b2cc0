import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { answersOf, forgetOldDrafts, keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { startDraftInput } from "@/lib/surveys/drafts/schema";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { aCommune } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

async function aDraft(at = whileOpen, overrides: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(overrides);
  const input = { campaign: campaign.slug, locale: "fr", network: randomUUID() } as const;
  return { campaign, started: await startDraft(anonymous, input, at) };
}

async function aStartedDraft() {
  const { started, campaign } = await aDraft();
  if (!started.ok) throw new Error(started.refusal);
  return { ...started.value, campaign };
}

const storedAnswers = async (code: string) =>
  answersOf(
    (await db.surveyDraft.findUniqueOrThrow({ where: { codeHash: hashOfToken(code) } })).answers,
  );

test("a draft is opened by its code alone, of which only the hash is kept, for thirty days", async () => {
  const { code } = await aStartedDraft();
  const row = await db.surveyDraft.findUniqueOrThrow({ where: { codeHash: hashOfToken(code) } });
  expect(JSON.stringify(row)).not.toContain(code);
  expect(row.expiresAt).toEqual(new Date("2026-07-31T09:00:00Z"));
  expect(row.source).toBe("site");
});

test("a partner's page is remembered by its code, a referrer never", async () => {
  const partners = [{ code: "luzech", name: "Mairie", origin: "https://luzech.example" }];
  const { slug } = await aCampaign({ partners });
  const sources = [];
  for (const source of ["luzech", "https://luzech.example/enquete?x=1"]) {
    const input = { campaign: slug, source, locale: "fr", network: randomUUID() } as const;
    const started = await startDraft(anonymous, input, whileOpen);
    if (!started.ok) throw new Error(started.refusal);
    const where = { codeHash: hashOfToken(started.value.code) };
    sources.push((await db.surveyDraft.findUniqueOrThrow({ where })).source);
  }
  expect(sources).toEqual(["luzech", "site"]);
});

test("a forged source is stored as ours, with the answers too, and a forged version is no field of any form", async () => {
  const { slug, version } = await aCampaign();
  const { insee } = await aCommune({ isMember: true });
  const forged = { source: "ville-de-paris", version: "9", day: "2020-01-01", entry_mode: "paper" };
  const input = {
    campaign: slug,
    source: forged.source,
    locale: "fr",
    network: randomUUID(),
  } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  const { code } = started.value;
  const vous = { profil: "retraite_habitant", commune_residence: insee, lien_territoire: "aucun" };
  const step = (section: string, raw: Record<string, unknown>) =>
    keepStep(anonymous, { code, section, raw: { ...raw, ...forged } }, whileOpen);
  await step("vous", vous);
  await step("besoin", { interet: "non" });
  expect(await sendResponse(anonymous, { code }, whileOpen)).toMatchObject({ ok: true });
  const where = { receiptHash: hashOfToken(code) };
  expect(await db.surveyResponse.findUniqueOrThrow({ where })).toMatchObject({
    ...{ source: "site", version, day: new Date("2026-07-01"), entryMode: "online" },
    answers: { ...vous, interet: "non" },
  });
  expect(startDraftInput.safeParse({ campaign: slug, version: "9" }).success).toBe(false);
});

test("outside the window nothing is begun, to the second", async () => {
  const late = await aDraft(new Date("2026-09-15T22:00:00Z"));
  expect(late.started).toMatchObject({ ok: false, refusal: "not_open" });
  expect((await aDraft(new Date("2026-09-15T21:59:59Z"))).started.ok).toBe(true);
});

test("one network begins sixty responses an hour, then proves first; the others go on", async () => {
  const { slug } = await aCampaign();
  const network = randomUUID();
  const start = (from: string) =>
    startDraft(anonymous, { campaign: slug, locale: "fr", network: from }, whileOpen);
  for (let count = 0; count < 60; count++) expect((await start(network)).ok).toBe(true);
  expect(await start(network)).toMatchObject({
    ...{ ok: false, refusal: "prove", data: { bits: 15 } },
  });
  expect((await start(randomUUID())).ok).toBe(true);
});

test("a step is kept and leads to the next that applies", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { code } = await aStartedDraft();
  const raw = {
    profil: "retraite_habitant",
    commune_residence: insee,
    lien_territoire: "de_passage",
  };
  const kept = await keepStep(anonymous, { code, section: "vous", raw }, whileOpen);
  expect(kept).toEqual({
    ok: true,
    value: { next: "besoin", previous: null, problems: [], asked: [] },
  });
  expect(await storedAnswers(code)).toEqual(raw);
  const last = await keepStep(anonymous, { code, section: "participation", raw: {} }, whileOpen);
  expect(last).toMatchObject({ ok: true, value: { next: null, previous: "besoin" } });
});

test("the language of answers is the one they were last given in, not the one they were begun in", async () => {
  const { code, campaign } = await aStartedDraft();
  const where = { codeHash: hashOfToken(code) };
  const localeOf = async () => (await db.surveyDraft.findUniqueOrThrow({ where })).locale;
  const step = { code, section: "besoin", raw: { interet: "non" } };
  await keepStep(anonymous, { ...step, locale: "en" }, whileOpen);
  expect(await localeOf()).toBe("en");
  await keepStep(anonymous, step, whileOpen);
  expect(await localeOf()).toBe("en");
  // Of a sheet it is the language of the sheet, whatever that of the clerk.
  await db.surveyDraft.update({ where, data: { entryMode: "paper", locale: "en" } });
  await keepStep(anonymous, { ...step, locale: "fr" }, whileOpen);
  expect([await localeOf(), campaign.version]).toEqual(["en", 1]);
});

test("a problem is told, and what reads well is kept all the same", async () => {
  const { code } = await aStartedDraft();
  const raw = {
    profil: "independant",
    commune_residence: "99999",
    forged: "1",
    interet: "certain",
  };
  const kept = await keepStep(anonymous, { code, section: "vous", raw }, whileOpen);
  expect(kept).toMatchObject({
    value: {
      problems: [
        { question: "commune_residence", problem: "unknown_commune" },
        { question: "lien_territoire", problem: "required" },
      ],
    },
  });
  // Neither what no question knows nor what belongs to another step.
  expect(await storedAnswers(code)).toEqual({ profil: "independant" });
});

test("a question that appears because of the step itself is asked, not reproached", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { code } = await aStartedDraft();
  const shown = ["lieux_actuels", "difficultes"];
  const vous = {
    profil: "independant",
    commune_residence: insee,
    lien_territoire: "residence_principale",
  };
  await keepStep(anonymous, { code, section: "vous", raw: vous }, whileOpen);
  const raw = { lieux_actuels: ["locaux_employeur"] };
  const step = { code, section: "aujourdhui", raw };
  const kept = await keepStep(anonymous, { ...step, shown }, whileOpen);
  expect(kept).toMatchObject({ value: { problems: [], asked: ["commune_travail"] } });
  // Shown and left empty, it is a fault; and so for whoever does not say what was shown.
  const again = { ...step, shown: [...shown, "commune_travail"] };
  const problems = [{ question: "commune_travail", problem: "required" }];
  expect(await keepStep(anonymous, again, whileOpen)).toMatchObject({
    value: { problems, asked: [] },
  });
  expect(await keepStep(anonymous, step, whileOpen)).toMatchObject({
    value: { problems, asked: [] },
  });
});

test("going back and changing one's profile drops what no longer applies", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { code } = await aStartedDraft();
  const vous = { commune_residence: insee, lien_territoire: "residence_principale" };
  const step = (section: string, raw: Record<string, unknown>) =>
    keepStep(anonymous, { code, section, raw }, whileOpen);
  await step("vous", { ...vous, profil: "independant", secteur: "conseil" });
  await step("aujourdhui", { lieux_actuels: ["domicile"] });
  expect(await storedAnswers(code)).toMatchObject({ lieux_actuels: ["domicile"] });
  await step("vous", { ...vous, profil: "retraite_habitant", secteur: "conseil" });
  expect(await storedAnswers(code)).toEqual({ ...vous, profil: "retraite_habitant" });
});

test("somebody else's code, a made-up one and one too old open nothing", async () => {
  const { code } = await aStartedDraft();
  const step = { section: "vous", raw: {} };
  const madeUp = { ...step, code: "A".repeat(22) };
  expect(await keepStep(anonymous, madeUp, whileOpen)).toMatchObject({ refusal: "unknown_draft" });
  const later = new Date("2026-08-05T09:00:00Z");
  expect(await keepStep(anonymous, { ...step, code }, later)).toMatchObject({
    refusal: "unknown_draft",
  });
  const nowhere = { code, section: "nowhere", raw: {} };
  expect(await keepStep(anonymous, nowhere, whileOpen)).toMatchObject({ refusal: "unknown_draft" });
});

test("once the window has closed a step is refused and the draft stays as it was", async () => {
  const { campaign, code } = await aStartedDraft();
  await db.campaign.update({
    where: { id: campaign.id },
    data: { closesAt: new Date("2026-07-01T10:00:00Z") },
  });
  const late = new Date("2026-07-01T10:00:00Z");
  const kept = await keepStep(
    anonymous,
    { code, section: "vous", raw: { profil: "independant" } },
    late,
  );
  expect(kept).toMatchObject({ ok: false, refusal: "not_open" });
  expect(await storedAnswers(code)).toEqual({});
});

test("drafts nobody finished are forgotten after thirty days, by the system alone", async () => {
  const { code } = await aStartedDraft();
  await expect(forgetOldDrafts(anonymous, whileOpen)).rejects.toThrow();
  await forgetOldDrafts(systemActor("test"), new Date("2026-07-30T09:00:00Z"));
  expect(await storedAnswers(code)).toEqual({});
  await forgetOldDrafts(systemActor("test"), new Date("2026-07-31T09:00:00Z"));
  expect(await db.surveyDraft.count({ where: { codeHash: hashOfToken(code) } })).toBe(0);
});

test("answers that cannot be read back are none", () => {
  expect(answersOf({ a: "x", b: 2, c: ["y"] })).toEqual({ a: "x", b: 2, c: ["y"] });
  expect(answersOf({ a: { deep: true } })).toEqual({});
  for (const each of [null, [], { a: [1] }, { a: true }]) expect(answersOf(each)).toEqual({});
});
