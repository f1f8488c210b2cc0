import type { ReactNode } from "react";

/** The loop of the river, one sentence that helps, one action. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="panel grid justify-items-center gap-3 py-10 text-center">
      <svg width="180" height="46" viewBox="0 0 180 46" aria-hidden="true" focusable="false">
        <path
          d="M2 10h76c6 0 8 3 6 7-2 3-5 6-5 10 0 6 5 10 11 10s11-4 11-10c0-4-3-7-5-10-2-4 0-7 6-7h76"
          fill="none"
          stroke="var(--cl-river-line)"
          strokeWidth="4"
          strokeLinecap="round"
        />
        <circle cx="90" cy="26" r="4.6" fill="var(--cl-accent)" />
      </svg>
      <p className="font-display text-h3 font-semibold">{title}</p>
      <div className="muted grid justify-items-center gap-4">{children}</div>
    </div>
  );
}
