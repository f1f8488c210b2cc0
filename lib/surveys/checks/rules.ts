import { holds, questionsOf } from "../conditions/rules";
import { shownSections } from "../questionnaires/rules";
import type { Answer, Answers, Condition, Question, Questionnaire } from "../questionnaires/schema";
import type { Fault } from "./schema";

/**
 * Everything that would trap somebody who answers: names used twice, conditions on what comes later or
 * does not exist, questions nobody can reach, bounds nobody can meet. Empty = every path walks.
 */
export function faultsOf(questionnaire: Questionnaire): Fault[] {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const conditions = questionnaire.sections.flatMap((section) => [
    ...conditionOn(section.questions[0], section.showIf),
    ...section.questions.flatMap((question) => conditionOn(question, question.showIf)),
  ]);
  const named = [
    ...sameIds(questions),
    ...questions.flatMap((question) => [...sameValues(question), ...boundsOf(question)]),
    ...conditions.flatMap(([question, condition]) =>
      faultsOfCondition(question, condition, questions),
    ),
    ...neededButOptional(questionnaire, questions),
  ];
  // Walking needs conditions that can be read.
  return named.length > 0 ? named : unreachable(questionnaire, questions);
}

/** Shortest and longest way through, as the questions asked, over everything conditions look at. */
export function walksOf(questionnaire: Questionnaire): {
  shortest: Question[];
  longest: Question[];
} {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const deciding = questions.filter(({ id }) => decides(questionnaire).has(id));
  let shortest: Question[] | null = null;
  let longest: Question[] = [];
  for (const answers of everyAnswer(deciding, conditionsOf(questionnaire))) {
    const asked = shownSections(questionnaire, answers).flatMap((shown) => shown.questions);
    if (!shortest || asked.length < shortest.length) shortest = asked;
    if (asked.length > longest.length) longest = asked;
  }
  return { shortest: shortest ?? questions, longest };
}

function conditionOn(
  question: Question | undefined,
  condition: Condition | undefined,
): [Question, Condition][] {
  return question && condition ? [[question, condition]] : [];
}

function sameIds(questions: Question[]): Fault[] {
  const ids = questions.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => ({
    fault: "same_id",
    question: id,
  }));
}

function sameValues(question: Question): Fault[] {
  const lists = [
    "options" in question ? question.options : [],
    "rows" in question ? question.rows : [],
    "columns" in question ? question.columns : [],
    "scale" in question ? question.scale : [],
  ];
  return lists.flatMap((list) => {
    const values = list.map(({ value }) => value);
    const twice = values.filter((value, index) => values.indexOf(value) < index);
    return [...new Set(twice)].map(
      (value): Fault => ({
        fault: "same_value",
        question: question.id,
        value,
      }),
    );
  });
}

function boundsOf(question: Question): Fault[] {
  if (question.type === "number" && question.min > question.max) {
    return [{ fault: "impossible_bounds", question: question.id }];
  }
  if (question.type !== "multi") return [];
  const together = question.options.filter(({ exclusive }) => !exclusive).length;
  const most = Math.min(question.maxChoices ?? together, together);
  return question.minChoices > most ? [{ fault: "impossible_choices", question: question.id }] : [];
}

function faultsOfCondition(question: Question, condition: Condition, all: Question[]): Fault[] {
  const own = all.indexOf(question);
  const unknown = questionsOf(condition).flatMap((about): Fault[] => {
    const index = all.findIndex(({ id }) => id === about);
    if (index < 0) return [{ fault: "unknown_question", question: question.id, about }];
    return index >= own ? [{ fault: "later_question", question: question.id, about }] : [];
  });
  return unknown.length > 0
    ? unknown
    : leavesOf(condition).flatMap((leaf) => {
        const about = all.find(({ id }) => id === leaf.q);
        return about ? faultsOfLeaf(question, leaf, about) : [];
      });
}

type Leaf = Extract<Condition, { q: string }>;

function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}

