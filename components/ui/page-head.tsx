import type { ReactNode } from "react";

type PageHeadProps = {
  title: string;
  lead?: string | undefined;
  crumbs?: { label: string; href?: string }[];
  crumbsLabel?: string;
  children?: ReactNode;
};

export function PageHead({ title, lead, crumbs = [], crumbsLabel, children }: PageHeadProps) {
  return (
    <header className="pb-6">
      {crumbs.length > 0 ? (
        <nav aria-label={crumbsLabel}>
          <ol className="crumbs">
            {crumbs.map((crumb) => (
              <li key={crumb.label}>
                {crumb.href ? (
                  <a href={crumb.href}>{crumb.label}</a>
                ) : (
                  <span aria-current="page">{crumb.label}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      ) : (
        <div className="pt-8" />
      )}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="lead mt-3 max-w-measure">{lead}</p> : null}
        </div>
        {children}
      </div>
    </header>
  );
}
