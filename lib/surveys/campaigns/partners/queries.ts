import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { findComingCampaign, findCurrentCampaign, partnersIn } from "../queries";
import type { Partner } from "../schema";

/**
 * The sites inside whose pages the survey may stand: those of the campaign whose answers a code opens, or
 * whose receipt it is, whichever is asked now; without such a code, those of the campaign that is or was
 * asked last and of the next. For the frame alone: it says nothing of the answers.
 */
export async function listFramePartners(code: string | null, at: Date = now()): Promise<Partner[]> {
  const own = code === null ? null : await partnersOfCode(code);
  if (own) return own;
  const campaigns = [await findCurrentCampaign(at), await findComingCampaign(at)];
  const partners = campaigns.flatMap((campaign) => campaign?.partners ?? []);
  const byOrigin = new Map(
    partners.map((partner) => [`${partner.code} ${partner.origin}`, partner]),
  );
  return [...byOrigin.values()];
}

async function partnersOfCode(code: string): Promise<Partner[] | null> {
  const hash = hashOfToken(code);
  const [row] = await db.$queryRaw<{ partners: unknown }[]>(Prisma.sql`
    SELECT c.partners FROM campaigns c WHERE c.id IN (
      SELECT campaign_id FROM survey_drafts WHERE code_hash = ${hash}
      UNION ALL SELECT campaign_id FROM survey_responses WHERE receipt_hash = ${hash})`);
  return row ? partnersIn(row.partners) : null;
}
