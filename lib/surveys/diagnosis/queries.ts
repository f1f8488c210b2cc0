import { type Actor, isStaff } from "@/lib/core/actor";
import type { Position } from "@/lib/core/distance";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import type { Campaign } from "../campaigns/schema";
import { publishedCounts } from "../disclosure/rules";
import { smallestGroup } from "../disclosure/schema";
import { answersOf } from "../drafts/commands";
import { choicesOf, equipmentRanking, obstaclesOf, servicesOf } from "./choices/rules";
import { type Desks, desksFor, peakOf, personDays, wishesOf } from "./demand/rules";
import { incomeOf, willingnessOf } from "./prices/rules";
import { type CommuneLine, linesByCommune } from "./publication/rules";
import { arrivalsOf, countsBy, coverageOf, profilesOf } from "./respondents/rules";
import { type Assumptions, assumptions, type Response, roles } from "./schema";
import { travelOf } from "./travel/rules";

type CommuneRow = {
  insee: string;
  name: string;
  population: number | null;
  isMember: boolean;
  nearestBourg: string | null;
} & Position;

/** Everything the diagnosis says of a campaign; null where fewer than five people would be shown. */
export type Diagnosis = ReturnType<typeof diagnosisOf>;

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
      select: { assumptions: true },
    }),
  ]);
  return diagnosisOf(campaign, responses, communes, assumptions.parse(given.assumptions));
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

async function listCommuneRows(): Promise<CommuneRow[]> {
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

function diagnosisOf(
  campaign: Campaign,
  responses: Response[],
  communes: CommuneRow[],
  given: Assumptions,
) {
  const { questionnaire } = campaign;
  const wishes = wishesOf(questionnaire, responses);
  const peak = peakOf(wishes, given);
  const bourgOf = new Map(
    communes.flatMap(({ insee, nearestBourg }) => (nearestBourg ? [[insee, nearestBourg]] : [])),
  );
  const positions = new Map(communes.map((commune) => [commune.insee, commune]));
  return {
    campaign,
    assumptions: given,
    base: responses.length,
    isEnough: responses.length >= smallestGroup,
    names: new Map(communes.map(({ insee, name }) => [insee, name])),
    ...respondentFigures(campaign, responses, communes),
    wishes: wishes.length,
    personDays: personDays(wishes),
    peak,
    demand: demandLines(wishes, bourgOf),
    desks: deskLines(wishes, bourgOf, peak.peakToMean, given),
    equipment: equipmentRanking(questionnaire, responses),
    services: servicesOf(questionnaire, responses),
    obstacles: obstaclesOf(responses),
    contributions: choicesOf(responses, roles.contribution),
    prices: willingnessOf(responses),
    income: incomeOf(questionnaire, responses, given),
    travel: travelOf(questionnaire, responses, positions, given),
    arrivals: arrivalsOf(responses),
  };
}

function respondentFigures(campaign: Campaign, responses: Response[], communes: CommuneRow[]) {
  const { byProfile, priorityShare } = profilesOf(campaign.questionnaire, responses);
  const members = communes.filter(({ isMember }) => isMember);
  return {
    profiles: publishedCounts(byProfile, smallestGroup),
    priorityShare,
    sources: publishedCounts(countsBy(responses, "source"), smallestGroup),
    entryModes: publishedCounts(countsBy(responses, "entryMode"), smallestGroup),
    // Where to push: whether a commune has answered at all is told, how many only from five on.
    coverage: coverageOf(responses, members).map(({ respondents, perThousand, ...line }) => ({
      ...line,
      hasAnswers: respondents > 0,
      respondents: respondents >= smallestGroup ? respondents : null,
      perThousand: respondents >= smallestGroup ? perThousand : null,
    })),
  };
}

type Wishes = ReturnType<typeof wishesOf>;

/** Weighted person-days a month by commune wished. */
function demandLines(wishes: Wishes, bourgOf: ReadonlyMap<string, string>): CommuneLine[] {
  const entries = wishes.flatMap(({ communes, weightedDays }) =>
    communes.map((commune) => ({ commune, value: weightedDays / communes.length })),
  );
  return linesByCommune(entries, bourgOf, smallestGroup);
}

/** Desks to plan around each bourg, where enough respondents wish it. */
function deskLines(
  wishes: Wishes,
  bourgOf: ReadonlyMap<string, string>,
  peakToMean: number,
  given: Assumptions,
): (CommuneLine & { desks: Desks })[] {
  const entries = wishes
    .filter(({ wantsNoDesk }) => !wantsNoDesk)
    .flatMap(({ communes, weightedDays }) =>
      communes.map((commune) => ({
        commune: bourgOf.get(commune) ?? commune,
        value: weightedDays / communes.length,
      })),
    );
  return linesByCommune(entries, new Map(), smallestGroup).map((line) => ({
    ...line,
    desks: desksFor(line.value, peakToMean, given),
  }));
}
