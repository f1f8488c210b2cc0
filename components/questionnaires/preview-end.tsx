import { getTranslations } from "next-intl/server";
import { AnswerList } from "@/components/surveys/answer-list";
import { answerWords } from "@/components/surveys/answer-words";
import type { CommuneOption } from "@/components/surveys/field-props";
import { PageHead } from "@/components/ui/page-head";
import { questionOf, shownSections } from "@/lib/surveys/questionnaires/rules";
import { previewPages } from "./addresses";
import type { PreviewProps } from "./preview-props";
import { previewWords } from "./preview-words";

type PreviewEndProps = PreviewProps & { communes: CommuneOption[] };

/** What would have been sent, read again; nothing is. */
export async function PreviewEnd({ questionnaire, address, language, ...props }: PreviewEndProps) {
  const { answers, communes, texts } = props;
  const thanks = texts.thanks?.[language];
  const [t, { fields }] = await Promise.all([
    getTranslations("questionnaires"),
    previewWords(language),
  ]);
  const sections = shownSections(questionnaire, answers).map(({ id, questions }) => ({
    id,
    title: questionnaire.sections.find((each) => each.id === id)?.title[language] ?? id,
    href: null,
    answers: questions.map((question) => ({
      id: question.id,
      label: questionOf(questionnaire, question.id)?.label[language] ?? question.id,
      lines: answerWords(question, answers[question.id], language, {
        communes,
        elsewhere: fields.elsewhere,
      }),
      problem: null,
    })),
  }));
  return (
    <>
      <PageHead title={t("preview.end")} lead={t("preview.endLead")} />
      <AnswerList sections={sections} />
      {thanks ? (
        <section className="rule" aria-labelledby="merci">
          <h2 id="merci">{t("preview.thanks")}</h2>
          <p className="written" lang={language}>
            {thanks}
          </p>
        </section>
      ) : null}
      <p className="mt-6">
        <a className="btn btn-secondary" href={previewPages(address).start(language)}>
          {t("preview.restart")}
        </a>
      </p>
    </>
  );
}
