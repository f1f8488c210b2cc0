import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { versionPages } from "@/components/questionnaires/addresses";
import { CheckSummary } from "@/components/questionnaires/check-summary";
import { History } from "@/components/questionnaires/history";
import { IntroForm } from "@/components/questionnaires/intro-form";
import { NewQuestionForm } from "@/components/questionnaires/new-question-form";
import { SectionOutline } from "@/components/questionnaires/section-outline";
import { VersionBanner } from "@/components/questionnaires/version-banner";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { readVersionPage, type VersionParams } from "./_version";
import {
  addQuestionAction,
  addSectionAction,
  orderAction,
  restoreAction,
  wordIntroAction,
} from "./actions";

type Props = {
  params: Promise<VersionParams>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params;
  return { title: (await getTranslations("questionnaires"))("one", { version }) };
}

export default async function VersionPage({ params, searchParams }: Props) {
  const { fait } = await searchParams;
  const { view, wording, hidden } = await readVersionPage(await params, "");
  const common = await getTranslations("common");
  const { t, locale } = wording;
  const { questionnaire, version, shortest, longest, faults } = view;
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("versionOf", { title: questionnaire.title[locale], version })}
        lead={t("facts", {
          questions: questionnaire.sections.flatMap(({ questions }) => questions).length,
          shortest: shortest.minutes,
          longest: longest.minutes,
        })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: "/pilotage/enquete/questionnaire" },
          { label: t("one", { version }) },
        ]}
      >
        <a className="btn btn-secondary" href={versionPages(view).preview}>
          {t("preview.link")}
        </a>
      </PageHead>
      <VersionBanner view={view} isSaved={fait !== undefined} />
      <Section id="verification" title={t("check.title")} className="mt-8">
        <CheckSummary view={view} wording={wording} />
      </Section>
      <Section id="questions" title={t("content")}>
        <div className="outlines">
          {questionnaire.sections.map((section) => (
            <div key={section.id}>
              <SectionOutline
                section={section}
                address={view}
                hidden={hidden}
                faults={faults}
                wording={wording}
                order={orderAction}
              />
              <details className="campaign-verb">
                <summary>{t("addQuestionTo", { section: section.title[locale] })}</summary>
                <NewQuestionForm
                  action={addQuestionAction}
                  hidden={{ ...hidden, section: section.id }}
                  scope={`${section.id}-`}
                />
              </details>
            </div>
          ))}
        </div>
        <details className="campaign-verb mt-6">
          <summary>{t("addSectionTitle")}</summary>
          <NewQuestionForm action={addSectionAction} hidden={hidden} scope="groupe-" isSection />
        </details>
      </Section>
      <Section id="introduction" title={t("introTitle")}>
        <IntroForm questionnaire={questionnaire} hidden={hidden} action={wordIntroAction} />
      </Section>
      <Section id="modifications" title={t("history.title")}>
        <History view={view} hidden={hidden} restore={restoreAction} />
      </Section>
    </div>
  );
}
