"use client";

import { TriangleAlert } from "lucide-react";
import type { HTMLInputAutoCompleteAttribute } from "react";
import { typedValue } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type TextFieldProps = {
  name: string;
  /** The name, unless the form stands several times on its page. */
  id?: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "date" | "time" | "search" | "url" | "tel";
  defaultValue?: string;
  required?: boolean;
  maxLength?: number;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "numeric" | "email" | "text" | "url";
  min?: string;
  max?: string;
  /** Of a time, in seconds. */
  step?: number;
  autoFocus?: boolean;
  /** Id of a datalist of what it may be. */
  list?: string;
};

/** Label above, hint under it, error under the field; keeps what was typed after a refusal. */
export function TextField({
  name,
  id = name,
  label,
  hint,
  defaultValue = "",
  type = "text",
  ...input
}: TextFieldProps) {
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
      <input
        {...input}
        id={id}
        name={name}
        type={type}
        className="input"
        defaultValue={typedValue(state, name, defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      />
      {error ? (
        <span id={`${id}-error`} className="field-error">
          <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
          {error}
        </span>
      ) : null}
    </div>
  );
}
