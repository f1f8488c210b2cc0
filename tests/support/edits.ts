import fc from "fast-check";
import {
  type Edit,
  type Leaf,
  listNames,
  questionTypes,
  requirements,
  weightNames,
} from "@/lib/surveys/edits/schema";
import type { Condition, Questionnaire } from "@/lib/surveys/questionnaires/schema";

const text = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme" }).map((some) => `a${some}`);
const words = fc.record({ fr: text, en: text });
const by = fc.constantFrom("up" as const, "down" as const);
const number = fc.integer({ min: -50, max: 500 });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Any edit, of what is in a questionnaire or of what is not. */
export function anyEdit(questionnaire: Questionnaire): fc.Arbitrary<Edit> {
  const questions = questionnaire.sections.flatMap(({ questions: own }) => own);
  const values = questions.flatMap((each) =>
    "options" in each ? each.options.map((option) => option.value) : [],
  );
  const section = fc.constantFrom(...questionnaire.sections.map(({ id }) => id), "nowhere");
  const question = fc.constantFrom(...questions.map(({ id }) => id), "nobody");
  const value = fc.constantFrom(...values, "nothing");
  const type = fc.constantFrom(...questionTypes);
  const target = fc.oneof(fc.record({ question }), fc.record({ section }));
  const leaf = fc.oneof<fc.Arbitrary<Leaf>[]>(
    fc.record({ q: question, in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ q: question, notIn: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ q: question, gte: number }),
    fc.record({ q: question, answered: fc.constant(true as const) }),
  );
  const condition: fc.Arbitrary<Condition | null> = fc.option<Condition>(leaf);
  const bounds = fc.record(
    {
      min: number,
      max: number,
      step: fc.integer({ min: 1, max: 9 }),
      unit: fc.constantFrom("", "€"),
      atLeast: fc.oneof(question, fc.constantFrom("", "No Name")),
      minChoices: fc.nat(9),
      maxChoices: fc.option(fc.integer({ min: 1, max: 60 })),
      memberOnly: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 5_000 }),
    },
    { requiredKeys: [] },
  );
  const weights = fc.dictionary(fc.constantFrom(...weightNames), number);
  const items = fc.array(
    fc.record({ value, label: words, exclusive: fc.boolean(), weights: optional(weights) }),
    { maxLength: 8 },
  );
  const kind = <Kind extends Edit["kind"]>(of: Kind) => fc.constant(of);
  const edits: fc.Arbitrary<Edit>[] = [
    fc.record({ kind: kind("intro_worded"), title: words, intro: words }),
    fc.record({ kind: kind("section_worded"), section, title: words, intro: optional(words) }),
    fc.record({ kind: kind("section_added"), title: words, type, label: words }),
    fc.record({ kind: kind("section_moved"), section, by }),
    fc.record({ kind: kind("section_removed"), section }),
    fc.record({ kind: kind("question_added"), section, type, label: words }),
    fc.record({
      kind: kind("question_changed"),
      question,
      label: words,
      help: optional(words),
      requirement: fc.constantFrom(...requirements),
      bounds,
    }),
    fc.record({ kind: kind("question_moved"), question, by }),
    fc.record({ kind: kind("question_removed"), question }),
    fc.record({
      kind: kind("list_changed"),
      question,
      list: fc.constantFrom(...listNames),
      items,
      added: optional(words),
      after: optional(
        fc.record({
          value,
          what: fc.constantFrom("up" as const, "down" as const, "remove" as const),
        }),
      ),
    }),
    fc.record({ kind: kind("line_added"), target, leaf }),
    fc.record({ kind: kind("line_removed"), target, index: fc.nat(2) }),
    fc.record({
      kind: kind("lines_joined"),
      target,
      how: fc.constantFrom("all" as const, "any" as const),
    }),
    fc.record({ kind: kind("condition_written"), target, condition }),
  ];
  return fc.oneof(...edits);
}
