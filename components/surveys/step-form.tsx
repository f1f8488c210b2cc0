"use client";

import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import type { CommuneOption, FieldWords } from "./field-props";
import { bearingNoLine, forgetOnDevice } from "./kept-on-device";
import { LineWatch } from "./line-watch";
import type { QuestionView } from "./question-view";
import { StepFields } from "./step-fields";

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
};

/**
 * One step of the survey: its questions as they apply, the way back and the way on. What is typed is kept
 * on the device until it is sent, which it is by itself once the line is back.
 */
export function StepForm({ action, hidden, words, backHref, ...fields }: StepFormProps) {
  const { code = "", section = "" } = hidden;
  const sending = bearingNoLine(action, {
    offline: words.offline,
    onSent: () => forgetOnDevice(code, section),
  });
  return (
    <ActionForm action={sending} hidden={hidden} className="survey-form">
      <StepFields {...fields} words={words} code={code} section={section} />
      <LineWatch offline={words.offline} />
      <div className="survey-go">
        {backHref ? (
          <a className="btn btn-secondary btn-lg" href={backHref}>
            {words.back}
          </a>
        ) : null}
        <SubmitButton className="btn btn-primary btn-lg" pending={words.going}>
          {words.go}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
