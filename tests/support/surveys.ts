import { randomUUID } from "node:crypto";
import { db, type Prisma } from "@/lib/infra/db";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { surveyOfTheValley } from "./questionnaires";

/** During the campaign that `aCampaign` makes. */
export const whileOpen = new Date("2026-07-01T09:00:00Z");

type Options = Partial<Prisma.CampaignUncheckedCreateInput> & { questionnaire?: Questionnaire };

/** A campaign of its own, ready, open from mid-June to the end of 15 September 2026 in France. */
export async function aCampaign({
  questionnaire = surveyOfTheValley(),
  ...overrides
}: Options = {}) {
  const survey = `survey-${randomUUID().slice(0, 8)}`;
  await db.surveyVersion.create({
    data: { survey, version: 1, questionnaire: JSON.parse(JSON.stringify(questionnaire)) },
  });
  return db.campaign.create({
    data: {
      slug: survey,
      survey,
      version: 1,
      opensAt: new Date("2026-06-14T22:00:00Z"),
      closesAt: new Date("2026-09-15T22:00:00Z"),
      contactEmail: "contact@essai.test",
      readyAt: new Date("2026-06-01T08:00:00Z"),
      ...overrides,
    },
  });
}

/** Responses with these answers, all of one day, counted in a batch of which the sums are made. */
export async function answered(
  campaignId: string,
  responses: Record<string, string | number | string[]>[],
): Promise<void> {
  await db.surveyBatch.upsert({
    where: { campaignId_number: { campaignId, number: 1 } },
    create: {
      ...{ campaignId, number: 1, day: new Date("2026-07-01"), takesIn: true },
      responses: responses.length,
    },
    update: { responses: { increment: responses.length } },
  });
  await db.surveyResponse.createMany({
    data: responses.map((answers) => ({
      campaignId,
      version: 1,
      day: new Date("2026-07-01"),
      source: "site",
      entryMode: "online" as const,
      locale: "fr",
      answers,
      batch: 1,
      receiptHash: randomUUID(),
    })),
  });
}
