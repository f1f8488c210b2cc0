import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { campaignStateAt } from "../campaigns/rules";
import type { CampaignState } from "../campaigns/schema";
import { tellResults } from "../contacts/tellings/commands";
import { assumptions, type Response } from "../diagnosis/schema";
import { answersOf } from "../drafts/commands";
import { figuresOf } from "../figures/rules";
import { type Figures, figures } from "../figures/schema";
import { questionnaire } from "../questionnaires/schema";
import { isBatchDue, nextFigures } from "./rules";

/**
 * Counts the answers that wait, a campaign after the other, where it is time: week by week while it is
 * open, at once when it is published. What was published before is never counted anew. Run twice, it does
 * nothing twice. System only.
 */
export async function countBatches(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const campaigns = await db.campaign.findMany({
    where: { readyAt: { lte: at }, opensAt: { lte: at } },
    select: { id: true },
    orderBy: { opensAt: "asc" },
  });
  for (const { id } of campaigns) {
    await inTransaction(async (tx) => {
      await countBatch(tx, id, at);
      return ok(null);
    }, 60_000);
  }
}

async function countBatch(tx: Tx, campaignId: string, at: Date): Promise<void> {
  // Two who count at once would each make a batch of the same answers.
  await tx.$queryRaw(Prisma.sql`SELECT FROM campaigns WHERE id = ${campaignId}::uuid FOR UPDATE`);
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const state = campaignStateAt(campaign, at);
  const batches = await tx.surveyBatch.findMany({
    where: { campaignId },
    orderBy: { number: "desc" },
  });
  const [last] = batches;
  const published = batches.find((batch) => batch.figures !== null);
  const total = await tx.surveyResponse.count({ where: { campaignId } });
  const waiting = await tx.surveyResponse.count({ where: { campaignId, batch: null } });
  const today = dayOf(at, campaign.timeZone);
  const known = last ? { day: dayFromColumn(last.day), responses: last.responses } : null;
  // Published, or published again after it was reopened: at once, whatever waits.
  const isPublication = state === "published" && !last?.figures;
  if (!isPublication && !isBatchDue(known, { waiting, total }, today)) return;
  const number = (last?.number ?? 0) + 1;
  const before = published ? figures.parse(published.figures) : null;
  const told = await figuresToTell(tx, { campaignId, number, state, before });
  if (isPublication && !told) return;
  await tx.surveyResponse.updateMany({
    where: { campaignId, batch: null },
    data: { batch: number },
  });
  await tx.surveyBatch.create({
    data: {
      ...{ campaignId, number, day: dateColumn(today), responses: total },
      figures: told ?? Prisma.DbNull,
    },
  });
  if (isPublication) await tellResults(tx, campaignId, today);
}

type Asked = {
  campaignId: string;
  number: number;
  state: CampaignState;
  before: Figures | null;
};

/** Nothing but the count while a campaign is not published; then what may follow what was told. */
async function figuresToTell(
  tx: Tx,
  { campaignId, number, state, before }: Asked,
): Promise<Figures | null> {
  if (state !== "published") return null;
  const campaign = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { assumptions: true, questions: { select: { questionnaire: true } } },
  });
  const rows = await tx.surveyResponse.findMany({
    where: { campaignId },
    select: { day: true, source: true, entryMode: true, locale: true, answers: true },
  });
  const communes = await tx.commune.findMany({
    where: { isMember: true },
    select: { insee: true, nearestBourg: true },
  });
  const after = figuresOf({
    questionnaire: questionnaire.parse(campaign.questions.questionnaire),
    responses: rows.map(responseOf),
    bourgOf: new Map(communes.map(({ insee, nearestBourg }) => [insee, nearestBourg ?? insee])),
    assumptions: assumptions.parse(campaign.assumptions),
    batch: number,
  });
  return after && nextFigures(before, after);
}

type Row = Omit<Response, "day" | "answers"> & { day: Date; answers: unknown };

function responseOf({ day, answers, ...row }: Row): Response {
  return { ...row, day: dayFromColumn(day), answers: answersOf(answers) };
}
