"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValue } from "@/lib/core/form-state";

type HideReasonFieldProps = { reportId: string; label: string; maxLength: number };

/** Several of these forms stand on one page: its id is the report's own. */
export function HideReasonField({ reportId, label, maxLength }: HideReasonFieldProps) {
  const state = useFormState();
  const error = state.status === "invalid" ? state.fields["reason"] : undefined;
  const id = `reason-${reportId}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name="reason"
        className="input"
        maxLength={maxLength}
        required
        defaultValue={typedValue(state, "reason")}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
