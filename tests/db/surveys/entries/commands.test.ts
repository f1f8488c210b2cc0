import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import type { DeskAddress } from "@/lib/surveys/desks/schema";
import { keepStep } from "@/lib/surveys/drafts/commands";
import { beginEntry, enterSheet } from "@/lib/surveys/entries/commands";
import { sendResponse, takeBackResponse } from "@/lib/surveys/responses/commands";
import { townHallCode } from "@/lib/surveys/sources/rules";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aTownHall } from "@/tests/support/desks";
import { aSpace } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const aCode = () => randomBytes(16).toString("base64url");
/** After the last day, 15 September, within the fifteen days. */
const inGrace = new Date("2026-09-29T09:00:00Z");
const afterGrace = new Date("2026-09-30T22:00:00Z");

type Overrides = { desk: DeskAddress; campaign: string } & Partial<
  Parameters<typeof enterSheet>[1]
>;

function aSheet(insee: string, overrides: Overrides) {
  return {
    ...{ mode: "paper" as const, language: "fr" as const, code: aCode(), isBlank: false },
    raw: {
      profil: "retraite_habitant",
      commune_residence: insee,
      lien_territoire: "de_passage",
      interet: "non",
    },
    ...overrides,
  };
}

const responsesOf = (campaignId: string) => db.surveyResponse.findMany({ where: { campaignId } });
const journalOf = (subjectId: string) => db.journalEntry.findMany({ where: { subjectId } });

test("a clerk enters a sheet: an answer of that version, from that town hall, marked as paper", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug, language: "en" });
  expect(await enterSheet(clerk, sheet, whileOpen)).toEqual({ ok: true, value: { blanks: 0 } });
  expect(await responsesOf(campaign.id)).toMatchObject([
    {
      ...{ version: 1, entryMode: "paper", locale: "en", answers: sheet.raw },
      source: townHallCode(commune.name),
      // 1 July 2026 is a Wednesday.
      day: new Date("2026-06-29T00:00:00Z"),
    },
  ]);
});

test("the journal says who entered a sheet and where, nothing that leads to its answers", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  await enterSheet(clerk, sheet, whileOpen);
  const [line, ...others] = await journalOf(campaign.id);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ action: "survey.sheet_entered", actorId: clerk.personId });
  expect(line?.after).toEqual({
    campaign: campaign.slug,
    source: townHallCode(commune.name),
    mode: "paper",
  });
  const [row] = await responsesOf(campaign.id);
  const said = JSON.stringify([line?.after, line?.before, line?.requestId]);
  for (const secret of [row?.id, row?.receiptHash, sheet.code, "retraite_habitant"]) {
    expect(said).not.toContain(secret);
  }
});

test("the receipt of a sheet takes its answers back", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  await enterSheet(clerk, sheet, whileOpen);
  expect((await takeBackResponse(clerk, { code: sheet.code })).ok).toBe(true);
  expect(await responsesOf(campaign.id)).toEqual([]);
});

test("what does not apply is dropped, whatever the sheet says", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  const raw = { ...sheet.raw, frequence: "quotidien", secteur: "conseil", budget_mois: "250" };
  await enterSheet(clerk, { ...sheet, raw }, whileOpen);
  expect((await responsesOf(campaign.id))[0]?.answers).toEqual(sheet.raw);
});

test("what a sheet leaves empty is told first, then taken when it is so on the sheet", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  const { lien_territoire: _left, ...raw } = sheet.raw;
  expect(await enterSheet(clerk, { ...sheet, raw }, whileOpen)).toMatchObject({
    refusal: "blanks",
    data: { problems: [{ question: "lien_territoire", problem: "required" }] },
  });
  expect(await responsesOf(campaign.id)).toEqual([]);
  const taken = await enterSheet(clerk, { ...sheet, raw, isBlank: true }, whileOpen);
  expect(taken).toEqual({ ok: true, value: { blanks: 1 } });
});

test("a price too dear put below the fair one is told first, then taken as it is on the sheet", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  const raw = { ...sheet.raw, interet: "certain", prix_demi_bon: "10", prix_demi_cher: "5" };
  const below = { question: "prix_demi_cher", problem: "below_other" };
  expect(await enterSheet(clerk, { ...sheet, raw }, whileOpen)).toMatchObject({
    refusal: "blanks",
    data: { problems: expect.arrayContaining([expect.objectContaining(below)]) },
  });
  const taken = await enterSheet(clerk, { ...sheet, raw, isBlank: true }, whileOpen);
  expect(taken.ok).toBe(true);
  const [written] = await responsesOf(campaign.id);
  expect(written?.answers).toMatchObject({ prix_demi_bon: 10, prix_demi_cher: 5 });
  // With the person there one may ask.
  const assisted = { ...sheet, raw, code: aCode(), mode: "assisted" as const, isBlank: true };
  expect(await enterSheet(clerk, assisted, whileOpen)).toMatchObject({ refusal: "problems" });
});

