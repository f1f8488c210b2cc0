"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValue, typedValues } from "@/lib/core/form-state";
import type { Category, Choice } from "@/lib/notifications/choices/schema";

type ChoiceRowProps = {
  category: Category;
  choice: Choice;
  options: { value: string; label: string }[];
  /** The labels say the category too, for whoever hears one field alone. */
  words: {
    name: string;
    hint: string;
    mail: string;
    mailLabel: string;
    push: string;
    pushLabel: string;
  };
};

/** One category: what it is, its mail, whether it is pushed. */
export function ChoiceRow({ category, choice, options, words }: ChoiceRowProps) {
  const state = useFormState();
  const name = `mail_${category}`;
  const pushed = typedValues(state, "push");
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  return (
    <li className="telling-row">
      <p>
        <b>{words.name}</b>
        <span className="small muted block">{words.hint}</span>
      </p>
      <div className="field">
        <label htmlFor={name}>
          <span aria-hidden>{words.mail}</span>
          <span className="sr-only">{words.mailLabel}</span>
        </label>
        <select
          id={name}
          name={name}
          className="input"
          defaultValue={typedValue(state, name, choice.mail)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
        >
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {error ? (
          <span id={`${name}-error`} className="field-error">
            {error}
          </span>
        ) : null}
      </div>
      <label className="telling-push">
        <input
          type="checkbox"
          name="push"
          value={category}
          defaultChecked={pushed ? pushed.includes(category) : choice.push}
        />
        <span aria-hidden>{words.push}</span>
        <span className="sr-only">{words.pushLabel}</span>
      </label>
    </li>
  );
}
