import { leavesOf, questionsOf } from "../conditions/rules";
import type { Condition, Question, Questionnaire } from "../questionnaires/schema";
import type { Fault } from "./schema";
import { walksOf } from "./walks/rules";

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
    ...questions.flatMap((question, index) => otherOf(question, questions.slice(0, index))),
    ...neededButOptional(questionnaire, questions),
  ];
  // Walking needs conditions that can be read.
  return named.length > 0 ? named : faultsOfWalks(questionnaire);
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

/** A number may not be below another one only if that one is asked before it. */
function otherOf(question: Question, before: Question[]): Fault[] {
  const about = question.type === "number" ? question.validate?.gteField : undefined;
  if (about === undefined) return [];
  const isNumber = before.some(({ id, type }) => id === about && type === "number");
  return isNumber ? [] : [{ fault: "unknown_other", question: question.id, about }];
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

type Leaf = ReturnType<typeof leavesOf>[number];

function faultsOfLeaf(question: Question, leaf: Leaf, about: Question): Fault[] {
  if ("gte" in leaf && about.type !== "number") {
    return [{ fault: "not_a_number", question: question.id, about: about.id }];
  }
  const known = valuesTo(about);
  if (!known) return [];
  return valuesOf(leaf)
    .filter((value) => !known.includes(value))
    .map((value) => ({ fault: "unknown_value", question: question.id, about: about.id, value }));
}

/** Values an answer may have, null for what has no list of them. */
function valuesTo(question: Question): string[] | null {
  if ("options" in question) return question.options.map(({ value }) => value);
  if (question.type !== "grid" && question.type !== "scale") return null;
  const columns = question.type === "grid" ? question.columns : question.scale;
  return question.rows.flatMap((row) => columns.map((column) => `${row.value}:${column.value}`));
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

/** Questions that no answer to what comes before them ever shows, and those a response needs that some miss. */
function faultsOfWalks(questionnaire: Questionnaire): Fault[] {
  const { neverAsked, notAlways, isWhole } = walksOf(questionnaire);
  if (!isWhole) return [];
  const { minimumToCount } = questionnaire.completion;
  const missed = notAlways.filter((each) => !neverAsked.includes(each));
  return [
    ...neverAsked.map(({ id }): Fault => ({ fault: "never_asked", question: id })),
    ...missed
      .filter(({ id }) => minimumToCount.includes(id))
      .map(({ id }): Fault => ({ fault: "needed_not_asked", question: id })),
  ];
}
