import { optionsIn } from "../questionnaires/rules";
import type { Answers, Questionnaire, SurveyOption } from "../questionnaires/schema";
import {
  type Assumptions,
  assumptionNames,
  assumptions,
  intentName,
  intentOption,
  roles,
} from "./schema";

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
  return optionsIn(questionnaire, id).filter(({ value }) => chosen.includes(value));
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

/** The weight supposed of each option of the question of interest, 0 to 1, in its order. */
export function intentWeightsOf(
  questionnaire: Questionnaire,
  { intentWeights }: Pick<Assumptions, "intentWeights">,
): Map<string, number> {
  return new Map(
    optionsIn(questionnaire, roles.interest).map(({ value, intentWeight }) => [
      value,
      intentWeights[value] ?? intentWeight ?? 0,
    ]),
  );
}

/**
 * How much the intent of a respondent weighs, 0 to 1. Null for whoever is not interested: their option
 * weighs nothing, neither as supposed nor as the questionnaire came.
 */
export function intentWeightOf(
  questionnaire: Questionnaire,
  answers: Answers,
  { intentWeights }: Pick<Assumptions, "intentWeights">,
): number | null {
  const option = optionOf(questionnaire, answers, roles.interest);
  const usual = option?.intentWeight ?? 0;
  const supposed = (option && intentWeights[option.value]) ?? usual;
  return usual === 0 && supposed === 0 ? null : supposed;
}

/** All that is supposed, flat, by the names forms and dates have: a weight of intent is a value as another. */
export function valuesOf(
  questionnaire: Questionnaire,
  given: Assumptions,
): Record<string, number | null> {
  const weights = [...intentWeightsOf(questionnaire, given)];
  return Object.fromEntries([
    ...weights.map(([option, weight]) => [intentName(option), weight] as const),
    ...assumptionNames.map((name) => [name, given[name]] as const),
  ]);
}

export type SaidAssumptions = { said: Assumptions } | { outOfBounds: string[] };

/**
 * Flat values as they are stored: what is not said is as it came, and so is a weight equal to that of the
 * questionnaire. Or the names of those that are out of their bounds.
 */
export function assumptionsFrom(
  questionnaire: Questionnaire,
  values: Readonly<Record<string, number>>,
): SaidAssumptions {
  const usual = intentWeightsOf(questionnaire, { intentWeights: {} });
  const weights = Object.entries(values).flatMap(([name, weight]) => {
    const option = intentOption(name);
    const isNew = option !== null && usual.has(option) && usual.get(option) !== weight;
    return isNew ? [[option, weight] as const] : [];
  });
  const read = assumptions.safeParse({ ...values, intentWeights: Object.fromEntries(weights) });
  if (read.success) return { said: read.data };
  const nameOf = ([first, option]: PropertyKey[]) =>
    first === "intentWeights" ? intentName(String(option)) : String(first);
  return { outOfBounds: read.error.issues.map(({ path }) => nameOf(path)) };
}

/** Whether desks are planned from the fewest to the most: the fuller they are, the fewer it takes. */
export function areOccupanciesInOrder(given: Assumptions): boolean {
  const { fewestDesksOccupancy, targetOccupancy, mostDesksOccupancy } = given;
  return mostDesksOccupancy <= targetOccupancy && targetOccupancy <= fewestDesksOccupancy;
}
