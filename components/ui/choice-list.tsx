"use client";

import { typedValue } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type ChoiceListProps = {
  name: string;
  legend: string;
  options: readonly { value: string; label: string; hint?: string }[];
  defaultValue?: string;
};

/** Native radio buttons under one legend, one of them; keeps what was chosen after a refusal. */
export function ChoiceList({ name, legend, options, defaultValue = "" }: ChoiceListProps) {
  const state = useFormState();
  const chosen = typedValue(state, name, defaultValue);
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  return (
    <fieldset id={name} className="field" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-2 font-bold">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} className="option">
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>
            <b>{label}</b>
            {hint ? <small>{hint}</small> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p id={`${name}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
