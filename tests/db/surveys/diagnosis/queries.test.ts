import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { getDiagnosis } from "@/lib/surveys/diagnosis/queries";
import { takeBackResponse } from "@/lib/surveys/responses/commands";
import { getTurnout } from "@/lib/surveys/turnout/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";
import { aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign, answered, whileOpen } from "@/tests/support/surveys";

type Given = Record<string, string | number | string[]>;

const many = (count: number, answers: Given) => Array.from({ length: count }, () => answers);

test("the worked example, from stored answers: 52 weighted person-days and 5 desks (5 and 7)", async () => {
  const { insee } = await aCommune({ isMember: true });
  const campaign = await aCampaign();
  const wish = {
    commune_residence: insee,
    communes_souhaitees: [insee],
    espaces: ["poste_ouvert"],
  };
  await answered(campaign.id, [
    ...many(10, { ...wish, interet: "certain", frequence: "1_2_sem" }),
    ...many(20, { ...wish, interet: "probable", frequence: "2_3_mois" }),
    ...many(10, { ...wish, interet: "possible", frequence: "1_mois" }),
  ]);
  const diagnosis = await getDiagnosis(await aStaffMember(), campaign.slug, whileOpen);
  expect(diagnosis.base).toBe(40);
  expect(diagnosis.personDays?.declared).toBe(120);
  expect(diagnosis.personDays?.weighted).toBeCloseTo(52, 9);
  expect(diagnosis.desks).toMatchObject([
    { communes: [insee], desks: { low: 5, central: 5, high: 7 } },
  ]);
});

test("changing what is supposed changes what it gives", async () => {
  const { insee } = await aCommune({ isMember: true });
  const campaign = await aCampaign({ assumptions: { targetOccupancy: 0.5 } });
  const wish = { interet: "certain", frequence: "quotidien", communes_souhaitees: [insee] };
  await answered(campaign.id, many(11, wish));
  const { desks } = await getDiagnosis(await aStaffMember(), campaign.slug, whileOpen);
  expect(desks[0]?.desks).toMatchObject({ central: 18, high: 18 });
});

test("the diagnosis tells the communes by the very lines of the gauge", async () => {
  const [few, other, enough] = await Promise.all([
    aCommune({ isMember: true, population: 500 }),
    aCommune({ isMember: true, population: 500 }),
    aCommune({ isMember: true, population: 500 }),
  ]);
  const campaign = await aCampaign();
  await answered(campaign.id, [
    ...many(4, { commune_residence: few.insee }),
    ...many(3, { commune_residence: other.insee }),
    ...many(5, { commune_residence: enough.insee }),
    ...many(2, { commune_residence: "nsp" }),
  ]);
  const staff = await aStaffMember();
  const { coverage } = await getDiagnosis(staff, campaign.slug, whileOpen);
  const { turnout } = await getTurnout(staff, campaign.slug, whileOpen);
  expect(coverage).toEqual(turnout);
  for (const { respondents } of coverage?.lines ?? [])
    expect(respondents).toBeGreaterThanOrEqual(5);
});

test("where answers come from is named: partners, town halls and spaces, as they are now", async () => {
  const [{ name }, space] = [
    await aCommune({ isMember: true, name: "Vire-sur-Lot" }),
    await aSpace(),
  ];
  const partner = { code: "gazette", name: "La Gazette", origin: "https://gazette.test" };
  const { slug } = await aCampaign({ partners: [partner] });
  const { knownSources } = await getDiagnosis(await aStaffMember(), slug, whileOpen);
  expect(knownSources).toEqual(
    expect.arrayContaining([
      { code: "gazette", kind: "partner", name: "La Gazette" },
      { code: "vire-sur-lot", kind: "town_hall", name },
      { code: `lieu-${space.slug}`, kind: "space", name: space.name },
    ]),
  );
});

test("what people could share is told alone once it was read, and the results are published", async () => {
  const publishedAt = new Date("2026-10-01T08:00:00Z");
  const { id, slug } = await aCampaign({ publishedAt });
  const read = await aStoredResponse(id, { savoir_faire: "Vannerie", commentaire: "Bonjour" });
  await aStoredResponse(id, { savoir_faire: "Personne ne l’a lu" });
  await db.surveyTextReview.createMany({
    data: ["savoir_faire", "commentaire"].map((question) => ({
      ...{ responseId: read.id, question, state: "published" as const },
      day: new Date("2026-09-20"),
    })),
  });
  const staff = await aStaffMember();
  expect((await getDiagnosis(staff, slug, whileOpen)).skills).toEqual([]);
  expect((await getDiagnosis(staff, slug, publishedAt)).skills).toEqual(["Vannerie"]);
});

