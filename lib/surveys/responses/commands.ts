import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { listCommuneChoices } from "../answers/queries";
import { readAnswers } from "../answers/rules";
import { getCampaign } from "../campaigns/queries";
import { answersOf } from "../drafts/commands";
import { entryStateAt, standing, storedDay } from "../entries/rules";
import type { Incomplete, SendRefusal, TakeBackRefusal } from "./schema";

/** Responses a network may send in an hour: as many as it may begin, and a few tries again. */
const sendsPerNetwork = { name: "survey-send", times: 90, seconds: 3_600 };

/**
 * Sends a draft: one statement takes it away and writes the response, so that sending twice, even at
 * once, leaves one. Its code becomes the receipt. Refuses `incomplete` with every problem left,
 * `not_open` outside the window (the draft stays), `unknown_draft` for a code that opens nothing,
 * `too_many` from one network when told which (counted by a hash salted with the day; the draft stays).
 */
export async function sendResponse(
  actor: Actor,
  { code, network }: { code: string; network?: string },
  at: Date = now(),
): Promise<Result<null, SendRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const codeHash = hashOfToken(code);
  if (network !== undefined && (await sendsTooMany(network, at))) return refuse("too_many");
  const draft = await db.surveyDraft.findUnique({
    where: { codeHash, expiresAt: { gt: at } },
    select: { answers: true, entryMode: true, campaign: { select: { slug: true } } },
  });
  if (!draft) return (await isSent(codeHash)) ? ok(null) : refuse("unknown_draft");
  const campaign = await getCampaign(actor, draft.campaign.slug, at);
  const { entryMode } = draft;
  if (entryStateAt(campaign, entryMode, at) !== "open") return refuse("not_open");
  const communes = await listCommuneChoices();
  const { questionnaire } = campaign;
  const { answers, problems: found } = readAnswers(
    questionnaire,
    answersOf(draft.answers),
    communes,
  );
  const { problems } = standing(found, entryMode, questionnaire);
  if (problems.length > 0) return refuse("incomplete", { problems } satisfies Incomplete);
  const day = storedDay(campaign, entryMode, at);
  await db.$executeRaw(Prisma.sql`
    WITH draft AS (
      DELETE FROM survey_drafts WHERE code_hash = ${codeHash}
      RETURNING campaign_id, source, entry_mode, locale)
    INSERT INTO survey_responses (campaign_id, version, day, source, entry_mode, locale, answers, receipt_hash)
    SELECT campaign_id, ${questionnaire.version}, ${day}::date, source, entry_mode, locale,
      ${JSON.stringify(answers)}::jsonb, ${codeHash}
    FROM draft ON CONFLICT (receipt_hash) DO NOTHING`);
  return ok(null);
}

async function sendsTooMany(network: string, at: Date): Promise<boolean> {
  const key = `${at.toISOString().slice(0, 10)} ${network}`;
  return (await secondsToWait(sendsPerNetwork, key)) !== null;
}

async function isSent(receiptHash: string): Promise<boolean> {
  return (await db.surveyResponse.count({ where: { receiptHash } })) > 0;
}

/**
 * Deletes the answers a receipt code gave, at the wish of whoever gave them: without the code nobody
 * knows whose they are. Refuses `unknown_code`, also for one used before.
 */
export async function takeBackResponse(
  actor: Actor,
  { code }: { code: string },
): Promise<Result<null, TakeBackRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  const { count } = await db.surveyResponse.deleteMany({
    where: { receiptHash: hashOfToken(code) },
  });
  return count > 0 ? ok(null) : refuse("unknown_code");
}
