import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listPublishedTexts } from "@/lib/surveys/texts/queries";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { aStoredResponse } from "@/tests/support/survey-answers";
import { aCampaign } from "@/tests/support/surveys";

test("a choice is never told as a text, even were somebody to have marked it", async () => {
  const { id } = await aCampaign();
  const response = await aStoredResponse(id, { profil: "independant", commentaire: "Bonjour" });
  await db.surveyTextReview.createMany({
    data: ["profil", "commentaire"].map((question) => ({
      ...{ responseId: response.id, question, state: "published" as const },
      day: new Date("2026-10-01"),
    })),
  });
  const campaign = { id, questionnaire: surveyOfTheValley(), state: "published" as const };
  expect(await listPublishedTexts(campaign)).toEqual([
    { question: "commentaire", text: "Bonjour" },
  ]);
});
