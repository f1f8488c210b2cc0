import type { AskedQuestion } from "../editing/schema";
import type { Question } from "../schema";

type Before = {
  /** Asked until now, and asked before whose answers are kept. */
  current: readonly Question[];
  former: readonly Question[];
  /** Ids that somebody has answered. */
  answered: ReadonlySet<string>;
};

/**
 * What is asked from now on, and what was asked before of whom somebody answered. An answer stays under the
 * words it was given to: a question answered already and worded anew is another question, one worded as it
 * ever was is the same, wherever it stands in the form. `freshId` names a new one.
 */
export function settleQuestions(
  asked: readonly AskedQuestion[],
  { current, former, answered }: Before,
  freshId: () => string,
): { questions: Question[]; formerQuestions: Question[] } {
  const known = [...current, ...former];
  const taken = new Set<string>();
  const take = (found: Question | undefined) => {
    if (found) taken.add(found.id);
    return found?.id;
  };
  // First those worded alike, so that none of them loses its id to another row of the form.
  const alike = asked.map((question) =>
    take(known.find((one) => !taken.has(one.id) && isAlike(one, question))),
  );
  const questions = asked.map(({ id: said, ...question }, row) => {
    const mayKeep = (one: Question) =>
      one.id === said && !answered.has(one.id) && !taken.has(one.id);
    return { ...question, id: alike[row] ?? take(current.find(mayKeep)) ?? freshId() };
  });
  return {
    questions: questions.map(({ id, label, kind, options, required }) => ({
      ...{ id, label, kind, options, required },
    })),
    formerQuestions: known.filter(({ id }) => answered.has(id) && !taken.has(id)),
  };
}

type Worded = Pick<Question, "label" | "kind">;

/** A choice added or taken off changes no answer given; other words, or another kind of answer, may. */
function isAlike(one: Worded, other: Worded): boolean {
  return one.label === other.label && one.kind === other.kind;
}
