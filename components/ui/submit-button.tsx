"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

type SubmitButtonProps = {
  children: ReactNode;
  /** Said while the form is on its way. */
  pending: string;
  className?: string;
  name?: string;
  value?: string;
  label?: string;
};

/** Pressed once: a second press while the form travels does nothing. */
export function SubmitButton({
  children,
  pending,
  className = "btn btn-primary",
  label,
  ...button
}: SubmitButtonProps) {
  const status = useFormStatus();
  return (
    <button
      {...button}
      type="submit"
      className={className}
      aria-label={label}
      aria-busy={status.pending || undefined}
      aria-disabled={status.pending || undefined}
      onClick={(event) => {
        if (status.pending) event.preventDefault();
      }}
    >
      {status.pending ? pending : children}
    </button>
  );
}
