import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { canRunCampaigns } from "../campaigns/policy";
import { textsIn } from "../campaigns/queries";
import { campaignStateAt } from "../campaigns/rules";
import { adviceOf } from "../checks/advice/rules";
import { faultsOf } from "../checks/rules";
import { walksOf } from "../checks/walks/rules";
import { minutesToAnswer } from "../questionnaires/rules";
import { type Question, questionnaire } from "../questionnaires/schema";
import { editKinds, type VersionAddress, type VersionLine, type VersionView } from "./schema";

const mostHistory = 40;

/** Every version of every questionnaire, the last first. Staff; NotFound for anybody else. */
export async function listVersions(actor: Actor): Promise<VersionLine[]> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  return db.$queryRaw<VersionLine[]>(Prisma.sql`
    SELECT v.survey, v.version, v.questionnaire -> 'title' AS title,
      ${isKept} AS "isKept", ${responses} AS responses
    FROM survey_versions v ORDER BY v.survey, v.version DESC`);
}

/** Versions of one questionnaire with whether they are kept, the last first. */
export async function versionsOf(client: Tx, survey: string) {
  return client.$queryRaw<{ version: number; isKept: boolean; responses: number }[]>(Prisma.sql`
    SELECT v.version, ${isKept} AS "isKept", ${responses} AS responses
    FROM survey_versions v WHERE v.survey = ${survey} ORDER BY v.version DESC`);
}

/** Somebody may be asked it, is answering it or has: what it means no longer changes. */
const isKept = Prisma.sql`(EXISTS (
  SELECT FROM campaigns c WHERE c.survey = v.survey AND c.version = v.version
    AND (c.ready_at IS NOT NULL
      OR EXISTS (SELECT FROM survey_responses r WHERE r.campaign_id = c.id)
      OR EXISTS (SELECT FROM survey_drafts d WHERE d.campaign_id = c.id)))
  OR EXISTS (
    SELECT FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
    WHERE c.survey = v.survey AND r.version = v.version))`;

/** Of the last batch of each campaign: no answer is seen to come, nor one that no batch counts to go. */
const responses = Prisma.sql`(
  SELECT count(*)::int FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
  WHERE c.survey = v.survey AND r.version = v.version
    AND r.batch IS NOT NULL AND r.left_batch IS NULL)`;

/**
 * One version with its questions, what the checker says of them and what was edited. Staff; NotFound for
 * anybody else and for none.
 */
export async function getVersion(
  actor: Actor,
  { survey, version }: VersionAddress,
  at: Date = now(),
): Promise<VersionView> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const key = { survey, version };
  const [row, others, campaigns, history] = await Promise.all([
    db.surveyVersion.findUnique({ where: { survey_version: key } }),
    versionsOf(db, survey),
    db.campaign.findMany({
      where: key,
      select: {
        ...{ slug: true, timeZone: true, texts: true },
        ...{ opensAt: true, closesAt: true, readyAt: true, publishedAt: true },
      },
      orderBy: { opensAt: "desc" },
    }),
    db.surveyEdit.findMany({
      where: key,
      select: { revision: true, kind: true, editedAt: true },
      orderBy: { revision: "desc" },
      take: mostHistory,
    }),
  ]);
  const own = others.find((each) => each.version === version);
  if (!row || !own) throw new NotFound();
  const asked = { ...questionnaire.parse(row.questionnaire), version };
  const { shortest, longest } = walksOf(asked);
  return {
    ...{ survey, version, revision: row.revision, questionnaire: asked },
    ...{ isKept: own.isKept, responses: own.responses, others },
    history: history.flatMap(({ kind, ...line }) => {
      const known = editKinds.find((each) => each === kind);
      return known ? [{ ...line, kind: known }] : [];
    }),
    campaigns: campaigns.map(({ readyAt, publishedAt, ...campaign }) => ({
      ...campaign,
      texts: textsIn(campaign.texts),
      state: campaignStateAt({ ...campaign, readyAt, publishedAt }, at),
    })),
    faults: faultsOf(asked),
    advice: adviceOf(asked, longest),
    shortest: lengthOf(shortest),
    longest: lengthOf(longest),
  };
}

function lengthOf(questions: Question[]) {
  return { questions: questions.length, minutes: minutesToAnswer(questions) };
}
