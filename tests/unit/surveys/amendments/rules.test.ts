import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideAmendment,
  differenceOf,
  keepsMeaning,
  mayAmend,
} from "@/lib/surveys/amendments/rules";
import type { DifferenceKind } from "@/lib/surveys/amendments/schema";
import type { Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const valley = surveyOfTheValley();
const questions = valley.sections.flatMap((section) => section.questions);
const anyText = fc.record({ fr: fc.string({ minLength: 1 }), en: fc.string({ minLength: 1 }) });

type Loose = Record<string, unknown> & { id: string };

/** The questionnaire with one of its questions changed. */
function withQuestion(id: string, change: (question: Loose) => Loose): Questionnaire {
  const sections = valley.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) =>
      each.id === id ? (change(structuredClone(each)) as Question) : each,
    ),
  }));
  return { ...valley, version: 2, sections };
}

const idsWhere = (is: (question: Question) => boolean) =>
  fc.constantFrom(...questions.filter(is).map(({ id }) => id));
const anyId = fc.constantFrom(...questions.map(({ id }) => id));
type Chosen = Extract<Question, { options: unknown }>;
const hasOptions = (question: Question): question is Chosen => "options" in question;
const anyChoice = fc.constantFrom(
  ...questions
    .filter(hasOptions)
    .flatMap(({ id, options }) => options.map(({ value }) => ({ id, value }))),
);

const kindOf = (after: Questionnaire): DifferenceKind | undefined =>
  differenceOf(valley, after)?.kind;

describe("a version keeps the meaning", () => {
  test("when it is the same", () => {
    expect(keepsMeaning(valley, structuredClone(valley))).toBe(true);
  });

  test("whatever the words: titles, labels, help, choices, in both languages", () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const reworded: Questionnaire = {
          ...valley,
          ...{ version: 2, title: words, intro: words },
          sections: valley.sections.map((section) => ({
            ...section,
            ...{ title: words, intro: words },
            questions: section.questions.map(
              (each) =>
                ({
                  ...each,
                  ...{ label: words, help: words },
                  ...(hasOptions(each)
                    ? { options: each.options.map((option) => ({ ...option, label: words })) }
                    : {}),
                }) as Question,
            ),
          })),
        };
        expect(differenceOf(valley, reworded)).toBeNull();
      }),
    );
  });

  test("whatever the order of the choices, and with one more after the others", () => {
    const anyOrder = idsWhere(hasOptions).chain((id) => {
      const found = questions.filter(hasOptions).find((each) => each.id === id);
      const options = found?.options ?? [];
      const all = { minLength: options.length, maxLength: options.length };
      return fc.shuffledSubarray(options, all).map((shuffled) => ({ id, shuffled }));
    });
    fc.assert(
      fc.property(anyOrder, anyText, fc.boolean(), ({ id, shuffled }, label, isMore) => {
        const more = isMore ? [{ value: "one_more", label }] : [];
        const after = withQuestion(id, (each) => ({ ...each, options: [...shuffled, ...more] }));
        expect(differenceOf(valley, after)).toBeNull();
      }),
    );
  });

  test("when a question need no longer be answered, or takes more", () => {
    const number = questions.find(({ type }) => type === "number")?.id ?? "";
    const free = questions.find(({ required }) => required)?.id ?? "";
    expect(kindOf(withQuestion(free, (each) => ({ ...each, required: false })))).toBeUndefined();
    const wider = withQuestion(number, (each) => ({ ...each, max: Number(each["max"]) + 1 }));
    expect(kindOf(wider)).toBeUndefined();
  });
});

