import { getTranslations } from "next-intl/server";
import type { CommuneOption } from "@/components/surveys/field-props";
import { Meander } from "@/components/surveys/meander";
import { questionViews } from "@/components/surveys/question-view";
import { StepForm } from "@/components/surveys/step-form";
import type { FormAction } from "@/lib/core/form-state";
import { valuesOf } from "@/lib/surveys/forms/rules";
import { progressOf } from "@/lib/surveys/progress/rules";
import { shownSections } from "@/lib/surveys/questionnaires/rules";
import { previewPages } from "./addresses";
import type { PreviewProps } from "./preview-props";
import { previewWords } from "./preview-words";

type PreviewStepProps = PreviewProps & {
  step: string;
  communes: CommuneOption[];
  action: FormAction;
};

/** One step by the very components of the survey; without a code the device keeps nothing either. */
export async function PreviewStep({ questionnaire, address, step, ...props }: PreviewStepProps) {
  const { language, given, answers, communes, action } = props;
  const [t, { fields, hints }] = await Promise.all([
    getTranslations({ locale: language, namespace: "survey" }),
    previewWords(language),
  ]);
  const section = questionnaire.sections.find(({ id }) => id === step);
  if (!section) return null;
  const shown = shownSections(questionnaire, answers);
  const before = shown[shown.findIndex(({ id }) => id === step) - 1];
  const progress = progressOf(questionnaire, answers, step);
  const own = new Set(section.questions.map(({ id }) => id));
  const sofar = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
  const pages = previewPages(address);
  return (
    <div lang={language}>
      <p className="survey-progress">
        <b>{t("step.progress", progress)}</b>
        <span className="muted">{t("step.minutes", { minutes: progress.minutes })}</span>
      </p>
      <Meander step={progress.step} steps={progress.steps} />
      <h1>{section.title[language]}</h1>
      {section.intro ? <p className="lead">{section.intro[language]}</p> : null}
      <StepForm
        key={`${section.id} ${given}`}
        action={action}
        hidden={{
          survey: address.survey,
          version: String(address.version),
          campaign: address.campaign,
          section: step,
          language,
          given,
        }}
        questions={questionViews(section, language, hints)}
        sofar={sofar}
        values={Object.assign(
          {},
          ...section.questions.map((each) => valuesOf(each, answers[each.id], communes)),
        )}
        communes={communes}
        backHref={
          before
            ? pages.step(before.id, encodeURIComponent(given), language)
            : pages.start(language)
        }
        words={{
          ...fields,
          back: t("step.back"),
          go: t("step.go"),
          going: t("step.going"),
          offline: t("step.offline"),
        }}
      />
    </div>
  );
}
