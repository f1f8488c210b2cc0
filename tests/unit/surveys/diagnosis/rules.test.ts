import { expect, test } from "vitest";
import { listOf, optionOf, optionsOf, personsOf, shareOf } from "@/lib/surveys/diagnosis/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();

test("an answer is read with the weights of its option", () => {
  expect(optionOf(survey, { interet: "probable" }, "interet")?.intentWeight).toBe(0.3);
  expect(optionOf(survey, {}, "interet")).toBeNull();
});

test("several choices come in the order of the questionnaire, unknown ones are left out", () => {
  const answers = { espaces: ["salle_reunion", "poste_ouvert", "forged"] };
  const values = optionsOf(survey, answers, "espaces").map(({ value }) => value);
  expect(values).toEqual(["poste_ouvert", "salle_reunion"]);
});

test("one value is a list of one, no answer an empty one", () => {
  expect(listOf({ profil: "independant" }, "profil")).toEqual(["independant"]);
  expect(listOf({}, "profil")).toEqual([]);
});

test("a response speaks for one person unless it names more", () => {
  expect(personsOf({})).toBe(1);
  expect(personsOf({ personnes_interessees: 0 })).toBe(1);
  expect(personsOf({ personnes_interessees: 4 })).toBe(4);
});

test("a share of nothing is no share", () => {
  expect(shareOf(1, 4)).toBe(0.25);
  expect(shareOf(0, 0)).toBeNull();
});
