import { getTranslations } from "next-intl/server";
import type { CommuneOption } from "@/components/surveys/field-props";
import { questionViews } from "@/components/surveys/question-view";
import { type Locale, locales } from "@/lib/core/locale";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import { LivePreview, type PreviewedQuestion } from "./live-preview";
import { previewWords } from "./preview-words";

const languageKeys = { fr: "preview.french", en: "preview.english" } as const;

type QuestionPreviewProps = { question: Question; revision: number; communes: CommuneOption[] };

/** Beside the forms of a question: the question itself, by the very fields that will ask it. */
export async function QuestionPreview({ question, revision, communes }: QuestionPreviewProps) {
  const t = await getTranslations("questionnaires");
  const questions = await Promise.all(locales.map((locale) => previewed(question, locale)));
  return (
    <aside className="edited-preview panel" aria-labelledby="apercu">
      <h2 id="apercu">{t("preview.live")}</h2>
      <p className="small muted">{t("preview.liveLead")}</p>
      {/* Drawn anew once stored: what was typed is then what is stored, or somebody else's. */}
      <LivePreview key={revision} questions={questions} communes={communes} />
    </aside>
  );
}

async function previewed(question: Question, locale: Locale): Promise<PreviewedQuestion> {
  const [t, { fields, hints }] = await Promise.all([
    getTranslations("questionnaires"),
    previewWords(locale),
  ]);
  const section = { id: "apercu", title: question.label, questions: [question] };
  const [view] = questionViews(section, locale, hints);
  if (!view) throw new Error("no question to show");
  const language = t(languageKeys[locale]);
  return { locale, language, view, hasHelp: question.help !== undefined, fields };
}
