import { holds, questionsOf } from "../conditions/rules";
import { minutesToAnswer, shownSections } from "../questionnaires/rules";
import type { Answers, Condition, Questionnaire } from "../questionnaires/schema";

export type Progress = {
  /** From one. */
  step: number;
  steps: number;
  /** Minutes left, this step included, at least one. */
  minutes: number;
};

/**
 * Where a step stands among those this person will or may see: what hangs on a question not answered yet
 * counts, so that the way is never longer than said. Step 0 for a section that is not on it.
 */
export function progressOf(
  questionnaire: Questionnaire,
  answers: Answers,
  section: string,
): Progress {
  const ahead = questionnaire.sections
    .filter(({ showIf }) => mayHold(showIf, answers))
    .map(({ id, questions }) => ({
      id,
      questions: questions.filter(({ showIf }) => mayHold(showIf, answers)),
    }))
    .filter(({ questions }) => questions.length > 0);
  const index = ahead.findIndex(({ id }) => id === section);
  const left = ahead.slice(Math.max(0, index)).flatMap(({ questions }) => questions);
  const sure = shownSections(questionnaire, answers).flatMap(({ questions }) => questions);
  // Nobody is asked all that may be: half of what is open yet is near enough.
  const least = minutesToAnswer(left.filter((question) => sure.includes(question)));
  const minutes = Math.round((minutesToAnswer(left) + least) / 2);
  return { step: index + 1, steps: ahead.length, minutes };
}

function mayHold(condition: Condition | undefined, answers: Answers): boolean {
  const isOpen = questionsOf(condition).some((id) => answers[id] === undefined);
  return isOpen || holds(condition, answers);
}
