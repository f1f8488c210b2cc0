import { expect, test } from "vitest";
import {
  areOccupanciesInOrder,
  assumptionsFrom,
  intentWeightOf,
  intentWeightsOf,
  listOf,
  optionOf,
  optionsOf,
  personsOf,
  shareOf,
  valuesOf,
} from "@/lib/surveys/diagnosis/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});

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

test("each option of the question of interest weighs what staff said, else what the questionnaire says", () => {
  const weights = intentWeightsOf(survey, { intentWeights: { certain: 0.5 } });
  expect([...weights]).toEqual([
    ["certain", 0.5],
    ["probable", 0.3],
    ["possible", 0.1],
    ["non", 0],
  ]);
});

test("whoever says no is not interested; whoever staff weigh at nothing still is", () => {
  const none = { intentWeights: { certain: 0 } };
  expect(intentWeightOf(survey, { interet: "non" }, usual)).toBeNull();
  expect(intentWeightOf(survey, {}, usual)).toBeNull();
  expect(intentWeightOf(survey, { interet: "certain" }, usual)).toBe(0.6);
  expect(intentWeightOf(survey, { interet: "certain" }, none)).toBe(0);
});

test("all that is supposed is said by name, and read back the same", () => {
  const given = { ...usual, hourPrice: 4, intentWeights: { probable: 0.4 } };
  const values = valuesOf(survey, given);
  expect(values).toMatchObject({ hourPrice: 4, intentWeight_probable: 0.4, intentWeight_non: 0 });
  const { motorbikeKgCo2ePerKm: notKnown, ...said } = values;
  expect(notKnown).toBeNull();
  expect(assumptionsFrom(survey, said as Record<string, number>)).toEqual({ said: given });
});

test("values out of their bounds are named, what is no option of the question is left out", () => {
  const wrong = { intentWeight_certain: 1.1, openDaysPerMonth: 32, hourPrice: 4 };
  expect(assumptionsFrom(survey, wrong)).toEqual({
    outOfBounds: ["openDaysPerMonth", "intentWeight_certain"],
  });
  expect(assumptionsFrom(survey, { intentWeight_forged: 1 })).toEqual({ said: usual });
});

test("the fuller desks are, the fewer it takes: occupancies out of that order are no range", () => {
  expect(areOccupanciesInOrder(usual)).toBe(true);
  expect(areOccupanciesInOrder({ ...usual, targetOccupancy: 0.85 })).toBe(false);
  expect(areOccupanciesInOrder({ ...usual, mostDesksOccupancy: 0.75 })).toBe(false);
});
