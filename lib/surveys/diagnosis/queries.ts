import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { answersOf } from "../drafts/commands";
import { counted } from "../publications/queries";
import { isForgetting } from "../publications/rules";
import { waveOf } from "../publications/waves/rules";
import { listSources } from "../sources/queries";
import type { SurveySource } from "../sources/schema";
import { listPublishedTexts } from "../texts/queries";
import { type Commune, type Figures, figuresOf } from "./figures/rules";
import {
  type AssumedOn,
  type Assumptions,
  assumedOn,
  assumptions,
  type Response,
  roles,
} from "./schema";

/** Everything the diagnosis says of a campaign, and what it supposes. */
export type Diagnosis = Figures & {
  campaign: Campaign;
  assumptions: Assumptions;
  assumedOn: AssumedOn;
  /** Whether answers are being forgotten, so that no figure is drawn of those left. */
  isForgotten: boolean;
  /** Every source there is now, to name where answers come from. */
  knownSources: SurveySource[];
  /** What people could share, in their words, of what was published after somebody read it. */
  skills: string[];
};

/** The figures of a campaign with what they suppose. Staff and admins; NotFound for anybody else. */
export async function getDiagnosis(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<Diagnosis> {
  if (!isStaff(actor)) throw new NotFound();
  const campaign = await getCampaign(actor, slug, at);
  const [responses, communes, { supposed, dated }, knownSources, texts] = await Promise.all([
    listResponses(campaign, at),
    listCommunes(),
    readAssumptions(campaign.id),
    listSources(campaign.partners),
    listPublishedTexts(campaign),
  ]);
  const figures = figuresOf(campaign.questionnaire, responses, communes, supposed);
  const skills = texts.flatMap(({ question, text }) => (question === roles.skill ? text : []));
  const isForgotten = isForgetting(campaign.opensAt, at);
  const said = { campaign, isForgotten, knownSources, skills };
  return { ...figures, ...said, assumptions: supposed, assumedOn: dated };
}

/** What the diagnosis of a campaign supposes, and since when; for queries that decided who may. */
export async function readAssumptions(
  campaignId: string,
): Promise<{ supposed: Assumptions; dated: AssumedOn }> {
  const given = await readDb.campaign.findUniqueOrThrow({
    where: { id: campaignId },
    select: { assumptions: true, assumedOn: true },
  });
  return {
    supposed: assumptions.parse(given.assumptions),
    dated: assumedOn.parse(given.assumedOn),
  };
}

/**
 * Counted responses, as rules read them: not to be shown but through figures, and those of batches only; none once
 * some may have been forgotten.
 * For queries that decided who may.
 */
export async function listResponses(
  campaign: { id: string; opensAt: Date },
  at: Date,
): Promise<Response[]> {
  if (isForgetting(campaign.opensAt, at)) return [];
  // Batches first: whoever one made since lets in waits, where a wave without them would be one nobody was told.
  const batches = await readDb.surveyBatch.findMany({
    where: { campaignId: campaign.id },
    select: { number: true, takesIn: true },
  });
  const rows = await readDb.surveyResponse.findMany({
    where: { campaignId: campaign.id, ...counted },
    select: {
      ...{ day: true, source: true, entryMode: true, locale: true, batch: true, answers: true },
    },
  });
  const waves = waveOf(batches);
  return rows.map(({ day, answers, batch, ...row }) => ({
    ...row,
    batch: batch ?? 0,
    wave: waves(batch),
    day: day.toISOString().slice(0, 10),
    answers: answersOf(answers),
  }));
}

/** Communes of reference, with what groups and places them. */
export async function listCommunes(): Promise<Commune[]> {
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
