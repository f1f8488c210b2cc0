import { expect, test } from "vitest";
import { textQuestionsOf } from "@/lib/surveys/texts/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

test("free texts are those answered in one's own words, no other", () => {
  expect(textQuestionsOf(surveyOfTheValley())).toEqual(["savoir_faire", "commentaire"]);
});
