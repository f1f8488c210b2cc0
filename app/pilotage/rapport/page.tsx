import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparedPeriods } from "@/components/reports/compared-periods";
import { getComparisonWords } from "@/components/reports/comparison-words";
import { FamilyReport } from "@/components/reports/family-report";
import { LongPeriod } from "@/components/reports/long-period";
import { PeriodNotices } from "@/components/reports/period-notices";
import { PeriodPicker } from "@/components/reports/period-picker";
import { periodWords } from "@/components/reports/period-words";
import type { ReportReading } from "@/components/reports/reading";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { periodQuery } from "@/lib/reports/events/periods/rules";
import { families } from "@/lib/reports/indicators/catalogue/rules";
import { readReportPage } from "../_report";
import { askPreparationAction } from "./exports/actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportScreens"))("detail") };
}

export default async function ReportPage({ searchParams }: Props) {
  const page = await readReportPage("/pilotage/rapport", await searchParams);
  const { today, locale, search, reading, oldest, isRunning, isLong, asked } = page;
  const [t, reports, common, indicators, comparisons] = await Promise.all([
    getTranslations("reportScreens"),
    getTranslations("reports"),
    getTranslations("common"),
    getTranslations("indicators.families"),
    getComparisonWords(),
  ]);
  const words = periodWords(search.range, locale, t);
  const places = reading?.report.places.length ?? null;
  return (
    <div className="wrap report report-detail">
      <PageHead
        title={t("detailTitle", { period: words })}
        lead={reading ? leadOf(reading, locale, t) : undefined}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: `/pilotage?${periodQuery(search)}` },
          { label: t("detail") },
        ]}
      >
        <a
          className="btn btn-secondary no-print"
          href={`/pilotage/rapport/exports?${periodQuery(search)}`}
        >
          <Download size={18} strokeWidth={1.75} aria-hidden />
          {t("files")}
        </a>
      </PageHead>
      <PeriodPicker search={search} asked={asked} today={today} />
      <PeriodNotices {...{ search, oldest, locale, words, places }} />
      {reading ? (
        <ComparedPeriods {...{ reading, oldest, isRunning, isLong, locale }} />
      ) : (
        <LongPeriod action={askPreparationAction} range={search.range} />
      )}
      {reading?.report.counted ? (
        <>
          <nav className="no-print report-contents" aria-label={t("contents")}>
            <ul>
              {families.map((family) => (
                <li key={family}>
                  <a href={`#famille-${family}`}>{indicators(family)}</a>
                </li>
              ))}
              <li>
                <a href="#enquete">{t("survey.title")}</a>
              </li>
            </ul>
            <p className="small muted">{t("printHint")}</p>
          </nav>
          {families.map((family) => (
            <FamilyReport key={family} family={family} reading={reading} words={comparisons} />
          ))}
          <Section id="enquete" title={t("survey.title")}>
            <p className="max-w-measure">{t("survey.lead")}</p>
            <ul className="report-more">
              <li>
                <a href="/pilotage/enquete/bilan">{t("more.declared")}</a>
              </li>
              <li>
                <a href="/pilotage/enquete/diagnostic">{t("more.diagnosis")}</a>
              </li>
            </ul>
          </Section>
        </>
      ) : null}
    </div>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"reportScreens">>>;

function leadOf({ report }: ReportReading, locale: Locale, t: Words): string {
  const { counted, places, definitionsVersion: version } = report;
  const day = counted
    ? t("counted", { day: formatDate(counted.last, locale) })
    : t("nothingCounted");
  return `${t("detailLead", { version, spaces: places.length })} ${day}`;
}
