import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { campaignStateAt } from "../campaigns/rules";
import type { CampaignState } from "../campaigns/schema";
import { tellResults } from "../contacts/tellings/commands";
import { assumptions, type Response } from "../diagnosis/schema";
import { answersOf } from "../drafts/commands";
import { lastDaysOf } from "../entries/rules";
import { figuresOf } from "../figures/rules";
import { type Figures, figures } from "../figures/schema";
import { questionnaire } from "../questionnaires/schema";
import { counted } from "./queries";
import { type Cut, isForgetting, nextCut, nextFigures, type Pending } from "./rules";
import { takesIn, waveOf } from "./waves/rules";

/**
 * Counts the answers that wait and lets go those taken back, a campaign after the other, where `nextCut`
 * says so: the only thing that changes a figure. What was published before is never counted anew. Run
 * twice, it does nothing twice. System only.
 */
export async function countBatches(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const campaigns = await db.campaign.findMany({
    where: { readyAt: { lte: at }, opensAt: { lte: at } },
    select: { id: true, opensAt: true },
    orderBy: { opensAt: "asc" },
  });
  for (const { id } of campaigns.filter(({ opensAt }) => !isForgetting(opensAt, at))) {
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
  const earlier = batches
    .filter((batch) => batch.figures !== null)
    .map((batch) => figures.parse(batch.figures))
    .reverse();
  const today = dayOf(at, campaign.timeZone);
  const known = last ? { day: dayFromColumn(last.day), responses: last.responses } : null;
  const { isPublication, isOver, isAtOnce } = momentOf({ ...campaign, state }, today, last);
  const taken = lastTaken(batches);
  const cut = nextCut(known, await pendingOf(tx, campaignId, taken), today, isAtOnce);
  const number = (last?.number ?? 0) + 1;
  if (cut) await makeCut(tx, { campaignId, number, cut, taken });
  const isTakingIn = await isTakingAnswersIn(tx, { ...campaign, isOver }, taken, at);
  if (!cut && !isPublication && !isTakingIn) return;
  const waves = waveOf([...batches, { number, takesIn: isTakingIn }]);
  const told = await figuresToTell(tx, { campaignId, number, state, earlier, waves });
  if (!cut && !told && !isTakingIn) return;
  const responses = await tx.surveyResponse.count({ where: { campaignId, ...counted } });
  await tx.surveyBatch.create({
    data: {
      ...{ campaignId, number, day: dateColumn(today), responses, takesIn: isTakingIn },
      figures: told ?? Prisma.DbNull,
    },
  });
  if (isPublication && told) await tellResults(tx, campaignId, today);
}

/** Whether results are published now, nothing may come any more, and whoever waits is counted without the week. */
function momentOf(
  campaign: Parameters<typeof lastDaysOf>[0],
  today: Day,
  last: { figures: unknown } | undefined,
) {
  const isPublished = campaign.state === "published";
  const isPastSheets = campaign.state === "closed" && today > lastDaysOf(campaign).sheets;
  // Published, or published again after it was reopened.
  const isPublication = isPublished && !last?.figures;
  return {
    isPublication,
    isOver: isPublished || isPastSheets,
    isAtOnce: isPublication || isPastSheets,
  };
}

/** The last batch that took answers into the sums; 0 before the first. */
function lastTaken(batches: readonly { number: number; takesIn: boolean }[]): number {
  return Math.max(0, ...batches.filter((each) => each.takesIn).map(({ number }) => number));
}

type Stand = { id: string; opensAt: Date; closesAt: Date; isOver: boolean };

/** Whether this batch is a version of the sums (`takesIn`), kept with it: what it rests on may change later. */
async function isTakingAnswersIn(
  tx: Tx,
  campaign: Stand,
  taken: number,
  at: Date,
): Promise<boolean> {
  const { id: campaignId, opensAt, closesAt, isOver } = campaign;
  const all = await tx.surveyResponse.count({ where: { campaignId, ...counted } });
  const summed = await tx.surveyResponse.count({
    where: { campaignId, ...counted, batch: { lte: taken } },
  });
  return takesIn({
    summed,
    waiting: all - summed,
    elapsed: (at.getTime() - opensAt.getTime()) / (closesAt.getTime() - opensAt.getTime()),
    isOver,
  });
}

type PendingRow = Omit<Pending, "takenBackSince" | "summed"> & {
  since: Date | null;
  summed: number;
  takenBackOfSums: number;
};

async function pendingOf(tx: Tx, campaignId: string, taken: number): Promise<Pending> {
  const [row] = await tx.$queryRaw<PendingRow[]>(
    Prisma.sql`
    SELECT count(*) FILTER (WHERE batch IS NULL AND held IS NOT TRUE)::int AS waiting,
      count(*) FILTER (WHERE batch IS NOT NULL AND left_batch IS NULL)::int AS counted,
      count(taken_back_on)::int AS "takenBack", min(taken_back_on) AS since,
      count(*) FILTER (WHERE batch <= ${taken} AND left_batch IS NULL)::int AS summed,
      count(taken_back_on) FILTER (WHERE batch <= ${taken})::int AS "takenBackOfSums"
    FROM survey_responses WHERE campaign_id = ${campaignId}::uuid`,
  );
  const { waiting = 0, counted: all = 0, takenBack = 0, since = null } = row ?? {};
  const summed = { counted: row?.summed ?? 0, takenBack: row?.takenBackOfSums ?? 0 };
  const takenBackSince = since && dayFromColumn(since);
  return { waiting, counted: all, takenBack, summed, takenBackSince };
}

type ToCut = { campaignId: string; number: number; cut: Cut; taken: number };

async function makeCut(tx: Tx, { campaignId, number, cut, taken }: ToCut): Promise<void> {
  if (cut.isLeaving) {
    await tx.surveyResponse.deleteMany({ where: { campaignId, takenBackOn: { not: null } } });
    for (const [among, count] of [
      [Prisma.sql`batch <= ${taken}`, cut.setAside.ofSums],
      [Prisma.sql`batch > ${taken}`, cut.setAside.since],
    ] as const) {
      await tx.$executeRaw(Prisma.sql`
        UPDATE survey_responses SET left_batch = ${number} WHERE id IN (
          SELECT id FROM survey_responses
          WHERE campaign_id = ${campaignId}::uuid AND ${among} AND left_batch IS NULL
          ORDER BY random() LIMIT ${count})`);
    }
  }
  if (!cut.isGrowing) return;
  await tx.surveyResponse.updateMany({
    // `not: true` would leave out those of which nobody has said anything.
    where: { campaignId, batch: null, OR: [{ held: null }, { held: false }] },
    data: { batch: number },
  });
}

type Asked = {
  campaignId: string;
  number: number;
  state: CampaignState;
  /** Everything published before, the last one last. */
  earlier: readonly Figures[];
  waves: ReturnType<typeof waveOf>;
};

/** Nothing but the count while a campaign is not published; then what may follow what was told. */
async function figuresToTell(
  tx: Tx,
  { campaignId, number, state, earlier, waves }: Asked,
): Promise<Figures | null> {
  if (state !== "published") return null;
  const campaign = await tx.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { assumptions: true, questions: { select: { questionnaire: true } } },
  });
  const rows = await tx.surveyResponse.findMany({
    where: { campaignId, ...counted },
    select: { day: true, source: true, entryMode: true, locale: true, batch: true, answers: true },
  });
  const communes = await tx.commune.findMany({
    where: { isMember: true },
    select: { insee: true, population: true, nearestBourg: true },
  });
  const after = figuresOf({
    questionnaire: questionnaire.parse(campaign.questions.questionnaire),
    responses: rows.map((row) => ({ ...responseOf(row), wave: waves(row.batch) })),
    communes,
    assumptions: assumptions.parse(campaign.assumptions),
    batch: number,
  });
  return after && nextFigures(earlier, after);
}

type Row = Omit<Response, "day" | "answers" | "batch"> & {
  day: Date;
  batch: number | null;
  answers: unknown;
};

function responseOf({ day, batch, answers, ...row }: Row): Response {
  return { ...row, batch: batch ?? 0, day: dayFromColumn(day), answers: answersOf(answers) };
}
