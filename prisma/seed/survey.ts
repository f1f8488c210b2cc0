import { readFileSync } from "node:fs";
import path from "node:path";
import { db } from "@/lib/infra/db";
import { questionnaire } from "@/lib/surveys/questionnaires/schema";

/**
 * The questionnaire the project comes with, as a version campaigns may be made of; kept as it is where it
 * is there already, for answers may have been given under it.
 */
export async function seedQuestionnaire(): Promise<{ survey: string; version: number }> {
  const file = path.resolve("prisma/data/survey-v1.json");
  const read = questionnaire.parse(JSON.parse(readFileSync(file, "utf8")));
  const key = { survey: read.id, version: read.version };
  await db.surveyVersion.createMany({
    data: [{ ...key, questionnaire: JSON.parse(JSON.stringify(read)) }],
    skipDuplicates: true,
  });
  return key;
}
