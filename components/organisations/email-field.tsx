"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValue } from "@/lib/core/form-state";

/** The address of one person, in a form that stands several times on a page: its id is its own. */
export function EmailField({ id, label, hint }: { id: string; label: string; hint: string }) {
  const state = useFormState();
  const error = state.status === "invalid" ? state.fields["email"] : undefined;
  return (
    <div className="field max-w-[30rem]">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
      <input
        id={id}
        name="email"
        type="email"
        className="input"
        autoComplete="off"
        maxLength={254}
        required
        defaultValue={typedValue(state, "email")}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
      {error ? (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      ) : null}
    </div>
  );
}