function faultsOfLeaf(question: Question, leaf: Leaf, about: Question): Fault[] {
  if ("gte" in leaf && about.type !== "number") {
    return [{ fault: "not_a_number", question: question.id, about: about.id }];
  }
  if (!("options" in about)) return [];
  return valuesOf(leaf)
    .filter((value) => !about.options.some((option) => option.value === value))
    .map((value) => ({ fault: "unknown_value", question: question.id, about: about.id, value }));
}

function valuesOf(leaf: Leaf): string[] {
  if ("in" in leaf) return leaf.in;
  return "notIn" in leaf ? leaf.notIn : [];
}

function neededButOptional({ completion }: Questionnaire, questions: Question[]): Fault[] {
  return completion.minimumToCount
    .filter((id) => !questions.some((question) => question.id === id && question.required))
    .map((id) => ({ fault: "needed_but_optional", question: id }));
}

function conditionsOf(questionnaire: Questionnaire): Condition[] {
  return questionnaire.sections.flatMap((section) =>
    [section.showIf, ...section.questions.map(({ showIf }) => showIf)].filter(
      (condition) => condition !== undefined,
    ),
  );
}

function decides(questionnaire: Questionnaire): Set<string> {
  return new Set(conditionsOf(questionnaire).flatMap(questionsOf));
}

/** Questions that no answer to what comes before them ever shows. */
function unreachable(questionnaire: Questionnaire, questions: Question[]): Fault[] {
  const conditions = conditionsOf(questionnaire);
  const deciding = questions.filter(({ id }) => decides(questionnaire).has(id));
  const left = new Set(questions.map(({ id }) => id));
  for (const answers of everyAnswer(deciding, conditions)) {
    for (const { questions: shown } of shownSections(questionnaire, answers)) {
      for (const { id } of shown) left.delete(id);
    }
    if (left.size === 0) break;
  }
  return [...left].map((question) => ({ fault: "never_asked", question }));
}

/** Most combinations tried: beyond, a questionnaire branches more than anybody could follow. */
const mostCombinations = 200_000;

/** Every combination of answers that conditions can tell apart, "no answer" included. */
function* everyAnswer(deciding: Question[], conditions: Condition[]): Generator<Answers> {
  const choices = deciding.map(
    (question) => [question.id, alikesOf(question, conditions)] as const,
  );
  const total = choices.reduce((product, [, list]) => product * list.length, 1);
  for (let index = 0; index < Math.min(total, mostCombinations); index++) {
    let rest = index;
    const entries = choices.flatMap(([id, list]) => {
      const answer = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return answer === undefined ? [] : [[id, answer] as const];
    });
    yield Object.fromEntries(entries);
  }
}

/** One answer of each sort that the conditions on a question tell apart. */
function alikesOf(question: Question, conditions: Condition[]): (Answer | undefined)[] {
  const leaves = conditions.flatMap(leavesOf).filter(({ q }) => q === question.id);
  const sorts = new Map<string, Answer | undefined>();
  for (const answer of [undefined, ...answersTo(question, leaves)]) {
    const given = answer === undefined ? {} : { [question.id]: answer };
    sorts.set(leaves.map((leaf) => (holds(leaf, given) ? "1" : "0")).join(""), answer);
  }
  return [...sorts.values()];
}

function answersTo(question: Question, leaves: Leaf[]): Answer[] {
  if (question.type === "single") return question.options.map(({ value }) => value);
  if (question.type === "multi") return question.options.map(({ value }) => [value]);
  if (question.type === "number") {
    const thresholds = leaves.flatMap((leaf) => ("gte" in leaf ? [leaf.gte] : []));
    const candidates = [question.min, question.max, ...thresholds];
    return candidates.filter((value) => value >= question.min && value <= question.max);
  }
  if (question.type === "grid" || question.type === "scale" || question.type === "communes") {
    return [["any"]];
  }
  const listed = leaves.flatMap((leaf) => ("in" in leaf ? leaf.in : []));
  return ["any", ...listed];
}
