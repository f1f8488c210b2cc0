import { expect, test } from "vitest";
import { stepOutcome } from "@/lib/surveys/steps/rules";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";

const { sections, ...rest } = aQuestionnaire([
  aQuestion("a"),
  aQuestion("more", { showIf: { q: "a", in: ["yes"] } }),
]);
const last = { id: "last", title: { fr: "Fin", en: "End" }, questions: [aQuestion("z")] };
const asked = { ...rest, sections: [...sections, last] };
const nowhere = { members: new Set<string>(), others: new Set<string>() };
const step = (section: string, raw: Record<string, unknown>, shown?: string[], before = {}) =>
  stepOutcome(asked, { section, before, raw, shown }, nowhere);

test("a step filled in leads to the next one, the last to none", () => {
  expect(step("only", { a: "no" })).toEqual({
    answers: { a: "no" },
    next: "last",
    problems: [],
    asked: [],
  });
  expect(step("last", { z: "yes" }, undefined, { a: "no" })).toMatchObject({
    answers: { a: "no", z: "yes" },
    next: null,
  });
});

test("a question that did not stand on the form is asked, one that did is missed", () => {
  expect(step("only", { a: "yes" }, ["a"])).toMatchObject({ asked: ["more"], problems: [] });
  expect(step("only", { a: "yes" }, ["a", "more"])).toMatchObject({
    asked: [],
    problems: [{ question: "more", problem: "required" }],
  });
});

test("what reads well is kept beside what does not, what is no question of the step is not", () => {
  expect(step("only", { a: "yes", more: "perhaps", z: "no" })).toMatchObject({
    answers: { a: "yes" },
    problems: [{ question: "more", problem: "unknown_option" }],
  });
});

test("a step that does not exist leads nowhere", () => {
  expect(step("other", {})).toBeNull();
});
