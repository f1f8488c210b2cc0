import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { questionnaireBlocks } from "@/app/enquete/papier/_sheets/questionnaire";
import type { SheetWords } from "@/app/enquete/papier/_sheets/words";
import { writePdfForm } from "@/lib/infra/pdf-form";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { readPdf } from "@/tests/support/read-pdf";

const questionnaire = surveyOfTheValley();
const marks = { version: "7", campaign: "ete-2026", source: "luzech" };
const questions = questionnaire.sections.flatMap((section) => section.questions);

function wordsOf(locale: "fr" | "en", isLarge: boolean): SheetWords {
  const messages = { fr, en }[locale];
  const t = createTranslator({ locale, messages, namespace: "paper" });
  const place = (value: string) => ({ "46182": "Luzech" })[value] ?? value;
  return { t, locale, isLarge, place, elsewhere: Object.values(messages.survey.elsewhere) };
}

async function printed(locale: "fr" | "en", isLarge: boolean) {
  const words = wordsOf(locale, isLarge);
  const marked = { marks, lastDay: "mardi 15 septembre", where: "Mairie de Luzech" };
  const pdf = await writePdfForm({
    title: questionnaire.title[locale],
    language: locale,
    blocks: questionnaireBlocks(questionnaire, marked, words),
    foot: (page, pages) =>
      words.t("sheet.foot", { ...marks, page: String(page), pages: String(pages) }),
    box: words.t("sheet.box"),
    size: isLarge ? 18 : 10.5,
    madeAt: new Date("2026-06-15T06:00:00Z"),
  });
  return { pdf, ...(await readPdf(pdf)) };
}

/** As a reader of PDF gives it back: spaces of any width are one, and a line may end after a hyphen. */
const spaced = (text: string) => text.replace(/\s+/g, " ").replaceAll("- ", "-");

function labelsOf(question: Question, locale: "fr" | "en"): string[] {
  const options = "options" in question ? question.options : [];
  const rows = "rows" in question ? question.rows : [];
  return [question, ...options, ...rows].map(({ label }) => spaced(label[locale]));
}

for (const [locale, isLarge] of [
  ["fr", false],
  ["en", false],
  ["fr", true],
  ["en", true],
] as const) {
  describe(`the sheet in ${locale}${isLarge ? ", large print" : ""}`, () => {
    test("every question and every answer of that version is on it, in its language", async () => {
      const { text, info } = await printed(locale, isLarge);
      expect(info).toMatchObject({ Language: locale });
      const written = spaced(text);
      for (const label of questions.flatMap((question) => labelsOf(question, locale))) {
        expect(written).toContain(label);
      }
    });

    test("version, campaign and source are on every page", async () => {
      const { pageTexts } = await printed(locale, isLarge);
      for (const text of pageTexts) {
        for (const mark of Object.values(marks)) expect(text).toContain(mark);
      }
    });

    test("it is tagged, each box said in words", async () => {
      const { pdf, roles, alts } = await printed(locale, isLarge);
      expect(pdf.toString("latin1")).toContain("/Marked true");
      const count = (role: string) => roles.filter((each) => each === role).length;
      expect(count("H1")).toBe(1);
      expect(count("H2")).toBe(questionnaire.sections.length);
      expect(count("H3")).toBe(questions.length);
      // Seven days by three parts of the day, nine lines by four.
      const pairs = alts.filter((alt) => alt.split(", ").length > 2).length;
      expect(pairs).toBe(isLarge ? 0 : 7 * 3 + 9 * 4);
    });
  });
}

test("conditions are said in words, with where to go on otherwise", async () => {
  const { text } = await printed("fr", false);
  expect(text).toContain(
    "Si vous avez répondu « Peut-être » (c) ou « Non, pas pour travailler » (d) à la question 14, répondez à la question 15 ; sinon passez à la question 16.",
  );
  expect(text).toContain("répondez à cette partie ; sinon passez à la question 14.");
  expect(text).toContain("répondu a, b, c, d, e ou f à la question 1, répondez à la question 4");
  expect(text).toContain("répondez aux questions 5 et 6 ; sinon passez à la question 7.");
  expect(text).toContain("répondez aux questions 16 à 21 ; sinon passez à la question 22.");
  const { text: english } = await printed("en", false);
  expect(english).toContain("to question 14, answer question 15; otherwise go to question 16.");
});
