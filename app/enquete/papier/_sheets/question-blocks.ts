import { guardWords } from "@/components/surveys/guard-words";
import type { PdfBlock } from "@/lib/infra/pdf-form";
import { letterOf } from "@/lib/surveys/printed/rules";
import type { PrintedQuestion } from "@/lib/surveys/printed/schema";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import type { SheetWords } from "./words";

/** A question as it is printed: when to answer it, its sentence, how, and room to do so. */
export function questionBlocks(
  { number, question, guard }: PrintedQuestion,
  words: SheetWords,
): PdfBlock[] {
  const { t, locale } = words;
  const label = question.label[locale];
  const sentence = t("sheet.question", {
    number: String(number),
    label: question.required ? label : t("sheet.optional", { label }),
  });
  const hints = [...(question.help ? [question.help[locale]] : []), ...hintsOf(question, words)];
  const instruction: PdfBlock[] = guard
    ? [{ kind: "text", text: guardWords(guard, false, words), isStrong: true }]
    : [];
  const blocks: PdfBlock[] = [
    ...instruction,
    { kind: "heading", level: 3, text: sentence },
    ...hints.map((text): PdfBlock => ({ kind: "text", text })),
    ...fieldsOf(question, words),
  ];
  return [{ kind: "keep", blocks }];
}

function hintsOf(question: Question, { t, locale, place }: SheetWords): string[] {
  switch (question.type) {
    case "single":
      return [t("sheet.one")];
    case "multi":
      return choiceHints(question, { t, locale });
    case "communes": {
      const most = t("sheet.most", { most: question.maxChoices });
      const suggested = (question.suggest ?? []).map(place).join(", ");
      if (suggested) return [most, t("sheet.suggested", { communes: suggested })];
      return question.memberOnly ? [most, t("sheet.valley")] : [most];
    }
    case "number":
      return [t("sheet.between", { min: question.min, max: question.max })];
    case "grid":
      return [t("sheet.grid")];
    case "scale":
      return [t("sheet.scale")];
    case "commune":
      return [];
    default:
      return [t("sheet.room", { most: question.maxLength })];
  }
}

function choiceHints(
  { options, maxChoices, label }: Extract<Question, { type: "multi" }>,
  { t, locale }: Pick<SheetWords, "t" | "locale">,
): string[] {
  const alone = options.flatMap(({ exclusive, label: text }, index) =>
    exclusive ? [t("guard.lettered", { text: text[locale], letter: letterOf(index) })] : [],
  );
  const isSaid = maxChoices !== undefined && label[locale].includes(`${maxChoices} `);
  const most = maxChoices ? t("sheet.most", { most: maxChoices }) : t("sheet.several");
  return [...(isSaid ? [] : [most]), ...alone.map((answers) => t("sheet.exclusive", { answers }))];
}

const shortOption = 42;

function fieldsOf(question: Question, words: SheetWords): PdfBlock[] {
  const { t, locale } = words;
  switch (question.type) {
    case "single":
    case "multi":
      return [boxes(lettered(question.options.map(({ label }) => label[locale])), words)];
    case "commune":
      return [
        { kind: "blank", label: t("sheet.commune"), width: "long" },
        { kind: "text", text: t("sheet.orElse") },
        boxes(words.elsewhere, words),
      ];
    case "communes":
      return Array.from({ length: question.maxChoices }, (_, index) => ({
        kind: "blank" as const,
        label: t("sheet.communeNumber", { number: String(index + 1) }),
        width: "long" as const,
      }));
    case "number":
      return [{ kind: "blank", label: t("sheet.number"), width: "short" }];
    case "grid":
      return pairs(question.rows, question.columns, words);
    case "scale":
      return pairs(question.rows, question.scale, words);
    default:
      return [{ kind: "lines", count: question.maxLength > 400 ? 8 : 2 }];
  }
}

function lettered(labels: string[]): string[] {
  return labels.map((label, index) => `${letterOf(index)}. ${label}`);
}

function boxes(options: string[], { isLarge }: SheetWords): PdfBlock {
  const areShort = options.every((text) => text.length < shortOption);
  return { kind: "boxes", options, columns: areShort && !isLarge ? 2 : 1 };
}

type Labelled = { label: { fr: string; en: string } };

/** A table of boxes; in large print, where its columns would not hold a word, its boxes row by row. */
function pairs(
  rows: readonly Labelled[],
  columns: readonly Labelled[],
  { locale, isLarge }: SheetWords,
): PdfBlock[] {
  const heads = columns.map(({ label }) => label[locale]);
  if (!isLarge)
    return [{ kind: "grid", columns: heads, rows: rows.map(({ label }) => label[locale]) }];
  return rows.flatMap(({ label }): PdfBlock[] => [
    {
      kind: "keep",
      blocks: [
        { kind: "text", text: label[locale], isStrong: true },
        { kind: "boxes", options: heads, columns: heads.every((text) => text.length < 16) ? 2 : 1 },
      ],
    },
  ]);
}
