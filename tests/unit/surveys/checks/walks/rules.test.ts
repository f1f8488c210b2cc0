import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walksOf } from "@/lib/surveys/checks/walks/rules";
import { decideEdit } from "@/lib/surveys/edits/rules";
import { edit as editSchema } from "@/lib/surveys/edits/schema";
import { minutesToAnswer, shownSections } from "@/lib/surveys/questionnaires/rules";
import type { Answer, Answers, Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { anyEdit } from "@/tests/support/edits";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe("every way through a questionnaire", () => {
  test("its shortest way is ten questions or less, its longest under ten minutes", () => {
    const { shortest, longest } = walksOf(surveyOfTheValley());
    expect(shortest.length).toBeLessThanOrEqual(10);
    expect(longest.length).toBeGreaterThan(20);
    expect(minutesToAnswer(longest)).toBeLessThan(10);
    expect(minutesToAnswer(shortest)).toBeLessThan(minutesToAnswer(longest));
  });

  test("two choices of one question together open what neither opens alone", () => {
    const condition = {
      all: [
        { q: "m", in: ["yes"] },
        { q: "m", in: ["no"] },
      ],
    };
    const questions = [aQuestion("m", { type: "multi" }), aQuestion("b", { showIf: condition })];
    expect(walksOf(aQuestionnaire(questions)).neverAsked).toEqual([]);
    const one = [aQuestion("m", { type: "multi", maxChoices: 1 }), ...questions.slice(1)];
    expect(idsOf(walksOf(aQuestionnaire(one)).neverAsked)).toEqual(["b"]);
  });

  test("a required question is never left, so what hangs on leaving it is never asked", () => {
    const left = { not: { q: "a", answered: true as const } };
    const questions = [aQuestion("a"), aQuestion("b", { showIf: left })];
    expect(idsOf(walksOf(aQuestionnaire(questions)).neverAsked)).toEqual(["b"]);
    const optional = [aQuestion("a", { required: false }), ...questions.slice(1)];
    expect(walksOf(aQuestionnaire(optional)).neverAsked).toEqual([]);
  });

  test("a group hangs on its condition, each of its questions too", () => {
    const { sections, ...rest } = aQuestionnaire([aQuestion("a")]);
    const more = { ...sections[0], id: "more", showIf: { q: "a", in: ["yes"] } };
    const two = { ...rest, sections: [...sections, { ...more, questions: [aQuestion("b")] }] };
    const walks = walksOf(two as Questionnaire);
    expect(idsOf(walks.notAlways)).toEqual(["b"]);
    expect(idsOf(walks.shortest)).toEqual(["a"]);
    expect(idsOf(walks.longest)).toEqual(["a", "b"]);
  });

  test("thirty questions that each open another are still walked at once", () => {
    const questions = Array.from({ length: 30 }, (_, index) => [
      aQuestion(`q${index}`),
      aQuestion(`more${index}`, { showIf: { q: `q${index}`, in: ["yes"] } }),
    ]).flat();
    const walks = walksOf(aQuestionnaire(questions));
    expect(walks.isWhole).toBe(true);
    expect(walks.shortest).toHaveLength(30);
    expect(walks.longest).toHaveLength(60);
  });

  test("where it branches beyond anybody, nothing is said to be never asked", () => {
    const first = Array.from({ length: 14 }, (_, index) => aQuestion(`q${index}`));
    const all = first.map(({ id }) => ({ q: id, in: ["yes"] }));
    const walks = walksOf(aQuestionnaire([...first, aQuestion("last", { showIf: { all } })]));
    expect(walks.isWhole).toBe(false);
  });
});

const possible: Record<string, Answer[]> = {
  single: ["yes", "no"],
  multi: [["yes"], ["no"], ["yes", "no"]],
  number: [0, 1, 2],
};

/** Everything somebody may answer to a question « yes or no », several of them, a small number. */
function answersTo({ type, required }: Question): (Answer | undefined)[] {
  const given = possible[type] ?? [];
  return required ? given : [undefined, ...given];
}

/** One way after the other, as long as there are few. */
function everyWay(questionnaire: Questionnaire): Question[][] {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  let all: Answers[] = [{}];
  for (const question of questions) {
    all = all.flatMap((answers) =>
      answersTo(question).map((answer) =>
        answer === undefined ? answers : { ...answers, [question.id]: answer },
      ),
    );
  }
  return all.map((answers) =>
    shownSections(questionnaire, answers).flatMap(({ questions: shown }) => shown),
  );
}

test("walked together they are the ways one finds walking one after the other", () => {
  const begun = aQuestionnaire([
    aQuestion("a"),
    aQuestion("b", { required: false }),
    aQuestion("m", { type: "multi" }),
    aQuestion("n", { type: "number", min: 0, max: 2, step: 1, required: false }),
    aQuestion("z"),
  ]);
  const conditions = anyEdit(begun).filter(
    ({ kind }) => kind.startsWith("line") || kind === "question_moved",
  );
  const yesOrNo = fc.constantFrom("yes", "no");
  const line = fc.record({
    kind: fc.constant("line_added" as const),
    target: fc.record({ question: fc.constantFrom("b", "m", "n", "z") }),
    leaf: fc.oneof(
      fc.record({ q: fc.constantFrom("a", "b", "m"), in: yesOrNo.map((value) => [value]) }),
      fc.record({ q: fc.constantFrom("a", "b", "m"), notIn: yesOrNo.map((value) => [value]) }),
      fc.record({ q: fc.constant("n"), gte: fc.nat(3) }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(line, conditions), { maxLength: 8 }), (edits) => {
      const edited = edits.reduce<Questionnaire>((current, each) => {
        const decided = decideEdit(current, editSchema.parse(each));
        return decided.ok ? decided.value : current;
      }, begun);
      const ways = everyWay(edited);
      const walks = walksOf(edited);
      const asked = new Set(ways.flatMap(idsOf));
      const questions = edited.sections.flatMap((section) => section.questions);
      expect(idsOf(walks.neverAsked)).toEqual(idsOf(questions).filter((id) => !asked.has(id)));
      expect(idsOf(walks.notAlways)).toEqual(
        idsOf(questions.filter((each) => !ways.every((way) => way.includes(each)))),
      );
      expect(walks.shortest).toHaveLength(Math.min(...ways.map((way) => way.length)));
      expect(walks.longest).toHaveLength(Math.max(...ways.map((way) => way.length)));
    }),
    { numRuns: 200 },
  );
});
