import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { entryStateAt } from "../entries/rules";
import type { Answers } from "../questionnaires/schema";
import { answersOf } from "./commands";

export type Draft = {
  campaign: Campaign;
  answers: Answers;
  source: string;
  /** By whom: the person, or somebody for them, from a sheet or beside them. */
  entryMode: "online" | "paper" | "assisted";
  /** It may still be sent. */
  isOpen: boolean;
};

/** The draft a code opens, whoever has it; null for a code that opens nothing, or no longer. */
export async function findDraft(
  actor: Actor,
  code: string,
  at: Date = now(),
): Promise<Draft | null> {
  if (actor.kind === "system") throw new Forbidden();
  const draft = await db.surveyDraft.findUnique({
    where: { codeHash: hashOfToken(code), expiresAt: { gt: at } },
    select: { answers: true, source: true, entryMode: true, campaign: { select: { slug: true } } },
  });
  if (!draft) return null;
  const campaign = await getCampaign(actor, draft.campaign.slug, at);
  const { source, entryMode } = draft;
  const isOpen = entryStateAt(campaign, entryMode, at) === "open";
  return { campaign, answers: answersOf(draft.answers), source, entryMode, isOpen };
}
