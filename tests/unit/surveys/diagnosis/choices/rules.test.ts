import { expect, test } from "vitest";
import {
  choicesOf,
  equipmentRanking,
  obstaclesOf,
  servicesOf,
  shownChoices,
  shownRanking,
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
  expect(priority).toMatchObject({ base: 1, counts: new Map([["culture", 1]]) });
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

test("neither the few who ticked nor the few who did not are told, and nothing where the base is not", () => {
  const many = (count: number, contribution: string[]) =>
    Array.from({ length: count }, () => aResponse({ contribution }));
  const nearly = choicesOf([...many(18, ["test"]), ...many(2, ["animer"])], "contribution");
  expect(shownChoices({ all: nearly }).lines.map(({ value, count }) => [value, count])).toEqual([
    ["animer", null],
    ["test", null],
  ]);
  expect(shownChoices({ all: nearly, isTold: false }).lines).toEqual([]);
});

test("priority profiles are told only where neither they nor the others are one to four, ticked or not", () => {
  const of = (count: number, profil: string, services: string[]) =>
    Array.from({ length: count }, () => aResponse({ profil, services }));
  const told = (others: number) => {
    const { all, priority } = servicesOf(survey, [
      ...of(9, "teletravailleur", ["culture"]),
      ...of(6, "teletravailleur", ["enfants"]),
      ...of(9, "retraite_habitant", ["culture"]),
      ...of(others, "retraite_habitant", ["enfants"]),
    ]);
    return shownChoices({ all, priority }).lines.map(({ priority: own }) => own);
  };
  expect(told(6)).toEqual([9, 6]);
  // Three of the others want no culture: with both bases, the priority ones would tell it.
  expect(told(3)).toEqual([null, null]);
});

test("what all but a few rated is left out of the ranking", () => {
  const rated = (count: number, equipements: string[]) =>
    Array.from({ length: count }, () => aResponse({ equipements }));
  const told = shownRanking(survey, [
    ...rated(20, ["ecran:1", "visio:2"]),
    ...rated(2, ["visio:2"]),
  ]);
  expect(told.map(({ value, base }) => [value, base])).toEqual([["visio", 22]]);
});
