"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValue } from "@/lib/core/form-state";

type StepFieldsProps = {
  stepId: string;
  title: string;
  rank: number;
  ranks: number;
  words: { title: string; rank: string };
};

/** The same two fields in each row: their ids carry the step, their names do not. */
export function StepFields({ stepId, title, rank, ranks, words }: StepFieldsProps) {
  const state = useFormState();
  const [titleId, rankId] = [`title-${stepId}`, `rank-${stepId}`];
  const error = state.status === "invalid" ? state.fields["title"] : undefined;
  return (
    <>
      <div className="field">
        <label htmlFor={titleId}>{words.title}</label>
        <input
          id={titleId}
          name="title"
          className="input"
          maxLength={120}
          defaultValue={typedValue(state, "title", title)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${titleId}-error` : undefined}
        />
        {error ? (
          <span id={`${titleId}-error`} className="field-error">
            {error}
          </span>
        ) : null}
      </div>
      <div className="field">
        <label htmlFor={rankId}>{words.rank}</label>
        <select
          id={rankId}
          name="rank"
          className="input"
          defaultValue={typedValue(state, "rank", String(rank))}
        >
          {Array.from({ length: ranks }, (_, index) => (
            <option key={String(index)} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
