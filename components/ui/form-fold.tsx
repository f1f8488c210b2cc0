"use client";

import type { ReactNode } from "react";
import { useFormState } from "./action-form";

type FormFoldProps = {
  label: string;
  /** Says more than the label where several stand on one page. */
  named?: string;
  children: ReactNode;
};

/** A whole form that stays folded until one wants it, and open once it was refused, without scripts too. */
export function FormFold({ label, named, children }: FormFoldProps) {
  const { status } = useFormState();
  return (
    <details open={status === "invalid" || status === "refused"}>
      <summary className="btn btn-quiet" aria-label={named}>
        {label}
      </summary>
      <div className="mt-3 grid max-w-[30rem] gap-4">{children}</div>
    </details>
  );
}