test("without what makes it count a sheet is never taken, nor with an answer that cannot be", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug, isBlank: true });
  for (const change of [
    { profil: undefined },
    { interet: "sans doute" },
    { commune_residence: "x" },
  ]) {
    const raw = { ...sheet.raw, ...change };
    const answer = await enterSheet(clerk, { ...sheet, raw }, whileOpen);
    expect(answer).toMatchObject({ ok: false, refusal: "problems" });
  }
  expect(await responsesOf(campaign.id)).toEqual([]);
});

test("with the person there, what is required is required", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug, isBlank: true });
  const { lien_territoire: _left, ...raw } = sheet.raw;
  const assisted = { ...sheet, mode: "assisted" as const, raw };
  expect(await enterSheet(clerk, assisted, whileOpen)).toMatchObject({ refusal: "problems" });
});

test("sent twice, even sixteen times at once, a sheet is one answer and one line of the journal", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  const sent = await Promise.all(
    Array.from({ length: 16 }, () => enterSheet(clerk, sheet, whileOpen)),
  );
  expect(sent).toEqual(Array.from({ length: 16 }, () => ({ ok: true, value: { blanks: 0 } })));
  expect(await responsesOf(campaign.id)).toHaveLength(1);
  expect(await journalOf(campaign.id)).toHaveLength(1);
});

test("negative control: sheets of codes of their own are as many answers", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheets = Array.from({ length: 16 }, () =>
    aSheet(commune.insee, { desk, campaign: campaign.slug }),
  );
  await Promise.all(sheets.map((sheet) => enterSheet(clerk, sheet, whileOpen)));
  expect(await responsesOf(campaign.id)).toHaveLength(16);
  expect(await journalOf(campaign.id)).toHaveLength(16);
});

test("a page gone back to and filled in with another sheet loses neither", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = aSheet(commune.insee, { desk, campaign: campaign.slug });
  await enterSheet(clerk, sheet, whileOpen);
  const other = { ...sheet, raw: { ...sheet.raw, profil: "recherche_emploi" } };
  expect(await enterSheet(clerk, other, whileOpen)).toMatchObject({ refusal: "code_used" });
  expect((await enterSheet(clerk, { ...other, code: aCode() }, whileOpen)).ok).toBe(true);
  expect(await responsesOf(campaign.id)).toHaveLength(2);
});

test("sheets collected before the end are entered fifteen days more, as of the last week; then no more", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const sheet = () => aSheet(commune.insee, { desk, campaign: campaign.slug });
  expect((await enterSheet(clerk, sheet(), inGrace)).ok).toBe(true);
  expect((await responsesOf(campaign.id))[0]?.day).toEqual(new Date("2026-09-14T00:00:00Z"));
  expect(await enterSheet(clerk, sheet(), afterGrace)).toMatchObject({ refusal: "too_late" });
  const assisted = { ...sheet(), mode: "assisted" as const };
  expect(await enterSheet(clerk, assisted, inGrace)).toMatchObject({ refusal: "too_late" });
  const before = new Date("2026-06-14T21:59:59Z");
  expect(await enterSheet(clerk, sheet(), before)).toMatchObject({ refusal: "not_open" });
  expect(await responsesOf(campaign.id)).toHaveLength(1);
});

test("whoever has no desk enters nothing, in one go or step by step", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const [space, other] = [await aSpace(), await aSpace()];
  const atSpace = { kind: "space", slug: space.slug } as const;
  const attempts = [
    [await aMember(), desk],
    [await hostOf(other), atSpace],
    [clerk, atSpace],
    [clerk, { kind: "staff" }],
    [await hostOf(space), desk],
    [await aStaffMember(), desk],
  ] as const;
  for (const [actor, address] of attempts) {
    const sheet = aSheet(commune.insee, { desk: address, campaign: campaign.slug });
    await expect(enterSheet(actor, sheet, whileOpen)).rejects.toThrow(NotFound);
    await expect(beginEntry(actor, sheet, whileOpen)).rejects.toThrow(NotFound);
  }
  expect(await responsesOf(campaign.id)).toEqual([]);
  expect(await db.surveyDraft.count({ where: { campaignId: campaign.id } })).toBe(0);
});

