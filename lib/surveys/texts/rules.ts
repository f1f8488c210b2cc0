import type { Questionnaire } from "../questionnaires/schema";

/** Questions answered in one's own words. */
export function textQuestionsOf(questionnaire: Questionnaire): string[] {
  return questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === "text" || type === "longtext")
    .map(({ id }) => id);
}
