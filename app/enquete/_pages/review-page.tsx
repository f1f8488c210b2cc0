import { getLocale, getTranslations } from "next-intl/server";
import { AnswerList } from "@/components/surveys/answer-list";
import { answerWords } from "@/components/surveys/answer-words";
import { problemWords } from "@/components/surveys/refusals";
import { SendForm } from "@/components/surveys/send-form";
import { surveyAddress } from "@/components/surveys/survey-address";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { listCommuneChoices, listNamedCommunes } from "@/lib/surveys/answers/queries";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { standing } from "@/lib/surveys/entries/rules";
import { shownSections } from "@/lib/surveys/questionnaires/rules";
import { elsewhereWords } from "./elsewhere";
import { draftAt } from "./step-page";

type Props = {
  isFramed: boolean;
  code: string;
  /** Why it was not sent, as the address says. */
  refusal: unknown;
};

/** Why the button brought one back here. */
const notSent = [
  { mark: "piege", words: "refusals.filled_trap" },
  { mark: "incomplet", words: "refusals.incomplete" },
] as const;

/** All that will be sent, as it was understood, and the button; once over, what had been answered. */
export async function ReviewPage({ isFramed, code, refusal }: Props) {
  const { campaign, answers, entryMode, isOpen } = await draftAt(code, isFramed);
  const [t, language, communes, choices, elsewhere] = await Promise.all([
    getTranslations("survey"),
    getLocale(),
    listNamedCommunes(),
    listCommuneChoices(),
    elsewhereWords(),
  ]);
  const locale = localeOf(language);
  const { questionnaire } = campaign;
  const read = readAnswers(questionnaire, answers, choices, { isSheet: entryMode === "paper" });
  const { problems } = standing(read.problems, entryMode, questionnaire);
  const address = surveyAddress(isFramed);
  const sections = shownSections(questionnaire, answers).map(({ id, questions }) => ({
    id,
    title: questionnaire.sections.find((section) => section.id === id)?.title[locale] ?? id,
    href: isOpen ? address.step(code, id, "&retour=1") : null,
    answers: questions.map((question) => {
      const problem = problems.find((each) => each.question === question.id);
      return {
        id: question.id,
        label: question.label[locale],
        lines: answerWords(question, answers[question.id], locale, { communes, elsewhere }),
        problem: problem && isOpen ? problemWords(problem, question.label[locale], t) : null,
      };
    }),
  }));
  const last = dayOf(new Date(campaign.closesAt.getTime() - 1), campaign.timeZone);
  const said = notSent.find(({ mark }) => mark === refusal)?.words;
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("review.title")} lead={isOpen ? t("review.lead") : undefined} />
      {isOpen ? null : (
        <Message tone="warn" role="alert">
          <p>{t("review.late", { day: formatDay(last, locale), email: campaign.contactEmail })}</p>
        </Message>
      )}
      {said && isOpen ? (
        <Message tone="danger" role="alert">
          {t(said)}
        </Message>
      ) : null}
      {problems.length > 0 && isOpen ? (
        <Message tone="warn">{t("review.incomplete", { count: problems.length })}</Message>
      ) : null}
      <AnswerList sections={sections} />
      {isOpen ? (
        <SendForm
          code={code}
          isFramed={isFramed}
          words={{
            trap: t("review.trap"),
            becomes: t("review.becomes"),
            send: t("review.send"),
            sending: t("review.sending"),
            offline: t("step.offline"),
            refused: t("review.refused"),
            failed: t("review.failed"),
            reference: t("review.reference", { reference: "{reference}" }),
          }}
        />
      ) : null}
    </div>
  );
}
