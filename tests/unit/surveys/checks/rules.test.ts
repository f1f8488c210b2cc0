import { describe, expect, test } from "vitest";
import { faultsOf, walksOf } from "@/lib/surveys/checks/rules";
import { minutesToAnswer } from "@/lib/surveys/questionnaires/rules";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

describe("a questionnaire is checked before it opens", () => {
  test("the survey of the valley has no fault", () => {
    expect(faultsOf(surveyOfTheValley())).toEqual([]);
  });

  test("its shortest way is ten questions or less, its longest under ten minutes", () => {
    const { shortest, longest } = walksOf(surveyOfTheValley());
    expect(shortest.length).toBeLessThanOrEqual(10);
    expect(longest.length).toBeGreaterThan(20);
    expect(minutesToAnswer(longest)).toBeLessThan(10);
    expect(minutesToAnswer(shortest)).toBeLessThan(minutesToAnswer(longest));
  });

  test("two questions of one name", () => {
    expect(faultsOf(aQuestionnaire([aQuestion("a"), aQuestion("a")]))).toEqual([
      { fault: "same_id", question: "a" },
    ]);
  });

  test("a condition on a later question, on itself, on one that does not exist", () => {
    const later = [aQuestion("a", { showIf: { q: "b", in: ["yes"] } }), aQuestion("b")];
    expect(faultsOf(aQuestionnaire(later))).toEqual([
      { fault: "later_question", question: "a", about: "b" },
    ]);
    const itself = [aQuestion("a", { showIf: { q: "a", answered: true } })];
    expect(faultsOf(aQuestionnaire(itself))).toEqual([
      { fault: "later_question", question: "a", about: "a" },
    ]);
    const none = [aQuestion("a"), aQuestion("b", { showIf: { not: { q: "zz", in: ["yes"] } } })];
    expect(faultsOf(aQuestionnaire(none))).toEqual([
      { fault: "unknown_question", question: "b", about: "zz" },
    ]);
  });

  test("a condition on an answer nobody can give", () => {
    const questions = [aQuestion("a"), aQuestion("b", { showIf: { q: "a", in: ["perhaps"] } })];
    expect(faultsOf(aQuestionnaire(questions))).toEqual([
      { fault: "unknown_value", question: "b", about: "a", value: "perhaps" },
    ]);
  });

  test("a number asked of what is no number", () => {
    const questions = [aQuestion("a"), aQuestion("b", { showIf: { q: "a", gte: 3 } })];
    expect(faultsOf(aQuestionnaire(questions))[0]).toEqual({
      fault: "not_a_number",
      question: "b",
      about: "a",
    });
  });

  test("a question that nobody ever reaches, though each condition can hold by itself", () => {
    const questions = [
      aQuestion("a"),
      aQuestion("b", { showIf: { q: "a", in: ["yes"] } }),
      aQuestion("c", {
        showIf: {
          all: [
            { q: "b", in: ["yes"] },
            { q: "a", in: ["no"] },
          ],
        },
      }),
    ];
    expect(faultsOf(aQuestionnaire(questions))).toEqual([{ fault: "never_asked", question: "c" }]);
  });

  test("bounds nobody can meet, choices nobody can make", () => {
    const number = aQuestion("n", { type: "number", min: 5, max: 2, step: 1 });
    expect(faultsOf(aQuestionnaire([aQuestion("a"), number]))).toEqual([
      { fault: "impossible_bounds", question: "n" },
    ]);
    const multi = aQuestion("m", { type: "multi", minChoices: 3 });
    expect(faultsOf(aQuestionnaire([aQuestion("a"), multi]))).toEqual([
      { fault: "impossible_choices", question: "m" },
    ]);
  });

  test("a question a response needs to count must be required", () => {
    const optional = aQuestion("a", { required: false });
    expect(faultsOf(aQuestionnaire([optional]))).toEqual([
      { fault: "needed_but_optional", question: "a" },
    ]);
  });
});
