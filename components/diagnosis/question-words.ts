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

/** Rows and columns of a grid, in their words. */
export function gridOf(questionnaire: Questionnaire, questionId: string, locale: Locale) {
  const question = questionOf(questionnaire, questionId);
  const named = (list: { value: string; label: Record<Locale, string> }[]) =>
    list.map(({ value, label }) => ({ value, label: label[locale] }));
  return question?.type === "grid"
    ? { rows: named(question.rows), columns: named(question.columns) }
    : { rows: [], columns: [] };
}
