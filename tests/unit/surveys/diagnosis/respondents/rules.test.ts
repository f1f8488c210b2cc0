import { expect, test } from "vitest";
import {
  arrivalsOf,
  categoriesOf,
  countEach,
  countedAt,
  residenceOf,
  shownPriority,
} from "@/lib/surveys/diagnosis/respondents/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const responses = [
  aResponse({ profil: "independant", commune_residence: "46182" }),
  aResponse({ profil: "association", commune_residence: "46182" }, { entryMode: "paper" }),
  aResponse(
    { profil: "salarie_site", commune_residence: "nsp" },
    { source: "46225", locale: "en" },
  ),
];

test("responses are counted by any mark of theirs, in the batch that counted them first", () => {
  expect(countedAt(responses, ({ entryMode }) => entryMode)).toEqual([
    { key: "online", batch: 0, count: 2 },
    { key: "paper", batch: 0, count: 1 },
  ]);
  const later = responses.map((response) => ({ ...response, batch: 3 }));
  expect(countedAt([...responses, ...later], residenceOf)).toEqual([
    ...[0, 3].flatMap((batch) => [
      { key: "46182", batch, count: 2 },
      { key: "nsp", batch, count: 1 },
    ]),
  ]);
  expect(residenceOf(aResponse({ profil: "independant" }))).toBe("");
});

test("audiences and the priority profiles are told by the lines of profiles", () => {
  const lines = [
    { keys: ["independant"], count: 20 },
    { keys: ["salarie_site"], count: 10 },
    { keys: ["association"], count: 15 },
  ];
  expect(categoriesOf(survey, lines).map(({ count }) => count)).toEqual([20, 15, 10]);
  expect(shownPriority(survey, lines)).toBeCloseTo(20 / 45, 9);
  expect(shownPriority(survey, lines.slice(1, 2))).toBeNull();
});

test("projects to settle, and those among them who would come", () => {
  const project = { lien_territoire: "projet_installation" };
  const settling = [
    aResponse({ ...project, interet: "certain" }),
    aResponse({ ...project, interet: "possible" }),
    aResponse({ lien_territoire: "de_passage", interet: "certain" }),
  ];
  expect(arrivalsOf(settling)).toEqual({ projects: 2, interested: 1 });
});

test("counting is by value", () => {
  expect(Object.fromEntries(countEach(["a", "b", "a"]))).toEqual({ a: 2, b: 1 });
});
