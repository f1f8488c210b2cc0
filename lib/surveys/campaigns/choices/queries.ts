import { anonymous } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { campaignSlug } from "../changes/schema";
import { findCurrentCampaign, getCampaign } from "../queries";
import type { Campaign } from "../schema";

/**
 * The campaign an address names, ready at least once and no draft now; the current one where it names none
 * that is. Null without any. Says nothing that the public may not know.
 */
export async function findChosenCampaign(
  named: unknown,
  at: Date = now(),
): Promise<Campaign | null> {
  const slug = campaignSlug.safeParse(named);
  if (!slug.success) return findCurrentCampaign(at);
  const where = { slug: slug.data, readyAt: { not: null } };
  const isThere = (await db.campaign.count({ where })) > 0;
  return isThere ? getCampaign(anonymous, slug.data, at) : findCurrentCampaign(at);
}
