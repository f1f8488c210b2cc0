import type { Answer, Answers, Condition } from "../questionnaires/schema";

/**
 * Whether a condition holds of the answers given so far. A question without an answer is in no list,
 * reaches no number and is not answered; `notIn` of it is true. Of several choices, `in` is true when
 * at least one is listed, `notIn` when none is.
 */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((each) => holds(each, answers));
  if ("any" in condition) return condition.any.some((each) => holds(each, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  const answer = answers[condition.q];
  if ("in" in condition) return chosen(answer).some((value) => condition.in.includes(value));
  if ("notIn" in condition) return !chosen(answer).some((value) => condition.notIn.includes(value));
  if ("gte" in condition) return typeof answer === "number" && answer >= condition.gte;
  return answer !== undefined;
}

/**
 * Whether a condition may still come to hold (`wanted` true) or to fail (false) once the `open` questions
 * are answered, whatever the answer; all others stand as they are.
 */
export function mayHold(
  condition: Condition | undefined,
  answers: Answers,
  open: ReadonlySet<string>,
  wanted = true,
): boolean {
  if (!condition) return wanted;
  const may = (each: Condition) => mayHold(each, answers, open, wanted);
  if ("all" in condition) return wanted ? condition.all.every(may) : condition.all.some(may);
  if ("any" in condition) return wanted ? condition.any.some(may) : condition.any.every(may);
  if ("not" in condition) return mayHold(condition.not, answers, open, !wanted);
  return open.has(condition.q) || holds(condition, answers) === wanted;
}

/** Questions a condition looks at, each once. */
export function questionsOf(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ("all" in condition) return [...new Set(condition.all.flatMap(questionsOf))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(questionsOf))];
  if ("not" in condition) return questionsOf(condition.not);
  return [condition.q];
}

/** The comparisons a condition is made of, whatever joins them. */
export function leavesOf(condition: Condition | undefined): Extract<Condition, { q: string }>[] {
  if (!condition) return [];
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}

function chosen(answer: Answer | undefined): string[] {
  if (answer === undefined) return [];
  return Array.isArray(answer) ? answer : [String(answer)];
}
