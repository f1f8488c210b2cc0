import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultsOf } from "@/lib/surveys/checks/rules";
import {
  nameFrom,
  newQuestion,
  withQuestionAdded,
  withQuestionRemoved,
  withSectionAdded,
  withSectionRemoved,
} from "@/lib/surveys/edits/additions/rules";
import { questionTypes } from "@/lib/surveys/edits/schema";
import { question, questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire } from "@/tests/support/questionnaires";

const label = { fr: "Votre métier\u202f?", en: "Your trade?" };
const asked = aQuestionnaire([aQuestion("a"), aQuestion("b")]);

describe("the name of a question or an option", () => {
  test("is its words, plain", () => {
    expect(nameFrom("Où êtes-vous\u202f?", [])).toBe("ou_etes_vous");
    expect(nameFrom("2 fois par semaine", [])).toBe("fois_par_semaine");
    expect(nameFrom("Oui", ["oui", "oui_2"])).toBe("oui_3");
    expect(nameFrom("…", [])).toBe("autre");
  });

  test("is one the schema takes, whatever is written, and nobody else's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (words, taken) => {
        const name = nameFrom(words, taken);
        expect(name).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
        expect(taken).not.toContain(name);
      }),
    );
  });
});

test.each(questionTypes)("a new question of type %s can be answered as it is", (type) => {
  expect(question.parse(newQuestion("new", type, label))).toMatchObject({ type, label });
  const added = withQuestionAdded(asked, { kind: "question_added", section: "only", type, label });
  if (!added.ok) throw new Error(added.refusal);
  expect(added.value.sections[0]?.questions.map(({ id }) => id)).toEqual([
    "a",
    "b",
    "votre_metier",
  ]);
  expect(faultsOf(questionnaire.parse(added.value))).toEqual([]);
});

test("a group begins with one question, and has a name of its own", () => {
  const edit = { kind: "section_added" as const, title: { fr: "Only", en: "Only" }, label };
  const added = withSectionAdded(asked, { ...edit, type: "text" });
  if (!added.ok) throw new Error(added.refusal);
  expect(added.value.sections.map(({ id }) => id)).toEqual(["only", "only_2"]);
});

describe("what is taken away", () => {
  test("a question goes, and what a response needs goes with it while something is left", () => {
    const removed = withQuestionRemoved(asked, "b");
    expect(removed.ok && removed.value.sections[0]?.questions.map(({ id }) => id)).toEqual(["a"]);
    expect(withQuestionRemoved(asked, "a")).toEqual({ ok: false, refusal: "last_needed" });
  });

  test("no group is left without a question, no questionnaire without a group", () => {
    const alone = aQuestionnaire([aQuestion("a")]);
    expect(withQuestionRemoved(alone, "a")).toEqual({ ok: false, refusal: "last_question" });
    expect(withSectionRemoved(alone, "only")).toEqual({ ok: false, refusal: "last_section" });
  });

  test("a group goes with its questions", () => {
    const [only] = asked.sections;
    if (!only) throw new Error("no group");
    const two = {
      ...asked,
      sections: [only, { ...only, id: "more", questions: [aQuestion("c")] }],
    };
    expect(withSectionRemoved(two, "more")).toEqual({ ok: true, value: asked });
    expect(withSectionRemoved(two, "only")).toEqual({ ok: false, refusal: "last_needed" });
  });
});

test("there is an end to questions and to groups", () => {
  const many = aQuestionnaire(Array.from({ length: 60 }, (_, index) => aQuestion(`q${index}`)));
  const edit = { section: "only", type: "text" as const, label };
  expect(withQuestionAdded(many, { kind: "question_added", ...edit })).toEqual({
    ok: false,
    refusal: "too_many",
  });
  const [only] = asked.sections;
  if (!only) throw new Error("no group");
  const groups = Array.from({ length: 30 }, (_, index) => ({ ...only, id: `s${index}` }));
  const full = { ...asked, sections: groups };
  expect(withSectionAdded(full, { kind: "section_added", title: label, ...edit })).toEqual({
    ok: false,
    refusal: "too_many",
  });
});
