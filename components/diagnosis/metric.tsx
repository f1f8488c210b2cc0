import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/core/locale";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import { SheetTable } from "./sheet-table";

type MetricProps = {
  sheet: MetricSheet;
  locale: Locale;
  /** Drawn above the tables. */
  children?: ReactNode;
  /** Tables that are drawn in another way. */
  without?: readonly string[];
};

/** One figure of the diagnosis, its base and what it is not beneath; it opens on its formula and what it supposes. */
export async function Metric({ sheet, locale, children, without = [] }: MetricProps) {
  const t = await getTranslations("diagnosis");
  const tables = sheet.tables.filter(({ id }) => !without.includes(id));
  // Where each table says its own base, that of the whole would say them again.
  const isSaid = sheet.tables.length > 0 && sheet.tables.every(({ base }) => base !== undefined);
  return (
    <Section id={sheet.id} title={sheet.title} className="mt-10">
      {sheet.findings.map((sentence) => (
        <p key={sentence} className="mb-4 max-w-measure">
          {sentence}
        </p>
      ))}
      {children}
      {sheet.tables.length === 0 ? <p className="muted">{sheet.none}</p> : null}
      {tables.map((table) => (
        <SheetTable
          key={table.id}
          table={table}
          none={sheet.none}
          locale={locale}
          named={sheet.tables.length > 1}
        />
      ))}
      <p className="small muted mt-3 max-w-measure">
        {isSaid ? null : `${sheet.base} `}
        {sheet.caveat}
      </p>
      <details className="mt-2">
        <summary className="btn btn-quiet">{t("how")}</summary>
        <p className="small mt-2 max-w-measure">{sheet.formula}</p>
        {sheet.suppositions.length > 0 ? (
          <>
            <p className="small mt-2">{t("supposes")}</p>
            <ul className="small">
              {sheet.suppositions.map((each) => (
                <li key={each.label}>{t("supposition", each)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </Section>
  );
}
