import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Condition, Question } from "@/lib/surveys/questionnaires/schema";
import { labelOf, type Wording } from "./fault-words";

/** « à « Quelle situation… », la réponse est Indépendant ou Étudiant »: a condition as a sentence goes on. */
export function conditionWords(condition: Condition, wording: Wording): string {
  const { t } = wording;
  if ("all" in condition) return joined(condition.all, "all", wording);
  if ("any" in condition) return joined(condition.any, "any", wording);
  if ("not" in condition) return t("condition.not", { said: grouped(condition.not, wording) });
  const question = labelOf(condition.q, wording);
  if ("gte" in condition) return t("condition.gte", { question, least: condition.gte });
  if ("answered" in condition) return t("condition.answered", { question });
  const values = "in" in condition ? condition.in : condition.notIn;
  const answers = valueWords(condition.q, values, wording);
  return t("in" in condition ? "condition.in" : "condition.notIn", { question, answers });
}

function joined(conditions: readonly Condition[], how: "all" | "any", wording: Wording): string {
  const said = conditions.map((each) => grouped(each, wording));
  return said.reduce((first, second) => wording.t(`condition.${how}`, { first, second }));
}

/** Several within several stand in brackets. */
function grouped(condition: Condition, wording: Wording): string {
  const said = conditionWords(condition, wording);
  return "all" in condition || "any" in condition ? wording.t("condition.group", { said }) : said;
}

function valueWords(id: string, values: readonly string[], wording: Wording): string {
  const question = questionOf(wording.questionnaire, id);
  const words = values.map((value) => answerLabel(question, value, wording) ?? value);
  return new Intl.ListFormat(wording.locale, { type: "disjunction" }).format(words);
}

/** The answers a condition may ask about, by name; none where there is no list of them. */
export function answersOf(
  question: Question,
  { locale }: Pick<Wording, "locale">,
): { value: string; label: string }[] {
  if ("options" in question) {
    return question.options.map(({ value, label }) => ({ value, label: label[locale] }));
  }
  if (question.type !== "grid" && question.type !== "scale") return [];
  const columns = question.type === "grid" ? question.columns : question.scale;
  return question.rows.flatMap((row) =>
    columns.map((column) => ({
      value: `${row.value}:${column.value}`,
      label: `${row.label[locale]}, ${column.label[locale]}`,
    })),
  );
}

function answerLabel(question: Question | undefined, value: string, wording: Wording) {
  const answers = question ? answersOf(question, wording) : [];
  return answers.find((each) => each.value === value)?.label;
}
