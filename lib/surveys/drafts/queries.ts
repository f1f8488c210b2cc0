import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import type { Answers } from "../questionnaires/schema";
import { answersOf } from "./commands";

export type Draft = { campaign: Campaign; answers: Answers; source: string };

/** The draft a code opens, whoever has it; null for a code that opens nothing, or no longer. */
export async function findDraft(
  actor: Actor,
  code: string,
  at: Date = now(),
): Promise<Draft | null> {
  if (actor.kind === "system") throw new Forbidden();
  const draft = await db.surveyDraft.findUnique({
    where: { codeHash: hashOfToken(code), expiresAt: { gt: at } },
    select: { answers: true, source: true, campaign: { select: { slug: true } } },
  });
  if (!draft) return null;
  const campaign = await getCampaign(actor, draft.campaign.slug, at);
  return { campaign, answers: answersOf(draft.answers), source: draft.source };
}
