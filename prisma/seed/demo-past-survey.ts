import { systemActor } from "@/lib/core/actor";
import { addDays, type Day, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { countBatches } from "@/lib/surveys/publications/commands";
import { questionnaire } from "@/lib/surveys/questionnaires/schema";
import { inventedResponses } from "./demo-survey";

const zone = "Europe/Paris";
const responses = 310;
const openDays = 93;
/** A year and some months ago; its results were published three weeks after it closed. */
const openedDaysAgo = 470;
const publishedAfterDays = 21;

/** The survey of the year before, published: its results are what `/enquete/resultats` shows. */
export async function seedPastSurvey(
  version: { survey: string; version: number },
  today: Day,
): Promise<void> {
  const opened = addDays(today, -openedDaysAgo);
  const closed = addDays(opened, openDays);
  const publishedAt = instantAt(addDays(closed, publishedAfterDays), 600, zone);
  const { id, questions } = await db.campaign.create({
    data: {
      slug: "demonstration-precedente",
      ...version,
      opensAt: instantAt(opened, 0, zone),
      closesAt: instantAt(closed, 0, zone),
      timeZone: zone,
      contactEmail: "cowloting@gmail.com",
      readyAt: instantAt(addDays(opened, -7), 540, zone),
      publishedAt,
    },
    select: { id: true, questions: { select: { questionnaire: true } } },
  });
  const rows = await inventedResponses(questionnaire.parse(questions.questionnaire), {
    name: "past",
    seed: 27_045,
    count: responses,
    opened,
    days: openDays,
  });
  await db.surveyResponse.createMany({
    data: rows.map((row) => ({ ...row, campaignId: id, version: version.version })),
  });
  await countBatches(systemActor("demonstration"), publishedAt);
}
