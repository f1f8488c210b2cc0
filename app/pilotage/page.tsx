import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Definitions } from "@/components/reports/definitions";
import { Figures } from "@/components/reports/figures";
import { Findings } from "@/components/reports/findings";
import { JobHealth } from "@/components/reports/job-health";
import { MonthChart } from "@/components/reports/month-chart";
import { PeriodForm } from "@/components/reports/period-form";
import { periodWords } from "@/components/reports/period-words";
import { ResidenceTable } from "@/components/reports/residence-table";
import { SpaceTable } from "@/components/reports/space-table";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { addDays, dayOf } from "@/lib/core/day";
import { formatDay, formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { countWaitingReports } from "@/lib/members/abuse-reports/queries";
import { comparedMonths } from "@/lib/reports/comparisons/rules";
import { readPeriod } from "@/lib/reports/periods/rules";
import { getNetworkReport, listReportMonths } from "@/lib/reports/queries";
import { firstDayOf, longestPeriod, monthOf } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type Health, readHealth } from "@/lib/web/health";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<{ du?: string | string[]; au?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("pageTitle") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const { du, au } = await searchParams;
  const actor = await requirePerson("/pilotage");
  const at = now();
  const months = await orNotFound(listReportMonths(actor, at));
  const current = monthOf(dayOf(at, networkTimeZone));
  const { period, isValid } = readPeriod({ first: du, last: au }, months, current);
  const yesterday = addDays(dayOf(at, networkTimeZone), -1);
  const comparing = comparedMonths(period, { oldest: months.at(-1) ?? current, yesterday });
  const [report, before, waiting, t, organisations, abuse, indicators, language] =
    await Promise.all([
      orNotFound(getNetworkReport(actor, period, at)),
      comparing && orNotFound(getNetworkReport(actor, comparing, at)),
      countWaitingReports(actor, null),
      getTranslations("reports"),
      getTranslations("belonging.organisations"),
      getTranslations("abuseReports.list"),
      getTranslations("indicators"),
      getLocale(),
    ]);
  // After the figures, which would keep it from answering in time.
  const health = await readHealth();
  const locale = localeOf(language);
  const words = periodWords(period, locale, t);
  const lead = report.countedUntil
    ? t("lead", { spaces: report.spaces.length, day: formatDay(report.countedUntil, locale) })
    : t("leadNothing");
  return (
    <div className="wrap">
      <PageHead title={t("title", { period: words })} lead={lead}>
        <a
          className="btn btn-primary no-print"
          href={`/pilotage/export?du=${period.first}&au=${period.last}`}
          download
        >
          <Download size={18} strokeWidth={1.75} aria-hidden />
          {t("export")}
        </a>
      </PageHead>
      {isValid ? null : (
        <Message tone="warn" role="alert">
          {t("problem", {
            first: formatMonth(firstDayOf(months.at(-1) ?? current), locale),
            last: formatMonth(firstDayOf(current), locale),
            months: longestPeriod,
            period: words,
          })}
        </Message>
      )}
      <PeriodForm period={period} months={months} />
      <Figures report={report} />
      <Findings
        report={report}
        before={
          before && comparing
            ? { usage: before.network, words: periodWords(comparing, locale, t) }
            : null
        }
      />
      <Section id="lieux" title={t("bySpace")} className="mt-12">
        <SpaceTable report={report} />
      </Section>
      <Section id="mois" title={t("byMonth")}>
        <p className="muted -mt-3 mb-4">{t("byMonthLead")}</p>
        <MonthChart months={report.months} />
      </Section>
      <Section id="communes" title={t("residences")}>
        <p className="muted -mt-3 mb-4 max-w-measure">{t("residencesLead")}</p>
        {report.network.users === null ? (
          <p>{t("residencesUnknown")}</p>
        ) : (
          <ResidenceTable lines={report.residences} />
        )}
      </Section>
      <ul className="no-print mt-8 grid gap-2">
        <li>
          <a href="/pilotage/definitions">{indicators("link")}</a>
        </li>
        <li>
          <a href="/pilotage/fermetures">{t("closeNetwork")}</a>{" "}
          <a className="btn btn-quiet" href="/pilotage/organisations">
            {organisations("title")}
          </a>
        </li>
        <li>
          <a href="/pilotage/enquete">{t("surveyLink")}</a>
        </li>
        <li>
          <a href="/pilotage/signalements">{abuse("tool", { count: waiting })}</a>
        </li>
        <li>
          <a href="/pilotage/evenements">{t("eventsLink")}</a>{" "}
          <a className="btn btn-quiet" href="/evenements/proposer">
            {t("newEventLink")}
          </a>
        </li>
        <li>
          <a href="/pilotage/habilitations">{t("habilitationsLink")}</a>
        </li>
        <li>
          <a href="/pilotage/lieux-voisins">{t("placeImportsLink")}</a>
        </li>
        <li>
          <a href="/pilotage/reseau">{t("networkLink")}</a>
        </li>
        <li>
          <a href="/pilotage/roles">{t("rolesLink")}</a>
        </li>
        <li>
          <a href="/pilotage/journal">{t("journalLink")}</a>
        </li>
      </ul>
      <JobHealth {...health} state={jobsOf(health)} />
      <Definitions />
    </div>
  );
}

/** The health that could not be read says « down » of all: of jobs, nothing is known then. */
function jobsOf({ database, worker }: Health): "running" | "stopped" | "unknown" {
  if (database === "down") return "unknown";
  return worker === "down" ? "stopped" : "running";
}
