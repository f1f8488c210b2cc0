import { describe, expect, test } from "vitest";
import type { Bounds, Requirement } from "@/lib/surveys/edits/schema";
import {
  requirementOf,
  withIntro,
  withQuestion,
  withQuestionChanged,
  withSectionWorded,
} from "@/lib/surveys/edits/wording/rules";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";

const label = { fr: "Où travaillez-vous\u202f?", en: "Where do you work?" };
const asked = aQuestionnaire([
  aQuestion("a"),
  aQuestion("n", { type: "number", min: 0, max: 9, step: 1, unit: "€" }),
  aQuestion("m", { type: "multi", maxChoices: 2 }),
  aQuestion("c", { type: "communes", optionSource: "communes", maxChoices: 3 }),
  aQuestion("t", { type: "text", maxLength: 50 }),
]);
const changed = (question: string, bounds: Bounds = {}, requirement: Requirement = "required") => {
  const edit = { kind: "question_changed" as const, question, label, requirement, bounds };
  const decided = withQuestionChanged(asked, edit);
  return decided.ok ? questionOf(decided.value, question) : decided.refusal;
};

test("title and introduction are said anew", () => {
  const said = withIntro(asked, { kind: "intro_worded", title: label, intro: label });
  expect(said).toMatchObject({ title: label, intro: label });
});

test("a group without an introduction any longer has none", () => {
  const edit = { kind: "section_worded" as const, section: "only", title: label };
  const said = withSectionWorded(asked, { ...edit, intro: label });
  if (!said.ok) throw new Error(said.refusal);
  expect(said.value.sections[0]?.intro).toEqual(label);
  const without = withSectionWorded(said.value, edit);
  if (!without.ok) throw new Error(without.refusal);
  expect(without.value.sections[0]).not.toHaveProperty("intro");
});

test("one question is made over, the others are the same", () => {
  const over = withQuestion(asked, "n", (question) => ({ ...question, label }));
  expect(over.ok && over.value.sections[0]?.questions[0]).toBe(asked.sections[0]?.questions[0]);
  expect(over.ok && questionOf(over.value, "n")?.label).toEqual(label);
});

describe("a question is changed", () => {
  test("its words, and its help is gone where none is said", () => {
    expect(changed("t")).toMatchObject({ id: "t", label, required: true, maxLength: 50 });
    expect(changed("t")).not.toHaveProperty("help");
  });

  test("each type takes the bounds that are its own", () => {
    const all: Bounds = { min: 1, max: 5, step: 2, unit: "", atLeast: "a", minChoices: 1 };
    expect(changed("n", all)).toMatchObject({
      min: 1,
      max: 5,
      step: 2,
      validate: { gteField: "a" },
    });
    expect(changed("n", all)).not.toHaveProperty("unit");
    expect(changed("n", { atLeast: "" })).not.toHaveProperty("validate");
    expect(changed("m", { maxChoices: null })).not.toHaveProperty("maxChoices");
    expect(changed("m", { minChoices: 1 })).toMatchObject({ minChoices: 1, maxChoices: 2 });
    expect(changed("c", { maxChoices: 60, memberOnly: true })).toMatchObject({
      maxChoices: 10,
      memberOnly: true,
    });
    expect(changed("t", all)).toMatchObject({ maxLength: 50 });
  });

  test("what a response needs to count is one of three answers on requirement", () => {
    const edit = { kind: "question_changed" as const, question: "t", label, bounds: {} };
    const needed = withQuestionChanged(asked, { ...edit, requirement: "needed" });
    if (!needed.ok) throw new Error(needed.refusal);
    expect(needed.value.completion.minimumToCount).toEqual(["a", "t"]);
    const question = questionOf(needed.value, "t");
    expect(question && requirementOf(needed.value, question)).toBe("needed");
    const optional = withQuestionChanged(needed.value, { ...edit, requirement: "optional" });
    if (!optional.ok) throw new Error(optional.refusal);
    expect(optional.value.completion.minimumToCount).toEqual(["a"]);
    expect(questionOf(optional.value, "t")?.required).toBe(false);
  });

  test("the last one a response needs stays so", () => {
    expect(changed("a", {}, "optional")).toBe("last_needed");
  });
});
