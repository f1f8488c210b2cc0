import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { formatMonth, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { DeclaredUse, UseFigures } from "@/lib/reports/declared-use/queries";
import { firstDayOf, monthsOf, type Period } from "@/lib/reports/schema";
import { SheetTable } from "../diagnosis/sheet-table";
import { baseWords } from "../diagnosis/sheets/sheet-words";
import { declaredUseTables } from "./declared-use-tables";

type Props = {
  found: DeclaredUse & { period: Period; use: UseFigures };
  locale: Locale;
};

/** Sentences first, then declared and real side by side, then how it is computed. */
export async function DeclaredUseReport({ found, locale }: Props) {
  const [t, diagnosisWords] = await Promise.all([
    getTranslations("declaredUse"),
    getTranslations("diagnosis"),
  ]);
  const { diagnosis, period, use } = found;
  const declared = diagnosis.personDays?.weighted ?? null;
  const number = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <>
      <p className="muted">
        {t("period", {
          slug: diagnosis.campaign.slug,
          count: diagnosis.base,
          first: formatMonth(firstDayOf(period.first), locale),
          last: formatMonth(firstDayOf(period.last), locale),
          months: monthsOf(period).length,
        })}{" "}
        {use.leftOut > 0 ? t("leftOut", { months: use.leftOut }) : null}
      </p>
      <p className="lead mt-3 max-w-measure">
        {declared === null || declared === 0
          ? t("briefUnknown", { real: number(use.real) })
          : t("brief", {
              declared: number(declared),
              real: number(use.real),
              isShared: String(diagnosis.bases.hasShares.wishes),
              share: formatShare(use.real / declared, locale),
            })}
      </p>
      <p className="small muted mt-3 max-w-measure">
        {baseWords({ diagnosis, t: diagnosisWords, locale }, "jours_personnes")} {t("caveat")}
      </p>
      {declaredUseTables({ found, use, t, locale }).map((table) => (
        <Section key={table.id} id={table.id} title={table.caption} className="mt-10">
          {table.id === "prix" ? <p className="mb-4 max-w-measure">{t("priceCaveat")}</p> : null}
          <SheetTable table={table} none={diagnosisWords("none")} locale={locale} />
        </Section>
      ))}
      <details className="mt-6" open>
        <summary className="btn btn-quiet">{t("how")}</summary>
        <ul className="small mt-2 max-w-measure">
          <li>{t("howPeriod")}</li>
          <li>{t("howReal")}</li>
          <li>{t("howRatio")}</li>
          <li>{t("howSlots")}</li>
          <li>{t("howHidden")}</li>
          <li>{t("caveat")}</li>
        </ul>
      </details>
    </>
  );
}
