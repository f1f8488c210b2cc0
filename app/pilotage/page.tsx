import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparedPeriods } from "@/components/reports/compared-periods";
import { FactsAge } from "@/components/reports/facts-age";
import { JobHealth } from "@/components/reports/job-health";
import { LongPeriod } from "@/components/reports/long-period";
import { MonthChart } from "@/components/reports/month-chart";
import { OverviewFigures } from "@/components/reports/overview-figures";
import { OverviewFindings } from "@/components/reports/overview-findings";
import { PeriodNotices } from "@/components/reports/period-notices";
import { PeriodPicker } from "@/components/reports/period-picker";
import { periodWords } from "@/components/reports/period-words";
import type { ReportReading } from "@/components/reports/reading";
import { ReportLinks } from "@/components/reports/report-links";
import { ReportTools } from "@/components/reports/report-tools";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { countWaitingReports } from "@/lib/members/abuse-reports/queries";
import { changeOf } from "@/lib/reports/comparisons/rules";
import { periodQuery } from "@/lib/reports/events/periods/rules";
import { earlierOf, laterOf, monthOf } from "@/lib/reports/schema";
import { listTrendMonths } from "@/lib/reports/trends/queries";
import { trendOf } from "@/lib/reports/trends/rules";
import type { TrendMonth } from "@/lib/reports/trends/schema";
import { type Health, readHealth } from "@/lib/web/health";
import { orNotFound } from "@/lib/web/not-found";
import { readReportPage } from "./_report";
import { askPreparationAction } from "./rapport/exports/actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("pageTitle") };
}

export default async function OverviewPage({ searchParams }: Props) {
  const page = await readReportPage("/pilotage", await searchParams);
  const { actor, at, today, locale, search, reading, oldest, isRunning, isLong } = page;
  const places = reading?.report.places.length ?? null;
  const until = monthOf(earlierOf(search.range.last, today));
  const last = laterOf(until, oldest);
  const [trend, waiting, t, reports, abuse] = await Promise.all([
    orNotFound(listTrendMonths(actor, last, at)),
    countWaitingReports(actor, null),
    getTranslations("reportScreens"),
    getTranslations("reports"),
    getTranslations("abuseReports.list"),
  ]);
  // After the figures, which would keep it from answering in time.
  const health = await readHealth();
  const words = periodWords(search.range, locale, t);
  const query = periodQuery(search);
  return (
    <div className="wrap report">
      <PageHead
        title={reports("title", { period: words })}
        lead={reading ? leadOf(reading, locale, t) : undefined}
      >
        <div className="no-print flex flex-wrap gap-3">
          <a className="btn btn-secondary" href={`/pilotage/rapport/exports?${query}`}>
            <Download size={18} strokeWidth={1.75} aria-hidden />
            {t("files")}
          </a>
          <a className="btn btn-primary" href={`/pilotage/rapport?${query}`}>
            {t("detail")}
          </a>
        </div>
      </PageHead>
      <PeriodPicker search={search} asked={page.asked} today={today} />
      <PeriodNotices {...{ search, oldest, locale, words, places }} />
      {reading ? (
        <>
          <OverviewFigures reading={reading} />
          <ComparedPeriods {...{ reading, oldest, isRunning, isLong, locale }} />
        </>
      ) : (
        <LongPeriod action={askPreparationAction} range={search.range} />
      )}
      <div className="report-halves">
        {reading ? (
          <Section id="constats" title={t("findings.title")} className="mt-0">
            <p className="muted -mt-3 mb-4">{t("findings.lead")}</p>
            <OverviewFindings reading={reading} />
          </Section>
        ) : null}
        <Section
          id="tendance"
          title={trendTitle(trend.upToDateAt ? trend.months : [], locale, t)}
          className="mt-0"
        >
          <p className="muted -mt-3 mb-4">{t("trend.lead")}</p>
          <FactsAge upToDateAt={trend.upToDateAt} at={at} />
          {trend.upToDateAt && <MonthChart months={trend.months} />}
        </Section>
      </div>
      <div className="no-print">
        <Section id="detail" title={t("links.title")}>
          <ReportLinks query={query} />
        </Section>
        <Section id="outils" title={t("tools.title")}>
          <ReportTools
            more={[
              {
                group: "rights",
                href: "/pilotage/signalements",
                words: abuse("tool", { count: waiting }),
              },
            ]}
          />
        </Section>
        <JobHealth {...health} state={jobsOf(health)} />
      </div>
    </div>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"reportScreens">>>;

function leadOf({ report: { counted, places } }: ReportReading, locale: Locale, t: Words): string {
  const day = counted
    ? t("counted", { day: formatDate(counted.last, locale) })
    : t("nothingCounted");
  return t("overviewLead", { spaces: places.length, counted: day });
}

/** Where attendance goes, if it can be said. */
function trendTitle(months: readonly TrendMonth[], locale: Locale, t: Words): string {
  const trend = trendOf(months);
  if (!trend) return t("trend.plain");
  const [recent, before] = [Math.round(trend.recent), Math.round(trend.before)];
  const { direction } = changeOf(recent, before);
  const number = (days: number) => formatNumber(days, locale);
  return t("trend.title", { direction, recent: number(recent), before: number(before) });
}

/** The health that could not be read says « down » of all: of jobs, nothing is known then. */
function jobsOf({ database, worker }: Health): "running" | "stopped" | "unknown" {
  if (database === "down") return "unknown";
  return worker === "down" ? "stopped" : "running";
}
