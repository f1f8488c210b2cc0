import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { canRunCampaigns } from "../campaigns/policy";
import { questionnaire } from "../questionnaires/schema";
import { differenceOf } from "./rules";
import type { LaterVersion } from "./schema";
import { wordingChanges } from "./wordings/rules";

/**
 * The versions of a campaign's questionnaire that come after its own, the last first, each with the first
 * thing that keeps the campaign from moving to it, or with every word that would be read otherwise. Staff; NotFound for anybody else and for no campaign.
 */
export async function listLaterVersions(actor: Actor, slug: string): Promise<LaterVersion[]> {
  if (!canRunCampaigns(actor)) throw new NotFound();
  const campaign = await db.campaign.findUnique({
    where: { slug },
    select: { survey: true, version: true, questions: { select: { questionnaire: true } } },
  });
  if (!campaign) throw new NotFound();
  const { survey, version } = campaign;
  const later = await db.surveyVersion.findMany({
    where: { survey, version: { gt: version } },
    orderBy: { version: "desc" },
    select: { version: true, revision: true, questionnaire: true },
  });
  if (later.length === 0) return [];
  const before = questionnaire.parse(campaign.questions.questionnaire);
  return later.map(({ version: other, revision, ...stored }) => {
    const after = questionnaire.parse(stored.questionnaire);
    const difference = differenceOf(before, after);
    const changes = difference ? [] : wordingChanges(before, after);
    return { version: other, revision, difference, changes };
  });
}
