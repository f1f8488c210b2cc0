import { expect, test } from "vitest";
import { adviceOf } from "@/lib/surveys/checks/advice/rules";
import { walksOf } from "@/lib/surveys/checks/walks/rules";
import { withListChanged } from "@/lib/surveys/edits/lists/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const adviceOn = (questionnaire: Questionnaire) =>
  adviceOf(questionnaire, walksOf(questionnaire).longest);

test("the survey of the valley needs no second look", () => {
  expect(adviceOn(surveyOfTheValley())).toEqual([]);
});

test("more than ten minutes are said, and so is what the diagnosis would miss", () => {
  const questions = Array.from({ length: 20 }, (_, index) =>
    aQuestion(`q${index}`, { type: "longtext", maxLength: 500 }),
  );
  expect(adviceOn(aQuestionnaire(questions))).toMatchObject([
    { advice: "too_long", minutes: 15 },
    { advice: "diagnosis_unread", names: expect.arrayContaining(["profil", "interet"]) },
  ]);
});

test("an option added to those that weigh is missed by its weight", () => {
  const added = { fr: "Peut-être un jour", en: "One day maybe" };
  const edit = { kind: "list_changed" as const, question: "interet", list: "options" as const };
  const changed = withListChanged(surveyOfTheValley(), { ...edit, items: [], added });
  if (!changed.ok) throw new Error(changed.refusal);
  expect(adviceOn(changed.value)).toEqual([
    { advice: "weight_missing", question: "interet", value: "peut_etre_un_jour" },
  ]);
});
