"use client";

import type { ReactNode } from "react";
import { useFormState } from "./action-form";

type FoldProps = {
  title: string;
  /** What it holds now, in words, read without opening it. */
  about?: string;
  isOpen?: boolean;
  /** Names of its fields: it opens by itself when one of them is refused. */
  fields: readonly string[];
  children: ReactNode;
};

/** A part of a long form that most people leave as it is. */
export function Fold({ title, about, isOpen = false, fields, children }: FoldProps) {
  const state = useFormState();
  const isWrong = state.status === "invalid" && fields.some((name) => name in state.fields);
  return (
    <details className="fold" open={isOpen || isWrong}>
      <summary>
        <h2>{title}</h2>
        {about ? <span className="small muted">{about}</span> : null}
      </summary>
      <div className="grid gap-5">{children}</div>
    </details>
  );
}
