"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValue } from "@/lib/core/form-state";

/** A few words; one of many on a page, so its name does not name its element. */
export function WordsField({ id, label }: { id: string; label: string }) {
  const state = useFormState();
  const error = state.status === "invalid" ? state.fields["text"] : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name="text"
        className="input"
        rows={2}
        maxLength={300}
        defaultValue={typedValue(state, "text")}
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
