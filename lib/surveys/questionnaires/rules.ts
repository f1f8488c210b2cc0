import { holds } from "../conditions/rules";
import type { Answer, Answers, Question, Questionnaire, SurveyOption } from "./schema";

export type ShownSection = { id: string; questions: Question[] };

/**
 * Goes through a questionnaire as whoever answers it does: a question is shown by the answers before it,
 * then has the one `answerOf` gives. A question not shown has none, so what hangs on it is not shown
 * either. Sections without a question left are skipped.
 */
export function walked(
  questionnaire: Questionnaire,
  answerOf: (question: Question, sofar: Answers) => Answer | undefined,
): { sections: ShownSection[]; answers: Answers } {
  const answers: Record<string, Answer> = {};
  const sections = questionnaire.sections.flatMap((section) => {
    if (!holds(section.showIf, answers)) return [];
    const questions = section.questions.filter((question) => {
      if (!holds(question.showIf, answers)) return false;
      const answer = answerOf(question, answers);
      if (answer !== undefined) answers[question.id] = answer;
      return true;
    });
    return questions.length > 0 ? [{ id: section.id, questions }] : [];
  });
  return { sections, answers };
}

/** What this person is asked, in order, whatever was typed before to what is no longer shown. */
export function shownSections(questionnaire: Questionnaire, given: Answers): ShownSection[] {
  return walked(questionnaire, ({ id }) => given[id]).sections;
}

/** The question of that name, whether it is asked or not; asked of each response, so kept by name. */
export function questionOf(questionnaire: Questionnaire, id: string): Question | undefined {
  const known = questionsByName.get(questionnaire);
  if (known) return known.get(id);
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  // The first of a name, as `find` would have it.
  const byName = new Map(questions.toReversed().map((question) => [question.id, question]));
  questionsByName.set(questionnaire, byName);
  return byName.get(id);
}

const questionsByName = new WeakMap<Questionnaire, ReadonlyMap<string, Question>>();

/** The options of the question of that name, in its order; none where it has none. */
export function optionsIn(questionnaire: Questionnaire, id: string): readonly SurveyOption[] {
  const question = questionOf(questionnaire, id);
  return question && "options" in question ? question.options : [];
}

/** Whether the question of that name is put to somebody, by answers of which what is kept is what was asked. */
export function isPutTo(
  { sections }: Pick<Questionnaire, "sections">,
  id: string,
): (answers: Answers) => boolean {
  const section = sections.find(({ questions }) => questions.some((each) => each.id === id));
  const question = section?.questions.find((each) => each.id === id);
  if (!question) return () => false;
  return (answers) => holds(section?.showIf, answers) && holds(question.showIf, answers);
}

/** The answers that count: those to questions shown. Hidden ones are dropped before anything is saved. */
export function keptAnswers(questionnaire: Questionnaire, given: Answers): Answers {
  return walked(questionnaire, ({ id }) => given[id]).answers;
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
