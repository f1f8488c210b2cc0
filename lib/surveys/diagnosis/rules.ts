import { questionOf } from "../questionnaires/rules";
import type { Answers, Questionnaire, SurveyOption } from "../questionnaires/schema";
import { roles } from "./schema";

/** The option chosen of a question with one choice, with its weights; null without an answer. */
export function optionOf(
  questionnaire: Questionnaire,
  answers: Answers,
  id: string,
): SurveyOption | null {
  return optionsOf(questionnaire, answers, id)[0] ?? null;
}

/** The options chosen of a question with one or several choices, in the order of the questionnaire. */
export function optionsOf(
  questionnaire: Questionnaire,
  answers: Answers,
  id: string,
): SurveyOption[] {
  const chosen = listOf(answers, id);
  const question = questionOf(questionnaire, id);
  const options = question && "options" in question ? question.options : [];
  return options.filter(({ value }) => chosen.includes(value));
}

/** The values of an answer as a list, empty without one. */
export function listOf(answers: Answers, id: string): string[] {
  const answer = answers[id];
  if (answer === undefined) return [];
  return Array.isArray(answer) ? answer : [String(answer)];
}

/** How many people a response speaks for: the number given when above zero, else one. */
export function personsOf(answers: Answers): number {
  const given = answers[roles.size];
  return typeof given === "number" && given > 0 ? given : 1;
}

/** A share of a base, null where there is no base. */
export function shareOf(part: number, base: number): number | null {
  return base > 0 ? part / base : null;
}
