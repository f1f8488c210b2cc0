import type { Locale } from "@/lib/core/locale";
import type { NamedCommune } from "@/lib/surveys/forms/schema";
import type { Answer, Question } from "@/lib/surveys/questionnaires/schema";

type Names = { communes: readonly NamedCommune[]; elsewhere: { value: string; label: string }[] };

/** An answer in words, a line each; empty where there is none. */
export function answerWords(
  question: Question,
  answer: Answer | undefined,
  locale: Locale,
  names: Names,
): string[] {
  if (answer === undefined) return [];
  const values = [answer].flat().map(String);
  switch (question.type) {
    case "single":
    case "multi":
      return values.map((value) => labelOf(question.options, value, locale));
    case "commune":
    case "communes":
      return values.map((value) => communeName(value, names));
    case "grid":
      return linesOf(question.rows, question.columns, values, locale);
    case "scale":
      return linesOf(question.rows, question.scale, values, locale);
    case "number":
      return [new Intl.NumberFormat(locale).format(Number(answer))];
    default:
      return values.join("").split("\n");
  }
}

type Labelled = { value: string; label: { fr: string; en: string } };

function labelOf(list: readonly Labelled[], value: string, locale: Locale): string {
  return list.find((each) => each.value === value)?.label[locale] ?? value;
}

function communeName(value: string, { communes, elsewhere }: Names): string {
  const commune = communes.find(({ insee }) => insee === value);
  return commune?.name ?? elsewhere.find((each) => each.value === value)?.label ?? value;
}

/** « lundi : matin, soir », one line a row that has something. */
function linesOf(
  rows: readonly Labelled[],
  columns: readonly Labelled[],
  pairs: string[],
  locale: Locale,
): string[] {
  const colon = locale === "fr" ? "\u202f: " : ": ";
  return rows.flatMap((row) => {
    const chosen = columns.filter((column) => pairs.includes(`${row.value}:${column.value}`));
    if (chosen.length === 0) return [];
    return [`${row.label[locale]}${colon}${chosen.map(({ label }) => label[locale]).join(", ")}`];
  });
}
