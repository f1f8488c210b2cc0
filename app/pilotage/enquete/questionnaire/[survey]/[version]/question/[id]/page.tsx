import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { versionPages } from "@/components/questionnaires/addresses";
import { ConditionEditor } from "@/components/questionnaires/condition-editor";
import { faultWords } from "@/components/questionnaires/fault-words";
import { Findings } from "@/components/questionnaires/findings";
import { ListForm } from "@/components/questionnaires/list-form";
import { QuestionForm } from "@/components/questionnaires/question-form";
import { QuestionPreview } from "@/components/questionnaires/question-preview";
import { RemovalForm } from "@/components/questionnaires/removal-form";
import { VersionBanner } from "@/components/questionnaires/version-banner";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { listsOf } from "@/lib/surveys/edits/lists/rules";
import { readVersionPage, type VersionParams } from "../../_version";
import {
  addConditionLineAction,
  changeConditionLinesAction,
  changeListAction,
  changeQuestionAction,
  removeAction,
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
  return { title: (await getTranslations("questionnaires"))("question.title") };
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const [{ id, ...address }, { fait, sur }] = await Promise.all([params, searchParams]);
  const { view, wording, hidden } = await readVersionPage(address, `/question/${id}`);
  const { t, locale } = wording;
  const questions = view.questionnaire.sections.flatMap((section) => section.questions);
  const index = questions.findIndex((each) => each.id === id);
  const question = questions[index];
  if (!question) notFound();
  const [common, communes] = await Promise.all([getTranslations("common"), listNamedCommunes()]);
  const before = questions.slice(0, index);
  const pages = versionPages(view);
  const own = view.faults.filter((fault) => fault.question === id);
  return (
    <div className="wrap max-w-[72rem]">
      <PageHead
        title={question.label[locale]}
        lead={t("question.number", { number: index + 1, type: t(`types.${question.type}`) })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("title"), href: "/pilotage/enquete/questionnaire" },
          { label: t("one", { version: view.version }), href: pages.version },
          { label: t("question.title") },
        ]}
      />
      <VersionBanner view={view} isSaved={fait !== undefined} />
      <Findings words={own.map((fault) => faultWords(fault, wording))} />
      <div className="edited">
        <div className="edited-forms">
          <Section id="texte" title={t("question.words")} className="mt-6">
            <QuestionForm
              question={question}
              wording={wording}
              hidden={hidden}
              action={changeQuestionAction}
            />
          </Section>
          {listsOf(question).map((list) => (
            <Section key={list} id={list} title={t(`lists.${list}.title`)}>
              <ListForm
                question={question}
                list={list}
                hidden={hidden}
                locale={locale}
                action={changeListAction}
              />
            </Section>
          ))}
          <Section id="quand" title={t("question.condition")}>
            <ConditionEditor
              target={`question ${id}`}
              condition={question.showIf}
              before={before}
              about={before.find((each) => each.id === sur) ?? null}
              hidden={hidden}
              wording={wording}
              actions={conditionActions}
            />
          </Section>
          <Section id="retirer" title={t("question.remove")}>
            <RemovalForm
              lead={`${t("question.removeLead")} ${t("question.name", { id })}`}
              target={`question ${id}`}
              hidden={hidden}
              submit={t("question.remove")}
              action={removeAction}
            />
          </Section>
        </div>
        <QuestionPreview question={question} revision={view.revision} communes={communes} />
      </div>
    </div>
  );
}
