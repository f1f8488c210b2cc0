import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { answersOf } from "../drafts/commands";
import { type Commune, type Figures, figuresOf } from "./figures/rules";
import { type AssumedOn, type Assumptions, assumedOn, assumptions, type Response } from "./schema";

/** Everything the diagnosis says of a campaign, and what it supposes. */
export type Diagnosis = Figures & {
  campaign: Campaign;
  assumptions: Assumptions;
  assumedOn: AssumedOn;
};

/** The figures of a campaign with what they suppose. Staff and admins; NotFound for anybody else. */
export async function getDiagnosis(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<Diagnosis> {
  if (!isStaff(actor)) throw new NotFound();
  const campaign = await getCampaign(actor, slug, at);
  const [responses, communes, given] = await Promise.all([
    listResponses(campaign.id),
    listCommuneRows(),
    readDb.campaign.findUniqueOrThrow({
      where: { id: campaign.id },
      select: { assumptions: true, assumedOn: true },
    }),
  ]);
  const supposed = assumptions.parse(given.assumptions);
  const figures = figuresOf(campaign.questionnaire, responses, communes, supposed);
  return {
    ...figures,
    campaign,
    assumptions: supposed,
    assumedOn: assumedOn.parse(given.assumedOn),
  };
}

async function listResponses(campaignId: string): Promise<Response[]> {
  const rows = await readDb.surveyResponse.findMany({
    where: { campaignId },
    select: { day: true, source: true, entryMode: true, locale: true, answers: true },
  });
  return rows.map(({ day, answers, ...row }) => ({
    ...row,
    day: day.toISOString().slice(0, 10),
    answers: answersOf(answers),
  }));
}

async function listCommuneRows(): Promise<Commune[]> {
  return readDb.commune.findMany({
    select: {
      insee: true,
      name: true,
      population: true,
      isMember: true,
      nearestBourg: true,
      latitude: true,
      longitude: true,
    },
  });
}
