import type { ReactNode } from "react";

/** Availability by shape and words; `few` is two places or fewer. */
export function Pill({
  tone,
  children,
}: {
  tone: "ok" | "few" | "no" | "closed";
  children: ReactNode;
}) {
  return <span className={`pill pill-${tone}`}>{children}</span>;
}
