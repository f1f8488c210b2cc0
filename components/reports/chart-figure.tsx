import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type ChartFigureProps = {
  id: string;
  /** The finding. */
  title: string;
  /** The measure. */
  lead: string;
  children: ReactNode;
  /** The same numbers, to unfold. */
  table: ReactNode;
};

/** A drawing under what it says, its numbers in a table to unfold; no script. */
export async function ChartFigure({ id, title, lead, children, table }: ChartFigureProps) {
  const t = await getTranslations("reportScreens");
  return (
    <figure className="report-chart" aria-labelledby={`${id}-constat`}>
      <h3 id={`${id}-constat`}>{title}</h3>
      <p className="small muted">{lead}</p>
      {children}
      <details className="chart-table">
        <summary className="btn btn-quiet">{t("showTable")}</summary>
        {table}
      </details>
    </figure>
  );
}
