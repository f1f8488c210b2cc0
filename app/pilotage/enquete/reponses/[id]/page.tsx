import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { elsewhereWords } from "@/app/enquete/_pages/elsewhere";
import { AnswerList } from "@/components/surveys/answer-list";
import { answerWords } from "@/components/surveys/answer-words";
import { PageHead } from "@/components/ui/page-head";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { shownSections } from "@/lib/surveys/questionnaires/rules";
import { openAnswers } from "@/lib/surveys/raw-answers/commands";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveyAnswers"))("one"), robots: { index: false } };
}

/** One response; the journal has its line before the page has its words. */
export default async function SurveyAnswerPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePerson(`/pilotage/enquete/reponses/${encodeURIComponent(id)}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const { campaign, day, answers } = await orNotFound(openAnswers(actor, { id }));
  const [t, common, language, communes, elsewhere] = await Promise.all([
    getTranslations("surveyAnswers"),
    getTranslations("common"),
    getLocale(),
    listNamedCommunes(),
    elsewhereWords(),
  ]);
  const locale = localeOf(language);
  const { questionnaire } = campaign;
  const sections = shownSections(questionnaire, answers).map((section) => ({
    id: section.id,
    title:
      questionnaire.sections.find((each) => each.id === section.id)?.title[locale] ?? section.id,
    href: null,
    answers: section.questions.map((question) => ({
      id: question.id,
      label: question.label[locale],
      lines: answerWords(question, answers[question.id], locale, { communes, elsewhere }),
      problem: null,
    })),
  }));
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("one")}
        lead={t("oneLead", { day: formatDay(day, locale) })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: `/pilotage/enquete/reponses?campagne=${campaign.slug}` },
          { label: t("one") },
        ]}
      />
      <AnswerList sections={sections} />
    </div>
  );
}
