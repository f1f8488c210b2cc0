import { expect, test } from "vitest";
import { asTyped } from "@/components/questionnaires/as-typed";
import { questionViews } from "@/components/surveys/question-view";
import type { Locale } from "@/lib/core/locale";
import { aQuestion } from "@/tests/support/questionnaires";

const question = aQuestion("a", { help: { fr: "Une aide", en: "Some help" } });
const section = { id: "s", title: question.label, questions: [question] };
const words = { between: () => "", chosen: () => "" };
const shown = (locale: Locale) => {
  const [view] = questionViews(section, locale, words);
  if (!view) throw new Error("no view");
  return { view, locale, hasHelp: true };
};

test("nothing typed, a question is as it is stored", () => {
  expect(asTyped(shown("fr"), {})).toEqual(shown("fr").view);
});

test("its words show as they are typed, each language by itself", () => {
  const typed = {
    question: {
      labelFr: "Où\u202f?",
      labelEn: "",
      helpFr: "",
      helpEn: "Think",
      requirement: "optional",
    },
  };
  expect(asTyped(shown("fr"), typed)).toMatchObject({
    label: "Où\u202f?",
    hints: [],
    required: false,
  });
  expect(asTyped(shown("en"), typed)).toMatchObject({ label: "a", hints: ["Think"] });
});

test("its answers show as they are typed, with one more", () => {
  const typed = { options: { "fr-yes": "Volontiers", addedFr: "Jamais", addedEn: "Never" } };
  expect(asTyped(shown("fr"), typed).options.map(({ label }) => label)).toEqual([
    "Volontiers",
    "no",
    "Jamais",
  ]);
  expect(asTyped(shown("en"), typed).options.at(-1)?.label).toBe("Never");
});
