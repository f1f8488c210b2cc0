import { expect, test } from "vitest";
import {
  choicesOf,
  equipmentRanking,
  obstaclesOf,
  servicesOf,
  shownChoices,
} from "@/lib/surveys/diagnosis/choices/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();

test("equipment is ranked by mean score, ties by those who call it essential, over those who rated it", () => {
  const rated = (pairs: string[]) => aResponse({ equipements: pairs });
  const ranking = equipmentRanking(survey, [
    rated(["tres_haut_debit:3", "visio:2", "ecran:3"]),
    rated(["tres_haut_debit:3", "visio:2", "ecran:1"]),
    rated(["tres_haut_debit:2"]),
  ]);
  const [first, second, third] = ranking;
  expect(first).toMatchObject({ value: "tres_haut_debit", base: 3 });
  expect(first?.mean).toBeCloseTo(8 / 3, 9);
  expect(second).toEqual({ value: "ecran", mean: 2, essentialShare: 0.5, base: 2 });
  expect(third).toEqual({ value: "visio", mean: 2, essentialShare: 0, base: 2 });
  expect(ranking.at(-1)).toMatchObject({ mean: null, base: 0 });
});

test("choices are counted over those who answered the question", () => {
  const responses = [
    aResponse({ contribution: ["test", "animer"] }),
    aResponse({ contribution: ["test"] }),
    aResponse({}),
  ];
  const { base, counts } = choicesOf(responses, "contribution");
  expect(base).toBe(2);
  expect(Object.fromEntries(counts)).toEqual({ test: 2, animer: 1 });
});

test("services are told for all, and for the priority profiles", () => {
  const { all, priority } = servicesOf(survey, [
    aResponse({ profil: "independant", services: ["culture"] }),
    aResponse({ profil: "retraite_habitant", services: ["culture", "enfants"] }),
  ]);
  expect(all.counts.get("culture")).toBe(2);
  expect(priority).toEqual({ base: 1, counts: new Map([["culture", 1]]) });
});

test("obstacles are over those asked who answered, not over all who were asked", () => {
  const hesitant = Array.from({ length: 60 }, () => aResponse({ interet: "possible" }));
  const priced = Array.from({ length: 40 }, (_, index) =>
    aResponse({ interet: "possible", freins: [index < 20 ? "prix" : "distance"] }),
  );
  const told = shownChoices({ all: obstaclesOf([...hesitant, ...priced]) });
  expect(told.lines.map(({ share }) => share)).toEqual([0.5, 0.5]);
});

test("obstacles are those of who might come or would not, not of the convinced", () => {
  const { base, counts } = obstaclesOf([
    aResponse({ interet: "non", freins: ["prix"] }),
    aResponse({ interet: "possible", freins: ["prix", "distance"] }),
    aResponse({ interet: "certain", freins: ["prix"] }),
  ]);
  expect(base).toBe(2);
  expect(Object.fromEntries(counts)).toEqual({ prix: 2, distance: 1 });
});
