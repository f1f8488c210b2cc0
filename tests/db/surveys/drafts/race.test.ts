import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { answersOf, keepStep, startDraft } from "@/lib/surveys/drafts/commands";
import { sendResponse } from "@/lib/surveys/responses/commands";
import { aCommune } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const vous = async () => ({
  profil: "retraite_habitant",
  commune_residence: (await aCommune({ isMember: true })).insee,
  lien_territoire: "de_passage",
});

async function aDraft(): Promise<{ code: string; campaignId: string }> {
  const { slug: campaign, id } = await aCampaign();
  const input = { campaign, locale: "fr", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  return { ...started.value, campaignId: id };
}

type Work = () => Promise<unknown>;

async function waitingFor(count: number): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if ((row?.count ?? 0) >= count) return;
  }
}

/** Somebody holds the draft until each piece of work waits for it, in this order. */
async function allAtOnce(code: string, works: Work[]): Promise<unknown[]> {
  const held = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM survey_drafts WHERE code_hash = ${hashOfToken(code)} FOR UPDATE`;
    const running: Promise<unknown>[] = [];
    for (const work of works) {
      running.push(work());
      await waitingFor(running.length);
    }
    return { done: Promise.all(running) };
  });
  return held.done;
}

const storedAnswers = async (code: string) =>
  answersOf(
    (await db.surveyDraft.findUniqueOrThrow({ where: { codeHash: hashOfToken(code) } })).answers,
  );

describe("two tabs that send two steps at once", () => {
  test("keep both", async () => {
    const { code } = await aDraft();
    const raw = await vous();
    const outcomes = await allAtOnce(code, [
      () => keepStep(anonymous, { code, section: "vous", raw }, whileOpen),
      () => keepStep(anonymous, { code, section: "besoin", raw: { interet: "non" } }, whileOpen),
    ]);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await storedAnswers(code)).toEqual({ ...raw, interet: "non" });
  });

  test("negative control: read before one waits, one of the two is lost", async () => {
    const { code } = await aDraft();
    const naive = async (own: Record<string, string>) => {
      const answers = { ...(await storedAnswers(code)), ...own };
      await db.surveyDraft.update({ where: { codeHash: hashOfToken(code) }, data: { answers } });
    };
    await allAtOnce(code, [
      () => naive({ profil: "independant" }),
      () => naive({ interet: "non" }),
    ]);
    expect(Object.keys(await storedAnswers(code))).toHaveLength(1);
  });
});

describe("a step that comes while the whole is sent", () => {
  async function sentWith(isStepFirst: boolean) {
    const { code, campaignId } = await aDraft();
    await keepStep(anonymous, { code, section: "vous", raw: await vous() }, whileOpen);
    await keepStep(anonymous, { code, section: "besoin", raw: { interet: "non" } }, whileOpen);
    const raw = { commentaire: "Un mot de plus" };
    const works = [
      () => keepStep(anonymous, { code, section: "participation", raw }, whileOpen),
      () => sendResponse(anonymous, { code }, whileOpen),
    ];
    const outcomes = await allAtOnce(code, isStepFirst ? works : works.toReversed());
    const given = await db.surveyResponse.findMany({ where: { campaignId } });
    return { outcomes, given: given.map(({ answers }) => answersOf(answers)) };
  }

  test("is sent with it when it came first", async () => {
    const { outcomes, given } = await sentWith(true);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    expect(given).toMatchObject([{ commentaire: "Un mot de plus" }]);
  });

  test("is told that nothing is left to add to when it came second", async () => {
    const { outcomes, given } = await sentWith(false);
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, refusal: "unknown_draft" }]);
    expect(given).toHaveLength(1);
    expect(given[0]).not.toHaveProperty("commentaire");
  });
});
