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
    previous: null,
    problems: [],
    asked: [],
  });
  expect(step("last", { z: "yes" }, undefined, { a: "no" })).toMatchObject({
    answers: { a: "no", z: "yes" },
    next: null,
    previous: "only",
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

test("what may have followed and does not is dropped; what does follow and is empty is missed", () => {
  const chain = aQuestionnaire([
    aQuestion("a"),
    aQuestion("b", { showIf: { q: "a", in: ["yes"] } }),
    aQuestion("c", { showIf: { q: "b", in: ["yes"] } }),
  ]);
  const sent = (raw: Record<string, unknown>) => {
    const given = { section: "only", before: {}, raw, shown: ["a", "b", "c"] };
    return stepOutcome(chain, given, nowhere);
  };
  expect(sent({ a: "yes", b: "no", c: "yes" })).toMatchObject({
    answers: { a: "yes", b: "no" },
    problems: [],
    asked: [],
  });
  expect(sent({ a: "yes", b: "yes" })).toMatchObject({
    problems: [{ question: "c", problem: "required" }],
  });
});

test("a step that does not exist leads nowhere", () => {
  expect(step("other", {})).toBeNull();
});
