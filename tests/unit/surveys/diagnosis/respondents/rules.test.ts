import { expect, test } from "vitest";
import {
  arrivalsOf,
  countEach,
  countsBy,
  profilesOf,
  residencesOf,
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

test("responses are countEach by day, source, way of entry and language", () => {
  expect(Object.fromEntries(countsBy(responses, "entryMode"))).toEqual({ online: 2, paper: 1 });
  expect(Object.fromEntries(countsBy(responses, "source"))).toEqual({ site: 2, "46225": 1 });
  expect(countsBy(responses, "locale").get("en")).toBe(1);
  expect(countsBy(responses, "day").get("2026-07-01")).toBe(3);
});

test("residences are countEach as they were said, nowhere without an answer", () => {
  const counts = residencesOf([...responses, aResponse({ profil: "independant" })]);
  expect(Object.fromEntries(counts)).toEqual({ "46182": 2, nsp: 1, "": 1 });
});

test("profiles are told by themselves, by the audiences named at first, and the priority ones", () => {
  const { byProfile, bySeedCategory, priorityShare } = profilesOf(survey, responses);
  expect(byProfile.get("independant")).toBe(1);
  expect(bySeedCategory.get("citoyens")).toBe(1);
  expect(priorityShare).toBeCloseTo(1 / 3, 9);
  expect(profilesOf(survey, []).priorityShare).toBeNull();
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
