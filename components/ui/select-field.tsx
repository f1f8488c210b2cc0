"use client";

import { typedValue } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type SelectFieldProps = {
  name: string;
  /** The name, unless the form stands several times on its page. */
  id?: string;
  label: string;
  hint?: string;
  options: { value: string; label: string }[];
  defaultValue?: string;
};

/** A native list: works everywhere, on any phone, without JavaScript. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  options,
  defaultValue = "",
}: SelectFieldProps) {
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
      <select
        id={id}
        name={name}
        className="input"
        defaultValue={typedValue(state, name, defaultValue)}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(" ") : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
