"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useFormState } from "@/components/ui/action-form";
import type { FormState } from "@/lib/core/form-state";
import { applying, askable, rawAnswersOf } from "@/lib/surveys/forms/rules";
import type { StepValues } from "@/lib/surveys/forms/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import type { CommuneOption, FieldWords } from "./field-props";
import { forgetLeftBehind, keepOnDevice, keptOnDevice } from "./kept-on-device";
import { QuestionField } from "./question-field";
import type { QuestionView } from "./question-view";

type StepFieldsProps = {
  questions: QuestionView[];
  sofar: Answers;
  values: StepValues;
  communes: CommuneOption[];
  words: FieldWords;
  /** Under what the device keeps what is typed. */
  code: string;
  section: string;
  /** Questions appeared since the step was sent, for want of scripts. */
  isAsked?: boolean | undefined;
  /** The campaign has closed meanwhile. */
  isClosed?: boolean | undefined;
};

/**
 * The questions that apply, as answers are given: at once where scripts run; otherwise when the step comes
 * back, for `shown` tells which stood on the form.
 */
export function StepFields({ questions, sofar, communes, words, ...props }: StepFieldsProps) {
  const { values, code, section, isAsked = false, isClosed = false } = props;
  const state = useFormState();
  const isBack = state.status === "invalid" || state.status === "refused";
  const isReadOnly = isClosed || isTooLate(state);
  const [isFollowing, setFollowing] = useState(false);
  // What was typed here before and never sent: the line was cut, or the page was left.
  const [unsent, setUnsent] = useState<StepValues | null>(null);
  useEffect(() => {
    if (code !== "") forgetLeftBehind(code, new Date());
    setUnsent(keptOnDevice(code, section));
    setFollowing(true);
  }, [code, section]);
  const first: StepValues = isBack ? state.values : (unsent ?? values);
  const [typed, setTyped] = useState<StepValues | null>(null);
  const current = typed ?? first;
  // A page that comes back without scripts asks at once what else may follow.
  const applies = isAsked && !isFollowing ? askable : applying;
  const shown = applies(questions, sofar, rawAnswersOf(questions, current, communes));
  const onChange = ({ target }: FormEvent<HTMLElement>) => {
    const form = target instanceof HTMLElement ? target.closest("form") : null;
    if (!form) return;
    const now = valuesIn(new FormData(form));
    setTyped(now);
    keepOnDevice(code, section, now, new Date());
  };
  const errors = state.status === "invalid" ? state.fields : {};
  return (
    <div className="survey-fields" onChange={onChange}>
      <input type="hidden" name="shown" value={shown.map(({ id }) => id).join(" ")} />
      {shown.map((question) => (
        <QuestionField
          key={unsent ? `${question.id} unsent` : question.id}
          question={question}
          first={first}
          current={current}
          error={errors[`q-${question.id}`]}
          communes={communes}
          words={words}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  );
}

/** Refused because the campaign has closed since the page was opened. */
export function isTooLate(state: FormState): boolean {
  return state.status === "refused" && state.code === "not_open";
}

function valuesIn(form: FormData): StepValues {
  const names = [...new Set(form.keys())].filter((name) => name.startsWith("q-"));
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]));
}
