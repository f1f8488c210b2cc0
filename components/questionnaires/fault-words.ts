import type { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { Advice, Fault } from "@/lib/surveys/checks/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { faultKeys } from "./refusals";

export type Wording = {
  t: Awaited<ReturnType<typeof getTranslations<"questionnaires">>>;
  locale: Locale;
  questionnaire: Questionnaire;
};

/** The words of a question, its name where there is none. */
export function labelOf(id: string, { questionnaire, locale }: Wording): string {
  return questionOf(questionnaire, id)?.label[locale] ?? id;
}

/** What is wrong, with the words of what it is about. */
export function faultWords(fault: Fault, wording: Wording): string {
  const about = "about" in fault ? labelOf(fault.about, wording) : "";
  const value = "value" in fault ? fault.value : "";
  return wording.t(faultKeys[fault.fault], { about, value });
}

export function adviceWords(advice: Advice, wording: Wording): string {
  const { t, locale } = wording;
  switch (advice.advice) {
    case "too_long":
      return t("advice.too_long", { minutes: advice.minutes });
    case "diagnosis_unread":
      return t("advice.diagnosis_unread", {
        count: advice.names.length,
        names: new Intl.ListFormat(locale).format(advice.names),
      });
    default: {
      const question = questionOf(wording.questionnaire, advice.question);
      const options = question && "options" in question ? question.options : [];
      const option = options.find(({ value }) => value === advice.value);
      return t("advice.weight_missing", {
        question: question?.label[locale] ?? advice.question,
        option: option?.label[locale] ?? advice.value,
      });
    }
  }
}
