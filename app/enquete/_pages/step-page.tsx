import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Meander } from "@/components/surveys/meander";
import { PauseAside } from "@/components/surveys/pause-aside";
import { questionViews } from "@/components/surveys/question-view";
import { StepForm } from "@/components/surveys/step-form";
import { surveyAddress } from "@/components/surveys/survey-address";
import { Message } from "@/components/ui/message";
import { localeOf } from "@/lib/core/locale";
import { env } from "@/lib/infra/env";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { findDraft } from "@/lib/surveys/drafts/queries";
import { surveyCode } from "@/lib/surveys/drafts/schema";
import { askable, valuesOf } from "@/lib/surveys/forms/rules";
import { progressOf } from "@/lib/surveys/progress/rules";
import { shownSections } from "@/lib/surveys/questionnaires/rules";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { findReceipt } from "@/lib/surveys/responses/queries";
import { currentActor } from "@/lib/web/session";
import { keepStepAction } from "../actions";
import { stepWords } from "./step-words";

type Parameters = Record<string, string | string[] | undefined>;
type Props = { isFramed: boolean; code: string; parameters: Parameters };

/** The draft of an address; sent already, the receipt instead. */
export async function draftAt(code: string, isFramed: boolean) {
  if (!surveyCode.safeParse(code).success) notFound();
  const actor = await currentActor();
  const draft = await findDraft(actor, code);
  if (draft) return draft;
  if (await findReceipt(actor, code)) redirect(surveyAddress(isFramed).thanks(code));
  notFound();
}

function stepHref(isFramed: boolean, code: string, section: string | null): string | null {
  return section === null ? null : surveyAddress(isFramed).step(code, section);
}

/** How many questions the step came back for. */
function askedIn(parameters: Parameters): number {
  return Number(parameters["de-plus"] ?? 0) || 0;
}

/** Answers to the other steps. */
function answersApartFrom(section: { questions: { id: string }[] }, answers: Answers): Answers {
  const own = new Set(section.questions.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
}

/** Why the step comes back: what was answered leads to more, and may lead further. */
async function AskedMessage({ count, mayFollow }: { count: number; mayFollow: boolean }) {
  if (count < 1) return null;
  const t = await getTranslations("survey.step");
  return (
    <Message tone="info" role="status">
      {t("asked", { count })} {mayFollow ? t("mayFollow") : null}
    </Message>
  );
}

/** A form was sent to this very page and refused: it is drawn again with what was typed. */
async function isPosted(): Promise<boolean> {
  return /^multipart\/form-data/i.test((await headers()).get("content-type") ?? "");
}

/** One step of the survey; once the campaign has closed, what was typed when it closed. */
export async function StepPage({ isFramed, code, parameters }: Props) {
  const address = surveyAddress(isFramed);
  const { campaign, answers, isOpen } = await draftAt(code, isFramed);
  if (!isOpen && !(await isPosted())) redirect(address.review(code));
  const { questionnaire } = campaign;
  const shown = shownSections(questionnaire, answers);
  const wanted = parameters["etape"];
  const at = wanted === undefined ? 0 : shown.findIndex(({ id }) => id === wanted);
  const section = questionnaire.sections.find(({ id }) => id === shown[at]?.id);
  if (!section) redirect(address.review(code));
  const returns = parameters["retour"] === "1";
  const [t, language, communes, words] = await Promise.all([
    getTranslations("survey"),
    getLocale(),
    listNamedCommunes(),
    stepWords(returns),
  ]);
  const locale = localeOf(language);
  const progress = progressOf(questionnaire, answers, section.id);
  const asked = askedIn(parameters);
  const sofar = answersApartFrom(section, answers);
  const asksNow = shown[at]?.questions.length ?? 0;
  const before = shown[at - 1]?.id ?? null;
  return (
    <div className="wrap survey">
      <p className="survey-progress">
        <b>{t("step.progress", progress)}</b>
        <span className="muted">{t("step.minutes", { minutes: progress.minutes })}</span>
      </p>
      <Meander step={progress.step} steps={progress.steps} />
      <div className="survey-columns">
        <div>
          <h1>{section.title[locale]}</h1>
          {section.intro ? <p className="lead">{section.intro[locale]}</p> : null}
          <AskedMessage
            count={Math.min(asked, section.questions.length)}
            mayFollow={askable(section.questions, sofar, answers).length > asksNow}
          />
          <StepForm
            key={section.id}
            action={keepStepAction}
            hidden={{
              code,
              section: section.id,
              framed: isFramed ? "1" : undefined,
              returns: returns ? "1" : undefined,
            }}
            questions={questionViews(section, locale, {
              between: (bounds) => t("step.between", bounds),
              chosen: (count) => t("step.chosen", count),
            })}
            sofar={sofar}
            values={Object.assign(
              {},
              ...section.questions.map((each) => valuesOf(each, answers[each.id], communes)),
            )}
            communes={communes}
            backHref={returns ? address.review(code) : stepHref(isFramed, code, before)}
            kept={{
              isAsked: asked > 0,
              isClosed: !isOpen,
              reviewHref: address.review(code),
              toReview: t("step.backToReview"),
            }}
            words={words}
          />
        </div>
        {isOpen ? (
          <PauseAside
            address={`${env().NEXTAUTH_URL}${surveyAddress(false).step(code, section.id)}`}
            isFramed={isFramed}
          />
        ) : null}
      </div>
    </div>
  );
}
