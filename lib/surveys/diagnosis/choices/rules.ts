import { questionOf } from "../../questionnaires/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { counted } from "../respondents/rules";
import { listOf, optionOf, shareOf } from "../rules";
import { type Response, roles } from "../schema";

export type Ranked = {
  value: string;
  /** Mean score of those who rated it, and the share who call it essential; null when nobody did. */
  mean: number | null;
  essentialShare: number | null;
  /** Respondents who rated it. */
  base: number;
};

/** Equipment from the most to the least wanted: by mean score, ties by the share "essential". */
export function equipmentRanking(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): Ranked[] {
  const question = questionOf(questionnaire, roles.equipment);
  if (question?.type !== "scale") return [];
  const scoreOf = new Map(question.scale.map(({ value, score }) => [value, score]));
  const top = Math.max(...scoreOf.values());
  const rated = responses.flatMap(({ answers }) => listOf(answers, roles.equipment));
  const ranked = question.rows.map(({ value }): Ranked => {
    const scores = rated.flatMap((pair) => {
      const [row, level = ""] = pair.split(":");
      return row === value ? (scoreOf.get(level) ?? []) : [];
    });
    const total = scores.reduce((sum, score) => sum + score, 0);
    return {
      value,
      mean: shareOf(total, scores.length),
      essentialShare: shareOf(scores.filter((score) => score === top).length, scores.length),
      base: scores.length,
    };
  });
  return ranked.sort(
    (a, b) =>
      (b.mean ?? -1) - (a.mean ?? -1) ||
      (b.essentialShare ?? -1) - (a.essentialShare ?? -1) ||
      a.value.localeCompare(b.value),
  );
}

export type Choices = {
  /** Respondents who answered the question. */
  base: number;
  counts: Map<string, number>;
};

/** How often each choice of a question was ticked, over those who answered it. */
export function choicesOf(responses: readonly Response[], question: string): Choices {
  const answered = responses.filter(({ answers }) => answers[question] !== undefined);
  const counts = counted(answered.flatMap(({ answers }) => listOf(answers, question)));
  return { base: answered.length, counts };
}

/** Services expected: by all, and by the profiles the survey gives priority to. */
export function servicesOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): { all: Choices; priority: Choices } {
  const priority = responses.filter(
    ({ answers }) => optionOf(questionnaire, answers, roles.profile)?.priority,
  );
  return {
    all: choicesOf(responses, roles.services),
    priority: choicesOf(priority, roles.services),
  };
}

/** What holds back those who might come and those who would not. */
export function obstaclesOf(responses: readonly Response[]): Choices {
  const hesitant = responses.filter(({ answers }) =>
    ["possible", "non"].includes(String(answers[roles.interest])),
  );
  return choicesOf(hesitant, roles.obstacles);
}
