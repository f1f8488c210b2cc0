"use client";

import { ActionForm, useFormState } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import type { CommuneOption, FieldWords } from "./field-props";
import { bearingNoLine, forgetOnDevice } from "./kept-on-device";
import { LineWatch } from "./line-watch";
import type { QuestionView } from "./question-view";
import { isTooLate, StepFields } from "./step-fields";

type StepFormProps = {
  action: FormAction;
  hidden: Record<string, string | undefined>;
  questions: QuestionView[];
  /** Answers to the steps before, on which questions here may hang. */
  sofar: Answers;
  /** What the fields hold at first: the answers kept. */
  values: Record<string, string | string[]>;
  communes: CommuneOption[];
  words: FieldWords & { back: string; go: string; going: string; offline: string };
  /** The step before; null on the first. */
  backHref: string | null;
  /** Of answers that are kept, not of a preview. */
  kept?: StepKept;
};

type StepKept = {
  /** Questions appeared since the step was sent, for want of scripts. */
  isAsked: boolean;
  /** The campaign has closed meanwhile: what was typed is shown, and can be copied. */
  isClosed: boolean;
  reviewHref: string;
  toReview: string;
};

/**
 * One step of the survey: its questions as they apply, the way back and the way on. What is typed is kept
 * on the device until it is sent, which it is by itself once the line is back.
 */
export function StepForm({ action, hidden, words, backHref, kept, ...fields }: StepFormProps) {
  const { code = "", section = "" } = hidden;
  const sending = bearingNoLine(action, {
    offline: words.offline,
    // What does not read well goes back with nobody: it waits here for whoever comes forward again.
    onSent: (form) => (form.has("vers") ? undefined : forgetOnDevice(code, section)),
  });
  return (
    <ActionForm action={sending} hidden={hidden} className="survey-form">
      <StepFields
        {...fields}
        words={words}
        code={code}
        section={section}
        isAsked={kept?.isAsked}
        isClosed={kept?.isClosed}
      />
      <LineWatch offline={words.offline} />
      <StepGo {...{ words, backHref, kept }} />
    </ActionForm>
  );
}

type StepGoProps = Pick<StepFormProps, "words" | "backHref"> & { kept: StepKept | undefined };

/** The way back and the way on; both take what is typed along. Once closed, the way to what was kept. */
function StepGo({ words, backHref, kept }: StepGoProps) {
  const state = useFormState();
  if (kept && (kept.isClosed || isTooLate(state))) {
    return (
      <div className="survey-go">
        <a className="btn btn-secondary btn-lg" href={kept.reviewHref}>
          {kept.toReview}
        </a>
      </div>
    );
  }
  return (
    <div className="survey-go">
      {backHref && kept ? (
        <>
          {/* Enter in a field presses the first button of a form: it is to go on. */}
          <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <SubmitButton
            className="btn btn-secondary btn-lg"
            pending={words.back}
            name="vers"
            value="avant"
          >
            {words.back}
          </SubmitButton>
        </>
      ) : null}
      {backHref && !kept ? (
        <a className="btn btn-secondary btn-lg" href={backHref}>
          {words.back}
        </a>
      ) : null}
      <SubmitButton className="btn btn-primary btn-lg" pending={words.going}>
        {words.go}
      </SubmitButton>
    </div>
  );
}
