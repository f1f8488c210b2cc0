import { db } from "@/lib/infra/db";
import type { Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire } from "./questionnaires";
import { aCampaign } from "./surveys";

const choice = (value: string, label = value) => ({ value, label: { fr: label, en: label } });

/** One question, asked with a wrong word. */
export const misspelt = () =>
  aQuestion("a", { label: { fr: "Cofé ?", en: "Cofee?" }, options: [choice("yes"), choice("no")] });

/** The same with the right word, its choices the other way round, and one more after them. */
export const mended = () =>
  aQuestion("a", {
    label: { fr: "Café ?", en: "Coffee?" },
    options: [choice("no"), choice("yes"), choice("maybe")],
  });

/** One whose choices mean something else. */
export const turned = () =>
  aQuestion("a", { label: mended().label, options: [choice("yes"), choice("never")] });

/** A campaign that is open during `whileOpen`, of `misspelt`, with these later versions. */
export async function aMisspeltCampaign(
  later: Question[] = [mended()],
  overrides: Parameters<typeof aCampaign>[0] = {},
) {
  const campaign = await aCampaign({ questionnaire: aQuestionnaire([misspelt()]), ...overrides });
  for (const [index, question] of later.entries()) {
    await aVersion(campaign.survey, index + 2, aQuestionnaire([question]));
  }
  return campaign;
}

async function aVersion(survey: string, version: number, questionnaire: Questionnaire) {
  const stored = JSON.parse(JSON.stringify({ ...questionnaire, version }));
  await db.surveyVersion.create({ data: { survey, version, questionnaire: stored } });
}