describe("a version does not keep the meaning", () => {
  test("when two choices exchange their words, in one language or both", () => {
    const swapped = (languages: ("fr" | "en")[]) =>
      withQuestion("interet", (each) => {
        const { options } = each as unknown as Chosen;
        const [first, ...others] = options;
        const last = others.pop();
        if (!first || !last) throw new Error("a question of choices");
        const taking = (one: typeof first, other: typeof first) => ({
          ...one,
          label: { ...one.label, ...Object.fromEntries(languages.map((l) => [l, other.label[l]])) },
        });
        return { ...each, options: [taking(first, last), ...others, taking(last, first)] };
      });
    for (const languages of [["fr"], ["en"], ["fr", "en"]] as const) {
      expect(kindOf(swapped([...languages]))).toBe("choice_meaning");
    }
  });

  test("with a choice less, or one that is called otherwise", () => {
    fc.assert(
      fc.property(anyChoice, fc.boolean(), ({ id, value }, isRenamed) => {
        const after = withQuestion(id, (each) => ({
          ...each,
          options: (each as unknown as Chosen).options.flatMap((option) => {
            if (option.value !== value) return [option];
            return isRenamed ? [{ ...option, value: "renamed" }] : [];
          }),
        }));
        expect(kindOf(after)).toBe("choice_gone");
      }),
    );
  });

  test("with a choice that counts otherwise, or a new one before another", () => {
    fc.assert(
      fc.property(anyChoice, ({ id, value }) => {
        const options = (each: Loose) => (each as unknown as Chosen).options;
        const weighed = withQuestion(id, (each) => ({
          ...each,
          options: options(each).map((option) =>
            option.value === value ? { ...option, minutes: 7_777 } : option,
          ),
        }));
        expect(kindOf(weighed)).toBe("choice_meaning");
        const label = { fr: "x", en: "x" };
        const first = withQuestion(id, (each) => ({
          ...each,
          options: [{ value: "one_more", label }, ...options(each)],
        }));
        expect(kindOf(first)).toBe("choice_place");
      }),
    );
  });

  test("with another type, another condition, or a question that must now be answered", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const other = (each: Loose) => (each["type"] === "text" ? "longtext" : "text");
        const typed = withQuestion(id, (each) => ({ ...each, type: other(each) }));
        expect(kindOf(typed)).toBe("type");
        const showIf = { q: "never_asked", answered: true };
        expect(kindOf(withQuestion(id, (each) => ({ ...each, showIf })))).toBe("condition");
      }),
    );
    fc.assert(
      fc.property(
        idsWhere(({ required }) => !required),
        (id) => {
          const after = withQuestion(id, (each) => ({ ...each, required: true }));
          expect(kindOf(after)).toBe("required");
        },
      ),
    );
  });

  test("with a question less, one more, or in another place", () => {
    const [a, b, c] = ["a", "b", "c"].map((id) => aQuestion(id)) as [Question, Question, Question];
    const before = aQuestionnaire([a, b]);
    const saying = (list: Question[]) => differenceOf(before, aQuestionnaire(list));
    expect(saying([a])).toEqual({ kind: "question_gone", label: b.label });
    expect(saying([a, b, c])).toEqual({ kind: "question_added", label: c.label });
    expect(differenceOf(before, { ...before, ...aQuestionnaire([b, a]) })).toEqual({
      kind: "question_order",
      label: a.label,
    });
  });

  test("with limits that are narrower, or figures in another unit", () => {
    const number = { type: "number", min: 0, max: 10, step: 1, unit: "days" };
    const saying = (change: object) =>
      differenceOf(
        aQuestionnaire([aQuestion("a", number)]),
        aQuestionnaire([aQuestion("a", { ...number, ...change })]),
      )?.kind;
    expect(saying({ max: 9 })).toBe("bounds");
    expect(saying({ min: 1 })).toBe("bounds");
    expect(saying({ unit: "hours" })).toBe("bounds");
    expect(saying({ step: 2 })).toBe("bounds");
    expect(saying({ min: -1, max: 11 })).toBeUndefined();
  });

  test("with a row more in a grid, other sections, or another least answer to count", () => {
    const words = { fr: "x", en: "x" };
    const grid = questions.find(({ type }) => type === "grid");
    const longer = withQuestion(grid?.id ?? "", (each) => ({
      ...each,
      rows: [...(each["rows"] as object[]), { value: "sunday_night", label: words }],
    }));
    expect(differenceOf(valley, longer)).toEqual({ kind: "choice_added", label: grid?.label });
    const { sections } = valley;
    expect(kindOf({ ...valley, sections: sections.slice(1) })).toBe("sections");
    const last = { ...aQuestionnaire([aQuestion("z")]).sections[0], id: "more" } as never;
    expect(kindOf({ ...valley, sections: [...sections, last] })).toBe("sections");
    const hidden = sections.map((each) => ({ ...each, showIf: { not: { q: "q", gte: 1 } } }));
    expect(kindOf({ ...valley, sections: hidden })).toBe("section_condition");
    const least = { minimumToCount: [...valley.completion.minimumToCount, "other"] };
    expect(kindOf({ ...valley, completion: least })).toBe("minimum");
  });
});

test("only a campaign to come or open moves, and only to a version after its own", () => {
  const states = ["draft", "to_come", "open", "closed", "published"] as const;
  expect(states.filter(mayAmend)).toEqual(["to_come", "open"]);
  expect(decideAmendment({ state: "open", version: 2 }, 3)).toEqual({ ok: true, value: null });
  expect(decideAmendment({ state: "open", version: 2 }, 1)).toMatchObject({
    refusal: "not_later",
  });
  expect(decideAmendment({ state: "closed", version: 2 }, 3)).toMatchObject({ refusal: "not_now" });
  expect(decideAmendment({ state: "draft", version: 2 }, 3)).toMatchObject({ refusal: "not_now" });
});
