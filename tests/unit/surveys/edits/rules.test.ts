import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideEdit, isStillAsRead } from "@/lib/surveys/edits/rules";
import { edit as editSchema } from "@/lib/surveys/edits/schema";
import { type Questionnaire, questionnaire } from "@/lib/surveys/questionnaires/schema";
import { anyEdit } from "@/tests/support/edits";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

/** As a database gives it back: without keys of nothing. */
const stored = (given: Questionnaire): unknown => JSON.parse(JSON.stringify(given));

describe("whatever is edited", () => {
  test.each([
    ["the survey of the valley", surveyOfTheValley()],
    ["a questionnaire of one question", aQuestionnaire([aQuestion("a")])],
  ])("%s stays a questionnaire, edit after edit", (_name, begun) => {
    const edits = fc.array(anyEdit(begun), { minLength: 1, maxLength: 12 });
    let accepted = 0;
    fc.assert(
      fc.property(edits, (list) => {
        let current = begun;
        for (const each of list) {
          const decided = decideEdit(current, editSchema.parse(each));
          if (!decided.ok) continue;
          accepted += 1;
          current = decided.value;
          const read = questionnaire.safeParse(stored(current));
          expect(read.error?.issues ?? []).toEqual([]);
          expect(stored(questionnaire.parse(stored(current)))).toEqual(stored(current));
        }
      }),
      { numRuns: 150 },
    );
    // No test of refusals alone.
    expect(accepted).toBeGreaterThan(100);
  });

  test("what was given is left as it was", () => {
    const begun = surveyOfTheValley();
    const before = JSON.stringify(begun);
    fc.assert(
      fc.property(anyEdit(begun), (each) => {
        decideEdit(begun, editSchema.parse(each));
        expect(JSON.stringify(begun)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  test("what is no longer there is refused, and nothing is thrown", () => {
    const begun = aQuestionnaire([aQuestion("a")]);
    const label = { fr: "x", en: "x" };
    const gone = { ok: false, refusal: "gone" };
    expect(decideEdit(begun, { kind: "question_moved", question: "b", by: "up" })).toEqual(gone);
    expect(decideEdit(begun, { kind: "question_removed", question: "b" })).toEqual(gone);
    expect(decideEdit(begun, { kind: "section_moved", section: "b", by: "up" })).toEqual(gone);
    expect(decideEdit(begun, { kind: "section_worded", section: "b", title: label })).toEqual(gone);
    const list = { question: "a", list: "rows" as const, items: [] };
    expect(decideEdit(begun, { kind: "list_changed", ...list })).toEqual(gone);
  });
});

describe("two people edit at once", () => {
  const base = aQuestionnaire([aQuestion("a"), aQuestion("b"), aQuestion("c")]);
  const label = { fr: "Autrement dit", en: "Otherwise" };
  const worded = (question: string) => ({
    kind: "question_changed" as const,
    question,
    label,
    requirement: "needed" as const,
    bounds: {},
  });
  const edited = (...edits: Parameters<typeof decideEdit>[1][]) =>
    edits.reduce((current, each) => {
      const decided = decideEdit(current, each);
      if (!decided.ok) throw new Error(decided.refusal);
      return decided.value;
    }, base);

  test("one question is not another", () => {
    const removed = edited({ kind: "question_removed", question: "b" });
    const options = { kind: "list_changed" as const, question: "c", list: "options" as const };
    expect(isStillAsRead(base, removed, { ...options, items: [] })).toBe(true);
  });

  test("the same question said otherwise meanwhile is", () => {
    expect(isStillAsRead(base, edited(worded("a")), worded("a"))).toBe(false);
    expect(isStillAsRead(base, base, worded("a"))).toBe(true);
  });

  test("the order changed meanwhile stops another change of order, not a wording", () => {
    const moved = edited({ kind: "question_moved", question: "a", by: "down" });
    expect(isStillAsRead(base, moved, { kind: "question_moved", question: "c", by: "up" })).toBe(
      false,
    );
    expect(isStillAsRead(base, moved, worded("c"))).toBe(true);
  });

  test("something added stops nobody", () => {
    const added = {
      kind: "question_added" as const,
      section: "only",
      type: "text" as const,
      label,
    };
    expect(isStillAsRead(base, edited(added), added)).toBe(true);
  });
});
