import fc from "fast-check";
import { expect, test } from "vitest";
import { letterOf, printedForm } from "@/lib/surveys/printed/rules";
import type { Guard, PrintedCondition } from "@/lib/surveys/printed/schema";
import { shownSections, walked } from "@/lib/surveys/questionnaires/rules";
import type { Answer, Answers, Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, surveyOfTheValley } from "@/tests/support/questionnaires";

const valley = surveyOfTheValley();
const numbers = new Map(
  valley.sections.flatMap(({ questions }) => questions).map(({ id }, index) => [id, index + 1]),
);
const guardAt = (id: string, questionnaire = valley) =>
  printedForm(questionnaire)
    .flatMap(({ questions }) => questions)
    .find(({ question }) => question.id === id)?.guard;

test("questions are numbered through the whole sheet, in the order of the screen", () => {
  const all = printedForm(valley).flatMap(({ questions }) => questions);
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  expect(all.map(({ question }) => question.id)).toEqual([...numbers.keys()]);
});

test("an instruction says what to have answered, to which question, and where to go on otherwise", () => {
  const interest = numbers.get("interet") ?? 0;
  expect(guardAt("freins")).toMatchObject({
    when: { kind: "in", number: interest, values: ["possible", "non"] },
    next: interest + 2,
  });
});

test("questions that hang on the same are told once, for all of them", () => {
  const first = numbers.get("communes_souhaitees") ?? 0;
  expect(guardAt("communes_souhaitees")).toMatchObject({
    from: first,
    until: numbers.get("equipements"),
    next: numbers.get("services"),
  });
  expect(guardAt("temps_max")).toBeNull();
});

test("what hangs on a question that is passed over is passed over with it", () => {
  // Nobody without a place of work is sent to read about the way to it.
  expect(guardAt("commune_travail")?.next).toBe(numbers.get("teletravail_jours"));
});

test("a part one is not asked is passed over whole", () => {
  const budget = printedForm(valley).find(({ id }) => id === "budget");
  expect(budget?.guard).toMatchObject({
    from: numbers.get("formule"),
    until: numbers.get("payeur"),
    next: numbers.get("contribution"),
  });
});

test("nothing follows the last: otherwise it is the end", () => {
  const asked = aQuestionnaire([
    aQuestion("a"),
    aQuestion("b", { showIf: { q: "a", in: ["yes"] } }),
  ]);
  expect(guardAt("b", asked)?.next).toBeNull();
});

test("a negation is said at the answers it is about", () => {
  const showIf = { not: { all: [{ q: "a", in: ["yes"] }, { not: { q: "b", in: ["no"] } }] } };
  const asked = aQuestionnaire([aQuestion("a"), aQuestion("b"), aQuestion("c", { showIf })]);
  expect(guardAt("c", asked)?.when).toMatchObject({
    kind: "any",
    of: [
      { kind: "notIn", number: 1, values: ["yes"] },
      { kind: "in", number: 2, values: ["no"] },
    ],
  });
});

test("options have a letter each, beyond the alphabet too", () => {
  expect([0, 25, 26, 59].map(letterOf)).toEqual(["a", "z", "aa", "bh"]);
});

/** Somebody with the sheet and a pen, who reads no condition but those printed. */
function followed(
  questionnaire: Questionnaire,
  answerOf: (question: Question) => Answer | undefined,
) {
  const sections = printedForm(questionnaire);
  const lines = sections.flatMap(({ guard, questions }) =>
    questions.map((each, index) => ({ ...each, partGuard: index === 0 ? guard : null })),
  );
  const answers: Record<number, Answer> = {};
  const asked: string[] = [];
  let at = 1;
  for (let turns = 0; turns < 200; turns += 1) {
    const line = lines[at - 1];
    if (!line) return asked;
    const stop = [line.partGuard, line.guard].find((guard) => guard && !isMet(guard, answers));
    if (stop) {
      at = stop.next ?? lines.length + 1;
      continue;
    }
    asked.push(line.question.id);
    const answer = answerOf(line.question);
    if (answer !== undefined) answers[at] = answer;
    at += 1;
  }
  throw new Error("the sheet leads round and round");
}

