import { holds } from "../conditions/rules";
import type { Answers, Question, Questionnaire } from "./schema";

export type ShownSection = { id: string; questions: Question[] };

/**
 * What this person is asked, in order: sections without a question left are skipped. A question not
 * shown has no answer, so what hangs on it is not shown either, whatever was typed before.
 */
export function shownSections(questionnaire: Questionnaire, given: Answers): ShownSection[] {
  const answers: Record<string, Answers[string]> = {};
  return questionnaire.sections.flatMap((section) => {
    if (!holds(section.showIf, answers)) return [];
    const questions = section.questions.filter((question) => {
      if (!holds(question.showIf, answers)) return false;
      const answer = given[question.id];
      if (answer !== undefined) answers[question.id] = answer;
      return true;
    });
    return questions.length > 0 ? [{ id: section.id, questions }] : [];
  });
}

/** The answers that count: those to questions shown. Hidden ones are dropped before anything is saved. */
export function keptAnswers(questionnaire: Questionnaire, given: Answers): Answers {
  const shown = shownSections(questionnaire, given).flatMap(({ questions }) => questions);
  const kept = shown.flatMap(({ id }) => {
    const answer = given[id];
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return Object.fromEntries(kept);
}

/** Whether a response counts: every question of `completion.minimumToCount` has an answer. */
export function isCounted(questionnaire: Questionnaire, answers: Answers): boolean {
  const kept = keptAnswers(questionnaire, answers);
  return questionnaire.completion.minimumToCount.every((id) => kept[id] !== undefined);
}

/** Minutes to read and answer what is shown: about 12 seconds a choice, more for grids and free text. */
export function minutesToAnswer(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, question) => sum + secondsOf(question), 0);
  return Math.max(1, Math.round(seconds / 60));
}

function secondsOf(question: Question): number {
  if (question.type === "grid") return 40;
  if (question.type === "scale") return 5 * question.rows.length;
  if (question.type === "longtext") return 45;
  if (question.type === "text") return 25;
  if (question.type === "single" || question.type === "multi") return 8 + question.options.length;
  return 12;
}
