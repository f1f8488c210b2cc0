import type { Locale } from "@/lib/core/locale";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";

/** The label of an option, a row or a column of a question; the value itself when it has none. */
export function labelOf(
  questionnaire: Questionnaire,
  questionId: string,
  value: string,
  locale: Locale,
): string {
  const question = questionOf(questionnaire, questionId);
  if (!question) return value;
  const lists = [
    "options" in question ? question.options : [],
    "rows" in question ? question.rows : [],
    "columns" in question ? question.columns : [],
  ];
  return lists.flat().find((each) => each.value === value)?.label[locale] ?? value;
}

/** Lines of options in the order of their question, the first of each; what is none of them is last. */
export function inOrder<Line extends { keys: string[] }>(
  questionnaire: Questionnaire,
  questionId: string,
  lines: readonly Line[],
): Line[] {
  const question = questionOf(questionnaire, questionId);
  const options = question && "options" in question ? question.options : [];
  const ranks = new Map(options.map(({ value }, index) => [value, index]));
  const rankOf = ({ keys }: Line) =>
    Math.min(...keys.map((key) => ranks.get(key) ?? Number.POSITIVE_INFINITY));
  return lines.toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : Number(rankOf(a) > rankOf(b))));
}

/** Rows and columns of a grid, in their words. */
export function gridOf(questionnaire: Questionnaire, questionId: string, locale: Locale) {
  const question = questionOf(questionnaire, questionId);
  const named = (list: { value: string; label: Record<Locale, string> }[]) =>
    list.map(({ value, label }) => ({ value, label: label[locale] }));
  return question?.type === "grid"
    ? { rows: named(question.rows), columns: named(question.columns) }
    : { rows: [], columns: [] };
}
