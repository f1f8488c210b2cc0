"use client";

import { typedValue } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type TextAreaFieldProps = {
  name: string;
  /** The name, unless the form stands several times on its page. */
  id?: string;
  label: string;
  hint?: string;
  maxLength: number;
  rows?: number;
  defaultValue?: string;
  required?: boolean;
};

/** Several lines: label above, hint under it, error under the field; keeps what was typed. */
export function TextAreaField({
  name,
  id = name,
  label,
  hint,
  maxLength,
  rows = 3,
  defaultValue = "",
  required,
}: TextAreaFieldProps) {
  const state = useFormState();
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      <textarea
        id={id}
        name={name}
        className="input"
        rows={rows}
        maxLength={maxLength}
        required={required}
        defaultValue={typedValue(state, name, defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      />
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
