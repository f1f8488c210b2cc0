import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const communes = {
  members: new Set(["46182", "46225", "46231"]),
  others: new Set(["46042", "ailleurs_fr", "nsp"]),
};
const survey = surveyOfTheValley();
const label = (value: string) => ({ value, label: { fr: value, en: value } });

function problemOf(question: ReturnType<typeof aQuestion>, raw: unknown) {
  const { answers, problems } = readAnswers(
    aQuestionnaire([question]),
    { [question.id]: raw },
    communes,
  );
  return problems[0]?.problem ?? answers[question.id] ?? "nothing";
}

const single = aQuestion("q");
const optional = aQuestion("q", { required: false });
const multi = aQuestion("q", {
  type: "multi",
  minChoices: 1,
  maxChoices: 2,
  options: [label("a"), label("b"), label("c"), { ...label("none"), exclusive: true }],
});
const number = aQuestion("q", { type: "number", min: 0, max: 60, step: 0.5 });
const commune = aQuestion("q", { type: "commune", optionSource: "communes" });
const wished = aQuestion("q", {
  type: "communes",
  optionSource: "communes",
  maxChoices: 2,
  memberOnly: true,
});
const grid = aQuestion("q", {
  type: "grid",
  rows: [label("mon"), label("tue")],
  columns: [label("am"), label("pm")],
});
const scale = aQuestion("q", {
  type: "scale",
  rows: [label("wifi"), label("desk")],
  scale: [
    { ...label("0"), score: 0 },
    { ...label("3"), score: 3 },
  ],
});
const text = aQuestion("q", { type: "text", maxLength: 10 });

describe("each answer is judged for what it is", () => {
  test.each([
    [single, "yes", "yes"],
    [single, undefined, "required"],
    [single, "  ", "required"],
    [single, "perhaps", "unknown_option"],
    [single, ["yes"], "unreadable"],
    [single, { yes: 1 }, "unreadable"],
    [optional, "", "nothing"],
    [multi, ["b", "a"], ["a", "b"]],
    [multi, "a", ["a"]],
    [multi, ["a", "a"], ["a"]],
    [multi, [], "required"],
    [multi, ["a", "z"], "unknown_option"],
    [multi, ["a", "b", "c"], "too_many"],
    [multi, ["a", "none"], "exclusive"],
    [multi, ["none"], ["none"]],
    [multi, [1, 2], "unreadable"],
    [multi, ["x".repeat(1_000_000)], "unreadable"],
    [number, "12,5", 12.5],
    [number, 12.5, 12.5],
    [number, "0", 0],
    [number, "12,3", "not_a_step"],
    [number, "61", "out_of_range"],
    [number, "-1", "out_of_range"],
    [number, "beaucoup", "not_a_number"],
    [number, "1e1", "not_a_number"],
    [number, Number.NaN, "not_a_number"],
    [commune, "46042", "46042"],
    [commune, "ailleurs_fr", "ailleurs_fr"],
    [commune, "99999", "unknown_commune"],
    [wished, ["46182", "46225"], ["46182", "46225"]],
    [wished, ["46182", "46225", "46231"], "too_many"],
    [wished, ["46042"], "not_a_member"],
    [wished, ["99999"], "unknown_commune"],
    [grid, ["tue:pm", "mon:am"], ["mon:am", "tue:pm"]],
    [grid, ["mon:night"], "unknown_option"],
    [scale, ["wifi:3", "desk:0"], ["wifi:3", "desk:0"]],
    [scale, ["wifi:3", "wifi:0"], "unreadable"],
    [text, " dix mots ", "dix mots"],
    [text, "onze lettres", "too_long"],
    [text, "a\u0000b", "unreadable"],
    [text, "\ud800", "unreadable"],
    [text, "ligne\r\nb", "ligne\nb"],
  ])("%#: %j", (question, raw, expected) => {
    expect(problemOf(question, raw)).toEqual(expected);
  });

  test("the dear price is not below the fair one", () => {
    const fair = aQuestion("fair", { type: "number", min: 0, max: 60, step: 0.5 });
    const dear = aQuestion("dear", {
      type: "number",
      min: 0,
      max: 60,
      step: 0.5,
      validate: { gteField: "fair" },
    });
    const asked = aQuestionnaire([fair, dear]);
    expect(readAnswers(asked, { fair: "8", dear: "7" }, communes).problems).toEqual([
      { question: "dear", problem: "below_other", limits: { least: 8 } },
    ]);
    expect(readAnswers(asked, { fair: "8", dear: "8" }, communes).problems).toEqual([]);
    // A sheet says what it says: it is told, and taken.
    const sheet = readAnswers(asked, { fair: "8", dear: "7" }, communes, { isSheet: true });
    expect(sheet.answers).toEqual({ fair: 8, dear: 7 });
    expect(sheet.problems).toEqual(readAnswers(asked, { fair: "8", dear: "7" }, communes).problems);
  });
});

describe("a whole response", () => {
  test("an answer to a hidden question is dropped without a word, an unknown one too", () => {
    const raw = { profil: "retraite_habitant", taille_structure: "50", forged: "1" };
    const { answers, problems } = readAnswers(survey, raw, communes);
    expect(answers).toEqual({ profil: "retraite_habitant" });
    expect(problems.map(({ question }) => question)).toEqual([
      "commune_residence",
      "lien_territoire",
      "interet",
    ]);
  });

  test("one step is judged alone: what comes later is not asked for yet", () => {
    const raw = { profil: "retraite_habitant" };
    const step = new Set(["profil", "commune_residence"]);
    expect(readAnswers(survey, raw, communes, { only: step }).problems).toEqual([
      { question: "commune_residence", problem: "required" },
    ]);
  });

  test("whatever is sent, nothing throws and what is kept reads the same again", () => {
    const ids = survey.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
    const raw = fc.dictionary(fc.constantFrom(...ids), fc.anything());
    fc.assert(
      fc.property(raw, (given) => {
        const { answers } = readAnswers(survey, given, communes);
        expect(readAnswers(survey, answers, communes).answers).toEqual(answers);
      }),
    );
  });
});
