"use client";

import { typedValues } from "@/lib/core/form-state";
import { useFormState } from "./action-form";

type CheckListProps = {
  name: string;
  /** Its own, where the same form stands twice on a page. */
  id?: string;
  legend: string;
  hint?: string;
  options: { value: string; label: string; hint?: string }[];
  defaultValues: readonly string[];
};

/** Native boxes under one legend, several at once; keeps what was ticked after a refusal. */
export function CheckList(props: CheckListProps) {
  const { name, id = name, legend, hint, options, defaultValues } = props;
  const state = useFormState();
  const ticked = typedValues(state, name) ?? defaultValues;
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return (
    <fieldset
      id={id}
      className="field"
      aria-describedby={described.length > 0 ? described.join(" ") : undefined}
    >
      <legend className="mb-2 font-bold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="hint mb-2">
          {hint}
        </p>
      ) : null}
      {options.map(({ value, label, hint: about }) => (
        <label key={value} className="option">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={ticked.includes(value)}
          />
          <span>
            <b>{label}</b>
            {about ? <small>{about}</small> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
