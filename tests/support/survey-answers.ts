import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/core/actor";
import { db, type Prisma } from "@/lib/infra/db";

/** A response to a campaign, of the first of July. */
export async function aStoredResponse(campaignId: string, answers: Prisma.InputJsonValue = {}) {
  return db.surveyResponse.create({
    data: {
      ...{ campaignId, version: 1, day: new Date("2026-07-01"), source: "site", locale: "fr" },
      ...{ entryMode: "online", answers, receiptHash: randomUUID() },
    },
  });
}

/** Lets somebody read the answers of a campaign until that day. */
export async function aReading(
  campaignId: string,
  { personId }: PersonActor,
  endsOn = "2026-12-31",
) {
  return db.surveyReader.create({
    data: { campaignId, personId, reason: "Dépouillement", endsOn: new Date(endsOn) },
  });
}

/** So many answers of one day, sent by whoever gave them and counted in no batch. */
export async function answersOn(campaignId: string, day: string, count: number): Promise<void> {
  await db.surveyResponse.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ campaignId, version: 1, day: new Date(day), source: "site", locale: "fr" },
      ...{
        entryMode: "online" as const,
        answers: { interet: "certain" },
        receiptHash: randomUUID(),
      },
    })),
  });
}
