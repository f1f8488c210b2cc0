import type { Actor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma } from "@/lib/infra/db";
import { elsewhere } from "../answers/queries";
import { readAnswers } from "../answers/rules";
import type { CommuneChoices } from "../answers/schema";
import { campaignStateAt } from "../campaigns/rules";
import { answersOf } from "../drafts/commands";
import { entryStateAt, standing, storedDay } from "../entries/rules";
import { isForgetting } from "../publications/rules";
import { getQuestionnaire } from "../questionnaires/queries";
import { questionnaire } from "../questionnaires/schema";
import { textQuestionsOf } from "../texts/rules";
import type { Incomplete, SendRefusal, TakeBackRefusal } from "./schema";

/**
 * Sends a draft: one statement takes it away and writes the response, so that sending twice, even at
 * once, leaves one; a step kept since it was read is read too. Its code becomes the receipt. Refuses `incomplete` with every problem left,
 * `not_open` outside the window (the draft stays), `unknown_draft` for a code that opens nothing. There
 * are no more of them than drafts, whose beginnings are counted (admitStart).
 */
export async function sendResponse(
  actor: Actor,
  { code }: { code: string },
  at: Date = now(),
): Promise<Result<null, SendRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const codeHash = hashOfToken(code);
  for (;;) {
    const sent = await sendAsItStands(codeHash, at);
    if (sent) return sent;
  }
}

/** Null when a step was kept between the reading and the sending: it is to be read again. */
async function sendAsItStands(
  codeHash: string,
  at: Date,
): Promise<Result<null, SendRefusal> | null> {
  const draft = await readDraft(codeHash, at);
  if (!draft) return (await isSent(codeHash)) ? ok(null) : refuse("unknown_draft");
  const { survey, version, stamp, communes, entryMode } = draft;
  const campaign = { ...draft, state: campaignStateAt(draft, at) };
  if (entryStateAt(campaign, entryMode, at) !== "open") return refuse("not_open");
  const asked = await getQuestionnaire(survey, version, stamp);
  const choices = communesToChoose(communes);
  const { answers, problems: found } = readAnswers(asked, answersOf(draft.answers), choices, {
    isSheet: entryMode === "paper",
  });
  const { problems } = standing(found, entryMode, asked);
  if (problems.length > 0) return refuse("incomplete", { problems } satisfies Incomplete);
  const day = storedDay(campaign, entryMode, at);
  const written = await db.$executeRaw(Prisma.sql`
    WITH draft AS (
      DELETE FROM survey_drafts WHERE code_hash = ${codeHash} AND xmin::text = ${draft.draftStamp}
      RETURNING campaign_id, source, entry_mode, locale)
    INSERT INTO survey_responses (campaign_id, version, day, source, entry_mode, locale, answers, receipt_hash)
    SELECT campaign_id, ${version}, ${day}::date, source, entry_mode, locale,
      ${JSON.stringify(answers)}::jsonb, ${codeHash}
    FROM draft ON CONFLICT (receipt_hash) DO NOTHING`);
  return written > 0 ? ok(null) : null;
}

type DraftRow = {
  answers: unknown;
  /** Another once a step was kept. */
  draftStamp: string;
  opensAt: Date;
  closesAt: Date;
  readyAt: Date | null;
  publishedAt: Date | null;
  timeZone: string;
  entryMode: "online" | "paper" | "assisted";
  survey: string;
  version: number;
  stamp: string;
  /** Of the communes its answers name: whether they are of the territory, by INSEE code. */
  communes: Record<string, boolean>;
};

/** All that judging a draft needs, in one statement: its answers, its window, the communes they name. */
async function readDraft(codeHash: string, at: Date): Promise<DraftRow | undefined> {
  const [row] = await db.$queryRaw<DraftRow[]>(Prisma.sql`
    SELECT d.answers, d.xmin::text AS "draftStamp", d.entry_mode AS "entryMode", c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.ready_at AS "readyAt",
      c.published_at AS "publishedAt", c.time_zone AS "timeZone", v.survey, v.version, v.xmin::text AS stamp,
      (SELECT coalesce(jsonb_object_agg(m.insee, m.is_member), '{}') FROM communes m
        WHERE m.insee IN (SELECT said #>> '{}' FROM jsonb_path_query(d.answers, '$.*[*]') said)) AS communes
    FROM survey_drafts d JOIN campaigns c ON c.id = d.campaign_id
    JOIN survey_versions v ON v.survey = c.survey AND v.version = c.version
    WHERE d.code_hash = ${codeHash} AND d.expires_at > ${at}`);
  return row;
}

function communesToChoose(communes: Record<string, boolean>): CommuneChoices {
  const of = (isMember: boolean) =>
    Object.keys(communes).filter((insee) => communes[insee] === isMember);
  return { members: new Set(of(true)), others: new Set([...of(false), ...elsewhere]) };
}

async function isSent(receiptHash: string): Promise<boolean> {
  return (await db.surveyResponse.count({ where: { receiptHash } })) > 0;
}

/**
 * Takes back the answers a receipt code gave, at the wish of whoever gave them: without the code nobody
 * knows whose they are. What no figure counts yet, or none is drawn from any more, is deleted. What a batch counts loses its texts, its code
 * and its number at once, so that nobody reads it any more and nothing leads to it, and is deleted with the
 * next batch that may leave it out (thirty days at most): alone, its absence would say what it was.
 * Refuses `unknown_code`, also for one used before.
 */
export async function takeBackResponse(
  actor: Actor,
  { code }: { code: string },
  at: Date = now(),
): Promise<Result<null, TakeBackRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const receiptHash = hashOfToken(code);
  return inTransaction(async (tx) => {
    const [given] = await tx.$queryRaw<GivenRow[]>(Prisma.sql`
      SELECT r.id, r.batch IS NOT NULL AND r.left_batch IS NULL AS "isCounted", c.time_zone AS "timeZone",
        c.opens_at AS "opensAt", v.questionnaire
      FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
      JOIN survey_versions v ON v.survey = c.survey AND v.version = r.version
      WHERE r.receipt_hash = ${receiptHash} FOR UPDATE OF r`);
    if (!given) return refuse("unknown_code");
    if (!given.isCounted || isForgetting(given.opensAt, at)) {
      await tx.surveyResponse.delete({ where: { receiptHash } });
      return ok(null);
    }
    const texts = textQuestionsOf(questionnaire.parse(given.questionnaire));
    await tx.surveyTextReview.deleteMany({ where: { responseId: given.id } });
    await tx.$executeRaw(Prisma.sql`
      UPDATE survey_responses SET id = gen_random_uuid(), answers = answers - ${texts}::text[],
        receipt_hash = gen_random_uuid()::text, taken_back_on = ${dayOf(at, given.timeZone)}::date
      WHERE receipt_hash = ${receiptHash}`);
    return ok(null);
  });
}

type GivenRow = {
  id: string;
  isCounted: boolean;
  timeZone: string;
  opensAt: Date;
  questionnaire: unknown;
};

/**
 * Deletes what was taken back and still waited for its batch when the campaign began to be forgotten: no
 * batch is made of it any more. Run twice, it does nothing twice. System only.
 */
export async function forgetTakenBack(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const campaigns = await db.campaign.findMany({
    where: { responses: { some: { takenBackOn: { not: null } } } },
    select: { id: true, opensAt: true },
  });
  const over = campaigns.filter(({ opensAt }) => isForgetting(opensAt, at));
  await db.surveyResponse.deleteMany({
    where: { campaignId: { in: over.map(({ id }) => id) }, takenBackOn: { not: null } },
  });
}
