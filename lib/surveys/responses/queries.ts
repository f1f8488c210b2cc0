import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";

/** What a receipt says: the campaign it is for and where it was given from; never the answers. */
export type Receipt = { campaign: Campaign; source: string };

/** The receipt of a code; null when it is none, or its answers were taken back. */
export async function findReceipt(
  actor: Actor,
  code: string,
  at: Date = now(),
): Promise<Receipt | null> {
  if (actor.kind === "system") throw new Forbidden();
  const response = await db.surveyResponse.findUnique({
    where: { receiptHash: hashOfToken(code) },
    select: { source: true, campaign: { select: { slug: true } } },
  });
  if (!response) return null;
  const campaign = await getCampaign(actor, response.campaign.slug, at);
  return { campaign, source: response.source };
}

/**
 * Answers of the last batch of a campaign, rounded down to a ten: none is seen to come in or to be taken
 * back. Null under twenty, and before the first batch.
 */
export async function countGiven(campaignId: string): Promise<number | null> {
  const last = await db.surveyBatch.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: { responses: true },
  });
  return last && last.responses >= 20 ? Math.floor(last.responses / 10) * 10 : null;
}
