import { describe, expect, test } from "vitest";
import { faultsOf } from "@/lib/surveys/checks/rules";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

describe("a questionnaire is checked before it opens", () => {
  test("the survey of the valley has no fault", () => {
    expect(faultsOf(surveyOfTheValley())).toEqual([]);
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

  test("a question a response needs that somebody is not asked leads them nowhere", () => {
    const questions = [aQuestion("a"), aQuestion("b", { showIf: { q: "a", in: ["yes"] } })];
    const needed = { ...aQuestionnaire(questions), completion: { minimumToCount: ["a", "b"] } };
    expect(faultsOf(needed)).toEqual([{ fault: "needed_not_asked", question: "b" }]);
  });

  test("a number may not be below one that is not asked before it", () => {
    const number = { type: "number", min: 0, max: 9, step: 1 };
    const good = aQuestion("good", number);
    const dear = aQuestion("dear", { ...number, validate: { gteField: "good" } });
    const asked = [aQuestion("a"), good, dear];
    expect(faultsOf(aQuestionnaire(asked))).toEqual([]);
    expect(faultsOf(aQuestionnaire([aQuestion("a"), dear, good]))).toEqual([
      { fault: "unknown_other", question: "dear", about: "good" },
    ]);
  });

  test("a moment of a grid can be asked about, one that is not in it cannot", () => {
    const words = { fr: "x", en: "x" };
    const grid = aQuestion("g", {
      type: "grid",
      rows: [{ value: "monday", label: words }],
      columns: [{ value: "morning", label: words }],
    });
    const on = (moment: string) =>
      faultsOf(
        aQuestionnaire([
          aQuestion("a"),
          grid,
          aQuestion("b", { showIf: { q: "g", in: [moment] } }),
        ]),
      );
    expect(on("monday:morning")).toEqual([]);
    expect(on("monday:evening")).toMatchObject([{ fault: "unknown_value" }]);
  });
});
