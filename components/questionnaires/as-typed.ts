import type { QuestionView } from "@/components/surveys/question-view";
import type { Locale } from "@/lib/core/locale";
import { lineField } from "@/lib/surveys/edits/forms/rules";
import type { ListName } from "@/lib/surveys/edits/schema";

type Fields = Readonly<Record<string, string>>;
/** What the forms of a question hold as they are typed in: its words, and each of its lists. */
export type Typed = Readonly<Partial<Record<ListName | "question", Fields>>>;

type Shown = { view: QuestionView; locale: Locale; hasHelp: boolean };
type Labelled = { value: string; label: string };

/** The question as it would be asked with the words being typed; words emptied are as they were. */
export function asTyped({ view, locale, hasHelp }: Shown, typed: Typed): QuestionView {
  const { question, options, rows, columns, scale } = typed;
  const language = locale === "fr" ? "Fr" : "En";
  return {
    ...view,
    label: question?.[`label${language}`] || view.label,
    required: question?.["requirement"] ? question["requirement"] !== "optional" : view.required,
    hints: question
      ? [question[`help${language}`] ?? "", ...view.hints.slice(hasHelp ? 1 : 0)].filter(Boolean)
      : view.hints,
    options: lines(view.options, options, locale),
    rows: lines(view.rows, rows, locale),
    columns: lines(view.columns, columns ?? scale, locale),
  };
}

function lines(list: Labelled[], typed: Fields | undefined, locale: Locale): Labelled[] {
  if (!typed) return list;
  const added = typed[locale === "fr" ? "addedFr" : "addedEn"];
  const said = list.map(({ value, label }) => ({
    value,
    label: typed[lineField[locale](value)] || label,
  }));
  return added ? [...said, { value: "added", label: added }] : said;
}
