import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { versionPages } from "@/components/questionnaires/addresses";
import { ConditionEditor } from "@/components/questionnaires/condition-editor";
import { RemovalForm } from "@/components/questionnaires/removal-form";
import { SectionForm } from "@/components/questionnaires/section-form";
import { VersionBanner } from "@/components/questionnaires/version-banner";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { readVersionPage, type VersionParams } from "../../_version";
import {
  addConditionLineAction,
  changeConditionLinesAction,
  removeAction,
  wordSectionAction,
  writeConditionAction,
} from "../../actions";

type Props = {
  params: Promise<VersionParams & { id: string }>;
  searchParams: Promise<{ fait?: string | string[]; sur?: string | string[] }>;
};

const conditionActions = {
  addLine: addConditionLineAction,
  changeLines: changeConditionLinesAction,
  write: writeConditionAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionnaires"))("section.title") };
}

export default async function SectionPage({ params, searchParams }: Props) {
  const [{ id, ...address }, { fait, sur }] = await Promise.all([params, searchParams]);
  const { view, wording, hidden } = await readVersionPage(address, `/groupe/${id}`);
  const { t, locale } = wording;
  const { sections } = view.questionnaire;
  const index = sections.findIndex((each) => each.id === id);
  const section = sections[index];
  if (!section) notFound();
  const common = await getTranslations("common");
  const before = sections.slice(0, index).flatMap(({ questions }) => questions);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={section.title[locale]}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: "/pilotage/enquete/questionnaire" },
          { label: t("one", { version: view.version }), href: versionPages(view).version },
          { label: t("section.title") },
        ]}
      />
      <VersionBanner view={view} isSaved={fait !== undefined} />
      <Section id="texte" title={t("section.words")} className="mt-6">
        <SectionForm section={section} hidden={hidden} action={wordSectionAction} />
      </Section>
      <Section id="quand" title={t("section.condition")}>
        <ConditionEditor
          target={`section ${id}`}
          condition={section.showIf}
          before={before}
          about={before.find((each) => each.id === sur) ?? null}
          hidden={hidden}
          wording={wording}
          actions={conditionActions}
        />
      </Section>
      <Section id="retirer" title={t("section.remove")}>
        <RemovalForm
          lead={t("section.removeLead", { count: section.questions.length })}
          target={`section ${id}`}
          hidden={hidden}
          submit={t("section.remove")}
          action={removeAction}
        />
      </Section>
    </div>
  );
}