test("staff say where a sheet comes from, by a source that is one; a host's is the space, whatever is sent", async () => {
  const campaign = await aCampaign();
  const { commune } = await aTownHall();
  const staff = await aStaffMember();
  const space = await aSpace();
  const staffSheet = (source: string | undefined) => ({
    ...aSheet(commune.insee, { desk: { kind: "staff" }, campaign: campaign.slug }),
    source,
  });
  const code = townHallCode(commune.name);
  for (const source of [code, undefined]) await enterSheet(staff, staffSheet(source), whileOpen);
  const forged = await enterSheet(staff, staffSheet("https://ailleurs.example"), whileOpen);
  expect(forged).toMatchObject({ refusal: "unknown_source" });
  const desk = { kind: "space", slug: space.slug } as const;
  const hosted = aSheet(commune.insee, { desk, campaign: campaign.slug, source: code });
  await enterSheet(await hostOf(space), hosted, whileOpen);
  const sources = (await responsesOf(campaign.id)).map(({ source }) => source);
  expect(sources.sort()).toEqual([code, `lieu-${space.slug}`, "papier"].sort());
});

test("a draft campaign takes no sheet of anybody, an unknown one is not found", async () => {
  const { slug } = await aCampaign({ readyAt: null });
  const { clerk, commune, desk } = await aTownHall();
  const staff = await aStaffMember();
  const sheet = (campaign: string) => aSheet(commune.insee, { desk, campaign });
  await expect(enterSheet(clerk, sheet(slug), whileOpen)).rejects.toThrow(NotFound);
  await expect(enterSheet(clerk, sheet(randomUUID()), whileOpen)).rejects.toThrow(NotFound);
  const own = { ...sheet(slug), desk: { kind: "staff" } as const };
  expect(await enterSheet(staff, own, whileOpen)).toMatchObject({ refusal: "not_open" });
});

test("step by step, a sheet is a draft by the same rules, sent in the days after the end too", async () => {
  const campaign = await aCampaign();
  const { clerk, commune, desk } = await aTownHall();
  const input = { desk, campaign: campaign.slug, mode: "paper", language: "fr" } as const;
  const begun = await beginEntry(clerk, input, whileOpen);
  if (!begun.ok) throw new Error(begun.refusal);
  const { code, first } = begun.value;
  expect(first).toBe("vous");
  const where = { codeHash: hashOfToken(code) };
  expect(await db.surveyDraft.findUniqueOrThrow({ where })).toMatchObject({
    ...{ entryMode: "paper", source: townHallCode(commune.name) },
  });
  // The draft is kept thirty days: begun near the end, it is sent after it.
  const late = new Date("2026-09-20T09:00:00Z");
  await db.surveyDraft.update({ where, data: { expiresAt: new Date("2026-10-01T00:00:00Z") } });
  const step = (section: string, raw: Record<string, unknown>) =>
    keepStep(clerk, { code, section, raw }, late);
  const vous = { profil: "retraite_habitant", commune_residence: commune.insee };
  // Its empty question is no fault, what makes it count is.
  expect(await step("vous", vous)).toMatchObject({ ok: true, value: { problems: [] } });
  expect(await step("besoin", {})).toMatchObject({
    value: { problems: [{ question: "interet" }] },
  });
  expect(await sendResponse(clerk, { code }, late)).toMatchObject({ refusal: "incomplete" });
  await step("besoin", { interet: "non" });
  expect(await sendResponse(clerk, { code }, late)).toEqual({ ok: true, value: null });
  expect(await responsesOf(campaign.id)).toMatchObject([
    {
      entryMode: "paper",
      answers: { ...vous, interet: "non" },
      day: new Date("2026-09-14T00:00:00Z"),
    },
  ]);
  expect(await journalOf(campaign.id)).toMatchObject([
    { action: "survey.entry_begun", actorId: clerk.personId },
  ]);
});

test("one's own draft is not sent after the end because sheets still are", async () => {
  const campaign = await aCampaign();
  const { clerk, desk } = await aTownHall();
  const input = { desk, campaign: campaign.slug, mode: "assisted", language: "fr" } as const;
  const begun = await beginEntry(clerk, input, new Date("2026-09-15T21:00:00Z"));
  if (!begun.ok) throw new Error(begun.refusal);
  const { code } = begun.value;
  const late = await keepStep(clerk, { code, section: "vous", raw: {} }, inGrace);
  expect(late).toMatchObject({ refusal: "not_open" });
});
