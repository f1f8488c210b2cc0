import { guardWords } from "@/components/surveys/guard-words";
import type { PdfBlock } from "@/lib/infra/pdf-form";
import { printedForm } from "@/lib/surveys/printed/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { questionBlocks } from "./question-blocks";
import type { SheetWords } from "./words";

type Marked = {
  marks: { version: string; campaign: string; source: string };
  lastDay: string;
  /** Where it is handed in; empty for nowhere in particular. */
  where: string;
};

/** The whole questionnaire to fill in with a pen: what it is, how to, its parts, and what to do then. */
export function questionnaireBlocks(
  questionnaire: Questionnaire,
  { marks, lastDay, where }: Marked,
  words: SheetWords,
): PdfBlock[] {
  const { t, locale } = words;
  const text = (said: string, isStrong = false): PdfBlock => ({
    kind: "text",
    text: said,
    isStrong,
  });
  const parts = printedForm(questionnaire).flatMap(({ title, intro, guard, questions }, index) => {
    const named = t("sheet.part", { number: String(index + 1), title: title[locale] });
    return [
      { kind: "heading" as const, level: 2 as const, text: named },
      ...(guard ? [text(guardWords(guard, true, words), true)] : []),
      ...(intro ? [text(intro[locale])] : []),
      ...questions.flatMap((each) => questionBlocks(each, words)),
    ];
  });
  return [
    { kind: "heading", level: 1, text: questionnaire.title[locale] },
    text(questionnaire.intro[locale]),
    text(t("sheet.until", { day: lastDay, where: where || t("sheet.whereAny") }), true),
    text(t("sheet.how")),
    text(t("sheet.private")),
    text(t("sheet.marks", marks)),
    ...parts,
    { kind: "keep", blocks: [text(t("sheet.end"), true), text(t("sheet.endContact"))] },
  ];
}
