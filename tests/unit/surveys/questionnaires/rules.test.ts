import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isCounted,
  isPutTo,
  keptAnswers,
  minutesToAnswer,
  optionsIn,
  shownSections,
} from "@/lib/surveys/questionnaires/rules";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const idsShown = (answers: Answers) =>
  shownSections(survey, answers).flatMap(({ questions }) => questions.map(({ id }) => id));

const interested = {
  profil: "independant",
  commune_residence: "46182",
  lien_territoire: "residence_principale",
  lieux_actuels: ["domicile"],
  interet: "certain",
  communes_souhaitees: ["46182"],
};

describe("which questions one is asked", () => {
  test("a resident who is not interested is asked eight, an interested professional many more", () => {
    expect(idsShown({ profil: "retraite_habitant", interet: "non" })).toEqual([
      "profil",
      "commune_residence",
      "lien_territoire",
      "interet",
      "freins",
      "services",
      "contribution",
      "commentaire",
    ]);
    expect(idsShown(interested).length).toBeGreaterThan(15);
  });

  test("a section none of whose questions is left is skipped", () => {
    const sections = shownSections(survey, { profil: "retraite_habitant", interet: "non" });
    expect(sections.map(({ id }) => id)).toEqual(["vous", "besoin", "participation"]);
  });

  test("answers to what has become hidden are dropped, and what hung on them too", () => {
    const given = {
      ...interested,
      lieux_actuels: ["bureau_propre"],
      commune_travail: "46042",
      trajets_semaine: 5,
      mode_trajet: "velo",
    };
    expect(keptAnswers(survey, given)).toEqual(given);
    const athome = { ...given, lieux_actuels: ["domicile"] };
    expect(keptAnswers(survey, athome)).toEqual(interested);
  });

  test("keeping twice is keeping once, whatever was answered", () => {
    const profiles = ["independant", "retraite_habitant", "teletravailleur"];
    const anything = fc.record(
      {
        profil: fc.constantFrom(...profiles),
        lieux_actuels: fc.subarray(["domicile", "bureau_propre", "clients"]),
        commune_travail: fc.constant("46042"),
        trajets_semaine: fc.integer({ min: 0, max: 7 }),
        mode_trajet: fc.constant("velo"),
        interet: fc.constantFrom("certain", "non"),
        frequence: fc.constant("quotidien"),
        budget_mois: fc.constant("0"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (given) => {
        const kept = keptAnswers(survey, given);
        expect(keptAnswers(survey, kept)).toEqual(kept);
        expect(idsShown(kept)).toEqual(idsShown(given));
      }),
    );
  });

  test("a response counts once it says who, where and whether interested", () => {
    expect(isCounted(survey, interested)).toBe(true);
    const { interet: _, ...withoutInterest } = interested;
    expect(isCounted(survey, withoutInterest)).toBe(false);
  });

  test("time to answer grows with what is asked and is never nothing", () => {
    const short = [aQuestion("a")];
    expect(minutesToAnswer(short)).toBe(1);
    const long = aQuestionnaire([...Array(40)].map((_, index) => aQuestion(`q${index}`)));
    expect(minutesToAnswer(long.sections[0]?.questions ?? [])).toBeGreaterThan(5);
  });
});

test("a question has its options in order, none where it has none or there is no such question", () => {
  const asked = aQuestionnaire([aQuestion("a"), aQuestion("b", { type: "text", maxLength: 10 })]);
  expect(optionsIn(asked, "a").map(({ value }) => value)).toEqual(["yes", "no"]);
  expect(optionsIn(asked, "b")).toEqual([]);
  expect(optionsIn(asked, "c")).toEqual([]);
});

test("a question is put to whom its section and itself are shown, one that is not there to nobody", () => {
  const { sections, ...rest } = aQuestionnaire([
    aQuestion("a"),
    aQuestion("b", { showIf: { q: "a", in: ["yes"] } }),
  ]);
  const asked = {
    ...rest,
    sections: sections.map((each) => ({ ...each, showIf: { q: "z", answered: true as const } })),
  };
  expect(isPutTo(asked, "a")({ z: "here" })).toBe(true);
  expect(isPutTo(asked, "b")({ z: "here", a: "yes" })).toBe(true);
  expect(isPutTo(asked, "b")({ a: "yes" })).toBe(false);
  expect(isPutTo(asked, "b")({ z: "here", a: "no" })).toBe(false);
  expect(isPutTo(asked, "c")({ z: "here" })).toBe(false);
});
