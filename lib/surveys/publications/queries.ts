import { anonymous } from "@/lib/core/actor";
import { type Day, dayFromColumn, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { type Figures, figures } from "../figures/schema";

/**
 * The responses every figure is made of, staff's and the public's: those of the batches made so far, which
 * `countBatches` alone changes. Those taken back since are among them, those who left with others are not.
 */
export const counted = { batch: { not: null }, leftBatch: null };

/** What everybody may read of a campaign: the figures of its last batch, never its answers. */
export type Results = {
  campaign: Campaign;
  figures: Figures;
  /** Local day of the campaign on which they were counted. */
  day: Day;
  /** Names of the communes by INSEE code. */
  names: ReadonlyMap<string, string>;
};

/** The results of the last campaign published; null before the first. For everybody. */
export async function findResults(at: Date = now()): Promise<Results | null> {
  const batch = await db.surveyBatch.findFirst({
    where: { figures: { not: Prisma.DbNull }, campaign: { publishedAt: { lte: at } } },
    orderBy: [{ campaign: { closesAt: "desc" } }, { number: "desc" }],
    select: { day: true, figures: true, campaign: { select: { slug: true } } },
  });
  if (!batch) return null;
  const [campaign, communes] = await Promise.all([
    getCampaign(anonymous, batch.campaign.slug, at),
    db.commune.findMany({ select: { insee: true, name: true } }),
  ]);
  if (campaign.state !== "published") return null;
  return {
    campaign,
    figures: figures.parse(batch.figures),
    day: dayFromColumn(batch.day),
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
  };
}

/** Whether there are results to read, for whoever links to them. */
export async function hasResults(at: Date = now()): Promise<boolean> {
  const where = {
    figures: { not: Prisma.DbNull },
    campaign: { publishedAt: { lte: at }, closesAt: { lte: at }, readyAt: { lte: at } },
  };
  return (await db.surveyBatch.count({ where })) > 0;
}

/** The day on which results are said to come: null when it is not known yet, or they are there. */
export async function findPublicationDay(at: Date = now()): Promise<Day | null> {
  const planned = await db.campaign.findFirst({
    where: { readyAt: { not: null }, publishedAt: { gt: at } },
    orderBy: { publishedAt: "asc" },
    select: { publishedAt: true, timeZone: true },
  });
  return planned?.publishedAt ? dayOf(planned.publishedAt, planned.timeZone) : null;
}
