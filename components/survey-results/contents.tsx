import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import type { Figures } from "@/lib/surveys/figures/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";

type ContentsProps = {
  figures: Figures;
  questionnaire: Questionnaire;
  hasTexts: boolean;
  locale: Locale;
};

/** Where each part of a long page is. */
export async function Contents({ figures, questionnaire, hasTexts, locale }: ContentsProps) {
  const t = await getTranslations("surveyResults");
  const isThere = (id: string) => figures.tables.some(({ question }) => question === id);
  const parts = [
    { id: "ou", title: t("where") },
    ...questionnaire.sections
      .filter(({ questions }) => questions.some(({ id }) => isThere(id)))
      .map(({ id, title }) => ({ id: `section-${id}`, title: title[locale] })),
    ...(hasTexts ? [{ id: "textes", title: t("texts") }] : []),
    { id: "donnees-ouvertes", title: t("dataTitle") },
  ];
  return (
    <nav aria-label={t("contents")} className="no-print mt-8">
      <ul className="flex flex-wrap gap-3">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a className="pick" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