function isMet({ when }: Guard, answers: Record<number, Answer>): boolean {
  const met = (condition: PrintedCondition): boolean =>
    "of" in condition
      ? condition.of[condition.kind === "all" ? "every" : "some"](met)
      : isLeafMet(condition, answers[condition.number]);
  return met(when);
}

function isLeafMet(
  condition: Exclude<PrintedCondition, { of: unknown }>,
  answer?: Answer,
): boolean {
  if ("values" in condition) {
    const given = answer === undefined ? [] : [answer].flat().map(String);
    const isListed = given.some((each) => condition.values.includes(each));
    return isListed === (condition.kind === "in");
  }
  if ("least" in condition) {
    const reaches = typeof answer === "number" && answer >= condition.least;
    return reaches === (condition.kind === "gte");
  }
  return (answer !== undefined) === (condition.kind === "answered");
}

function someAnswer(question: Question, draw: number): Answer | undefined {
  if (draw % 7 === 0) return undefined;
  if (question.type === "single" || question.type === "multi") {
    const value = question.options[draw % question.options.length]?.value ?? "";
    return question.type === "single" ? value : [value];
  }
  if (question.type === "number") return draw % 3;
  return ["x"];
}

test("whoever follows the sheet of the valley answers what the screen would have asked, no more, no less", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (draws) => {
      const draw = (id: string) => draws[(numbers.get(id) ?? 0) - 1] ?? 0;
      const answers: Answers = walked(valley, (each) => someAnswer(each, draw(each.id))).answers;
      const screen = shownSections(valley, answers).flatMap(({ questions }) =>
        questions.map(({ id }) => id),
      );
      expect(followed(valley, (each) => someAnswer(each, draw(each.id)))).toEqual(screen);
    }),
    { numRuns: 300 },
  );
});

const ids = ["a", "b", "c", "d", "e", "f"];
const leaf = fc.tuple(fc.nat(3), fc.nat(3)).map(([at, kind]) => {
  const q = ids[at] ?? "a";
  const leaves = [
    { q, in: ["yes"] },
    { q, notIn: ["yes"] },
    { q, answered: true as const },
  ];
  return leaves[kind] ?? { not: { q, in: ["yes", "no"] } };
});
const anyCondition = fc.oneof(
  leaf,
  fc.tuple(leaf, leaf).map((all) => ({ all })),
  fc.tuple(leaf, leaf).map((any) => ({ any })),
);

test("so it is of any questionnaire: the words and where they send to never mislead", () => {
  const conditions = fc.array(fc.option(anyCondition, { nil: undefined }), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(conditions, fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (given, draws) => {
      const questions = ids.map((id, index) => {
        // The first three are asked of everybody; no question hangs on itself.
        const isAfter = index > 3 || (index === 3 && !JSON.stringify(given[3])?.includes('"d"'));
        const showIf = isAfter ? given[index] : undefined;
        return aQuestion(id, showIf ? { showIf } : {});
      });
      const title = { fr: "x", en: "x" };
      const partIf = given[0];
      const asked: Questionnaire = {
        ...aQuestionnaire(questions),
        sections: [
          { id: "one", title, questions: questions.slice(0, 4) },
          {
            id: "two",
            title,
            questions: questions.slice(4),
            ...(partIf ? { showIf: partIf } : {}),
          },
        ],
      };
      const answerOf = ({ id }: Question) => ["yes", "no", undefined][draws[ids.indexOf(id)] ?? 0];
      const { sections } = walked(asked, answerOf);
      const screen = sections.flatMap((each) => each.questions.map(({ id }) => id));
      expect(followed(asked, answerOf)).toEqual(screen);
    }),
    { numRuns: 500 },
  );
});
