import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import { letterOf } from "@/lib/surveys/printed/rules";
import type { Guard, PrintedCondition } from "@/lib/surveys/printed/schema";
import type { Question } from "@/lib/surveys/questionnaires/schema";

export type GuardWording = {
  t: Awaited<ReturnType<typeof getTranslations<"paper">>>;
  locale: Locale;
  /** Name of a commune, or of an answer that is none. */
  place: (value: string) => string;
};

/** « Si vous avez répondu « Peut-être » (c) à la question 14, répondez à la question 15 ; sinon … » */
export function guardWords(guard: Guard, isOfPart: boolean, wording: GuardWording): string {
  const { from, until, next } = guard;
  const clause = clauseOf(guard.when, wording);
  const ofQuestions = (["one", "two"] as const)[until - from] ?? "run";
  const form = isOfPart ? "part" : ofQuestions;
  const said = { clause, from: String(from), until: String(until), next: String(next ?? "") };
  return wording.t(next === null ? `guard.${form}End` : `guard.${form}`, said);
}

function clauseOf(condition: PrintedCondition, wording: GuardWording): string {
  const { t } = wording;
  if ("of" in condition) {
    const clauses = condition.of.map((each) => {
      const clause = clauseOf(each, wording);
      return "of" in each ? t("guard.group", { clause }) : clause;
    });
    return clauses.reduce((first, second) => t(`guard.${condition.kind}`, { first, second }));
  }
  const number = String(condition.number);
  if ("least" in condition) return t(`guard.${condition.kind}`, { number, least: condition.least });
  if (!("values" in condition)) return t(`guard.${condition.kind}`, { number });
  const answers = answersIn(condition.question, condition.values, wording);
  return t(`guard.${condition.kind}`, { number, answers });
}

/** A few answers are said whole, many by their letters alone. */
const saidWhole = 3;

function answersIn(question: Question, values: readonly string[], wording: GuardWording): string {
  const { t, locale } = wording;
  // British, as the dates: no comma before the last.
  const tag = locale === "en" ? "en-GB" : locale;
  const list = new Intl.ListFormat(tag, { type: "disjunction" });
  if (question.type !== "single" && question.type !== "multi") {
    return list.format(values.map((value) => otherAnswer(question, value, wording)));
  }
  const chosen = question.options.flatMap(({ value, label }, index) =>
    values.includes(value) ? [{ letter: letterOf(index), text: label[locale] }] : [],
  );
  const isShort = chosen.length <= saidWhole;
  return list.format(chosen.map((each) => (isShort ? t("guard.lettered", each) : each.letter)));
}

function otherAnswer(
  question: Question,
  value: string,
  { t, locale, place }: GuardWording,
): string {
  if ("rows" in question) {
    const [row, column] = value.split(":");
    const columns = question.type === "grid" ? question.columns : question.scale;
    return t("guard.pair", {
      row: question.rows.find((each) => each.value === row)?.label[locale] ?? value,
      column: columns.find((each) => each.value === column)?.label[locale] ?? "",
    });
  }
  return t("guard.quoted", { text: place(value) });
}
