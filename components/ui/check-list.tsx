"use client";

import { typedValues } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type CheckListProps = {
  name: string;
  legend: string;
  options: { value: string; label: string; hint?: string }[];
  defaultValues: string[];
};

/** Native boxes under one legend, several at once; keeps what was ticked after a refusal. */
export function CheckList({ name, legend, options, defaultValues }: CheckListProps) {
  const ticked = typedValues(useFormState(), name) ?? defaultValues;
  return (
    <fieldset className="field">
      <legend className="mb-2 font-bold">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} className="option">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={ticked.includes(value)}
          />
          <span>
            <b>{label}</b>
            {hint ? <small>{hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
