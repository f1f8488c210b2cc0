import type { ReactNode } from "react";

type SectionProps = {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A two-pixel ink rule opens each section, like a magazine. */
export function Section({ id, title, aside, children, className = "" }: SectionProps) {
  return (
    <section className={`rule ${className}`} aria-labelledby={id}>
      <div className="rule-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
