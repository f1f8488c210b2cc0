import type { Locale } from "@/lib/core/locale";
import type { FieldQuestion } from "@/lib/surveys/forms/schema";
import type { Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";

type Labelled = { value: string; label: string };

/** A question as a page shows it, in one language. */
export type QuestionView = Omit<FieldQuestion, "rows"> & {
  label: string;
  required: boolean;
  /** Under the label, first what the questionnaire says itself. */
  hints: string[];
  options: Labelled[];
  rows: Labelled[];
  columns: Labelled[];
  /** Communes shown first. */
  suggested: string[];
  /** Said as boxes are ticked, by how many are; empty where there is no limit. */
  chosen: string[];
  most: number | null;
  maxLength: number | null;
};

type Words = { fr: string; en: string };

/** What the words of a hint need of the messages. */
export type HintWords = {
  between: (bounds: { min: number; max: number }) => string;
  chosen: (count: { count: number; most: number }) => string;
};

export function questionViews(
  section: Questionnaire["sections"][number],
  locale: Locale,
  words: HintWords,
): QuestionView[] {
  return section.questions.map((question) => viewOf(question, locale, words));
}

function viewOf(question: Question, locale: Locale, words: HintWords): QuestionView {
  const labelled = (list: { value: string; label: Words }[] = []) =>
    list.map(({ value, label }) => ({ value, label: label[locale] }));
  const most = "maxChoices" in question ? (question.maxChoices ?? null) : null;
  return {
    id: question.id,
    type: question.type,
    label: question.label[locale],
    required: question.required,
    hints: hintsOf(question, locale, words),
    ...(question.showIf ? { showIf: question.showIf } : {}),
    options: labelled("options" in question ? question.options : []),
    rows: labelled("rows" in question ? question.rows : []),
    columns: labelled(columnsOf(question)),
    suggested: question.type === "communes" ? (question.suggest ?? []) : [],
    most,
    chosen: most ? chosenWords(question, most, words) : [],
    maxLength: "maxLength" in question ? question.maxLength : null,
  };
}

function columnsOf(question: Question): { value: string; label: Words }[] {
  if (question.type === "grid") return question.columns;
  return question.type === "scale" ? question.scale : [];
}

function hintsOf(question: Question, locale: Locale, words: HintWords): string[] {
  const own = question.help ? [question.help[locale]] : [];
  if (question.type === "number") return [...own, words.between(question)];
  return own;
}

/** As many sentences as boxes one could tick, and one more for too many. */
function chosenWords(question: Question, most: number, words: HintWords): string[] {
  const boxes = question.type === "multi" ? question.options.length : most + 30;
  return Array.from({ length: boxes + 1 }, (_, count) => words.chosen({ count, most }));
}
