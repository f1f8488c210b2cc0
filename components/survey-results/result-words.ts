import type { getTranslations } from "next-intl/server";
import { gridOf, labelOf } from "@/components/diagnosis/question-words";
import type { Locale } from "@/lib/core/locale";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { noAnswer } from "@/lib/surveys/figures/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";

export type ResultsWords = Awaited<ReturnType<typeof getTranslations<"surveyResults">>>;

type Told = { questionnaire: Questionnaire; locale: Locale; t: ResultsWords };

/** What a question asks, as it was asked; its code when it is no more. */
export function questionWords(id: string, { questionnaire, locale }: Told): string {
  return questionOf(questionnaire, id)?.label[locale] ?? id;
}

/** A value of a published table in words: an option, a half-day, a band of prices, no answer. */
export function valueWords(question: string, value: string, told: Told): string {
  const { questionnaire, locale, t } = told;
  if (value === noAnswer) return t("noAnswer");
  if (question === roles.fairPrice || question === roles.dearPrice) return bandWords(value, t);
  const [row, column] = value.split(":");
  if (column === undefined) return labelOf(questionnaire, question, value, locale);
  const { rows, columns } = gridOf(questionnaire, question, locale);
  const named = (list: typeof rows, wanted?: string) =>
    list.find((each) => each.value === wanted)?.label ?? "";
  return `${named(rows, row)}, ${named(columns, column).toLocaleLowerCase(locale)}`;
}

function bandWords(value: string, t: ResultsWords): string {
  const [from = "", last] = value.split("_");
  if (last === undefined) return t("lastBand", { from });
  // Prices go by half euros: what is over four and under five is of the first band.
  const to = Number(last) + 1;
  return from === "0" ? t("firstBand", { to }) : t("band", { from, to });
}

/** The values of a line, put together or alone. */
export function lineWords(values: string[], wordsOf: (value: string) => string, t: ResultsWords) {
  const words = values.map(wordsOf).join(", ");
  return values.length > 1 ? t("together", { values: words }) : words;
}
