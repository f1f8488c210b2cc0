import { anonymous } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { campaignSlug } from "../campaigns/changes/schema";
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

/** Whose figures everybody may read: of a campaign that is over and published, whichever is asked since. */
const published = (at: Date) => ({
  figures: { not: Prisma.DbNull },
  campaign: { publishedAt: { lte: at }, closesAt: { lte: at }, readyAt: { lte: at } },
});

/**
 * The results of the campaign named, without a name of the last published; null before the first, and for
 * a name whose results nobody may read. For everybody.
 */
export async function findResults(named: string | null, at: Date = now()): Promise<Results | null> {
  if (named !== null && !campaignSlug.safeParse(named).success) return null;
  const { campaign: over, figures: told } = published(at);
  const batch = await db.surveyBatch.findFirst({
    where: { figures: told, campaign: named === null ? over : { ...over, slug: named } },
    orderBy: [{ campaign: { closesAt: "desc" } }, { number: "desc" }],
    select: { day: true, figures: true, campaign: { select: { slug: true } } },
  });
  if (!batch) return null;
  const [campaign, communes] = await Promise.all([
    getCampaign(anonymous, batch.campaign.slug, at),
    db.commune.findMany({ select: { insee: true, name: true } }),
  ]);
  return {
    campaign,
    figures: figures.parse(batch.figures),
    day: dayFromColumn(batch.day),
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
  };
}

/** Whether there are results to read, for whoever links to them. */
export async function hasResults(at: Date = now()): Promise<boolean> {
  return (await db.surveyBatch.count({ where: published(at) })) > 0;
}

/** A campaign whose results are read, by its name in addresses. */
export type PublishedCampaign = { slug: string; opensAt: Date; timeZone: string };

/** Every campaign whose results may be read, the last first. For everybody. */
export async function listPublished(at: Date = now()): Promise<PublishedCampaign[]> {
  const { campaign, figures: told } = published(at);
  return db.campaign.findMany({
    where: { ...campaign, batches: { some: { figures: told } } },
    orderBy: { closesAt: "desc" },
    select: { slug: true, opensAt: true, timeZone: true },
  });
}
