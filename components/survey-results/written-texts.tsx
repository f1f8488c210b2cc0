import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/core/locale";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { PublishedText } from "@/lib/surveys/texts/queries";
import { questionWords } from "./result-words";

type WrittenTextsProps = { texts: PublishedText[]; questionnaire: Questionnaire; locale: Locale };

/** Free texts somebody has read before, by question, in no order, nothing beside them. */
export async function WrittenTexts({ texts, questionnaire, locale }: WrittenTextsProps) {
  if (texts.length === 0) return null;
  const t = await getTranslations("surveyResults");
  const told = { questionnaire, locale, t };
  const byQuestion = Map.groupBy(texts, ({ question }) => question);
  return (
    <Section id="textes" title={t("texts")} className="mt-12">
      <p className="muted mb-5 max-w-measure">{t("textsLead")}</p>
      {[...byQuestion].map(([question, own]) => (
        <div key={question} className="result">
          <h3>{questionWords(question, told)}</h3>
          <ul className="result-texts mt-3">
            {[...new Set(own.map(({ text }) => text))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
