"use client";

import { TriangleAlert } from "lucide-react";
import { useFormState } from "./action-form";

type FileFieldProps = { name: string; label: string; hint: string; accept: string };

/** A native choice of one file; a file cannot be given back after a refusal: it is chosen again. */
export function FileField({ name, label, hint, accept }: FileFieldProps) {
  const state = useFormState();
  const error = state.status === "invalid" ? state.fields[name] : undefined;
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <span id={`${name}-hint`} className="hint">
        {hint}
      </span>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
      />
      {error ? (
        <span id={`${name}-error`} className="field-error">
          <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
          {error}
        </span>
      ) : null}
    </div>
  );
}