test("one who answers in the next batch is told neither by the gauge nor by their profile, which waits for the sums", async () => {
  const [few, enough] = await Promise.all([
    aCommune({ isMember: true, population: 500 }),
    aCommune({ isMember: true, population: 500 }),
  ]);
  const campaign = await aCampaign();
  const from = (insee: string, profil: string) => ({ commune_residence: insee, profil });
  await answered(campaign.id, [
    ...many(11, from(few.insee, "independant")),
    ...many(12, from(enough.insee, "teletravailleur")),
  ]);
  const staff = await aStaffMember();
  const look = async () => {
    const { coverage, profiles, base } = await getDiagnosis(staff, campaign.slug, whileOpen);
    const { turnout } = await getTurnout(staff, campaign.slug, whileOpen);
    expect(coverage).toEqual(turnout);
    const lines = (coverage?.lines ?? []).map(({ respondents }) => respondents);
    return { base, lines: lines.sort(), profiles: profiles?.map(({ count }) => count).sort() };
  };
  const inNextBatch = async (count: number, answers: Given) => {
    for (const each of many(count, answers)) {
      const { id } = await aStoredResponse(campaign.id, each);
      await db.surveyResponse.update({ where: { id }, data: { batch: 2 } });
    }
  };
  expect(await look()).toEqual({ base: 23, lines: [11, 12], profiles: [11, 12] });
  await inNextBatch(1, from(few.insee, "independant"));
  await inNextBatch(5, from(enough.insee, "teletravailleur"));
  // Five more of the others would tell the one by what is left of six.
  expect(await look()).toEqual({ base: 29, lines: [11, 12], profiles: [11, 12] });
  await inNextBatch(4, from(few.insee, "independant"));
  expect(await look()).toEqual({ base: 33, lines: [16, 17], profiles: [11, 12] });
});

test("sums are those of the answers taken in: who came in a batch since is in none, until a version of them is told", async () => {
  const { insee } = await aCommune({ isMember: true });
  const campaign = await aCampaign();
  const wish = { interet: "certain", frequence: "quotidien", communes_souhaitees: [insee] };
  await answered(campaign.id, many(30, wish));
  const staff = await aStaffMember();
  const look = async () => {
    const { base, summed, personDays } = await getDiagnosis(staff, campaign.slug, whileOpen);
    return { base, summed, declared: personDays?.declared };
  };
  const before = await look();
  expect(before).toMatchObject({ base: 30, summed: 30 });
  const inBatch = async (number: number, count: number, takesIn: boolean) => {
    const batch = { campaignId: campaign.id, number, day: new Date("2026-07-08"), takesIn };
    for (const each of many(count, wish)) {
      const { id } = await aStoredResponse(campaign.id, each);
      await db.surveyResponse.update({ where: { id }, data: { batch: number } });
    }
    await db.surveyBatch.create({ data: { ...batch, responses: 0 } });
  };
  await inBatch(2, 1, false);
  expect(await look()).toEqual({ ...before, base: 31 });
  await inBatch(3, 5, true);
  const after = await look();
  expect(after).toMatchObject({ base: 36, summed: 36 });
  expect(after.declared).toBeCloseTo(((before.declared ?? 0) * 36) / 30, 9);
});

test("sums read while a version of them is made are that version or the one before, never a part", async () => {
  const campaign = await aCampaign();
  await answered(campaign.id, many(30, { interet: "certain" }));
  await db.surveyBatch.updateMany({ where: { campaignId: campaign.id }, data: { takesIn: false } });
  const staff = await aStaffMember();
  const came = await Promise.all(
    many(6, { interet: "certain" }).map((each) => aStoredResponse(campaign.id, each)),
  );
  const read = await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE survey_batches IN ACCESS EXCLUSIVE MODE`;
    const reading = getDiagnosis(staff, campaign.slug, whileOpen);
    await untilSomebodyWaits();
    const next = { campaignId: campaign.id, number: 2, day: new Date("2026-07-08"), takesIn: true };
    await tx.surveyBatch.create({ data: { ...next, responses: 36 } });
    await tx.surveyResponse.updateMany({
      where: { id: { in: came.map(({ id }) => id) } },
      data: { batch: 2 },
    });
    return { reading };
  });
  expect([0, 36]).toContain((await read.reading).summed);
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if ((row?.count ?? 0) > 0) return;
  }
}

test("the diagnosis is for staff: a visitor, a member and a host find nothing", async () => {
  const { slug } = await aCampaign();
  const others = [anonymous, await aMember(), await hostOf(await aSpace())];
  for (const actor of others) {
    await expect(getDiagnosis(actor, slug, whileOpen)).rejects.toThrow(NotFound);
  }
});

test("the last answer is not read by looking before and after, open, closed or taken back", async () => {
  const { id, slug, closesAt } = await aCampaign();
  const staff = await aStaffMember();
  const code = "R".repeat(22);
  await answered(id, many(19, { profil: "independant", interet: "certain" }));
  const last = await aStoredResponse(id, { profil: "agent_elu", interet: "non" });
  const receiptHash = hashOfToken(code);
  await db.surveyResponse.update({ where: { id: last.id }, data: { batch: 1, receiptHash } });
  const figuresAt = async (at: Date) => {
    const { campaign: _, ...figures } = await getDiagnosis(staff, slug, at);
    return figures;
  };
  const before = await figuresAt(whileOpen);
  expect(before.base).toBe(20);
  await aStoredResponse(id, { profil: "agent_elu", interet: "non" });
  expect(await figuresAt(whileOpen)).toEqual(before);
  expect(await figuresAt(closesAt)).toEqual(before);
  expect((await takeBackResponse(anonymous, { code }, closesAt)).ok).toBe(true);
  expect(await figuresAt(closesAt)).toEqual(before);
});

test("once the first answers are old enough to be forgotten, day by day, no figure is drawn from the rest", async () => {
  const { id, slug } = await aCampaign();
  await answered(id, many(20, { profil: "independant", interet: "certain" }));
  const staff = await aStaffMember();
  const at = (day: string) => getDiagnosis(staff, slug, new Date(`${day}T10:00:00Z`));
  expect(await at("2028-06-10")).toMatchObject({ base: 20, isForgotten: false });
  expect(await at("2028-06-16")).toMatchObject({ base: 0, isForgotten: true });
});
