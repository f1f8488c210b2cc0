import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventDefinitions } from "@/components/reports/event-definitions";
import { EventFigureList } from "@/components/reports/event-figure-list";
import { EventMonthChart } from "@/components/reports/event-month-chart";
import { EventTable } from "@/components/reports/event-table";
import { PeriodPicker } from "@/components/reports/period-picker";
import { periodWords } from "@/components/reports/period-words";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { readPeriod } from "@/lib/reports/events/periods/rules";
import { getEventsReport } from "@/lib/reports/events/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsFigures"))("title") };
}

export default async function EventFiguresPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson("/pilotage/evenements"), searchParams]);
  const at = now();
  const asked = {
    periode: textOf(query["periode"]),
    jour: textOf(query["jour"]),
    du: textOf(query["du"]),
    au: textOf(query["au"]),
  };
  const today = dayOf(at, networkTimeZone);
  const search = readPeriod(asked, today);
  const [report, t, events, common, reports, screens, language] = await Promise.all([
    orNotFound(getEventsReport(actor, search.range, at)),
    getTranslations("eventsFigures"),
    getTranslations("events.themes"),
    getTranslations("common"),
    getTranslations("reports"),
    getTranslations("reportScreens"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { first, last } = search.range;
  const words = (day: typeof first) => `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  const themes = report.themes.map((line) => ({
    ...line,
    name: events.has(line.key as "other") ? events(line.key as "other") : line.key,
  }));
  return (
    <div className="wrap report">
      <PageHead
        title={t("title")}
        lead={t("lead", { first: words(first), last: words(last) })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      >
        <a
          className="btn btn-primary no-print"
          href={`/pilotage/evenements/export?periode=dates&du=${first}&au=${last}`}
          download
        >
          <Download size={18} strokeWidth={1.75} aria-hidden />
          {t("export")}
        </a>
      </PageHead>
      {search.problem === null ? null : (
        <Message tone="warn" role="alert">
          {screens("period.problem", {
            why: screens(`period.problems.${search.problem}`),
            period: periodWords(search.range, locale, screens),
          })}
        </Message>
      )}
      <PeriodPicker search={search} asked={asked} today={today} />
      <EventFigureList figures={report.network} />
      <Section id="mois" title={t("byMonth")} className="mt-12">
        <EventMonthChart months={report.months} />
      </Section>
      <Section id="themes" title={t("byTheme")}>
        <EventTable caption={t("themeTable")} first={t("theme")} lines={themes} />
      </Section>
      <Section id="lieux" title={t("bySite")}>
        <EventTable caption={t("siteTable")} first={t("site")} lines={report.sites} />
      </Section>
      <EventDefinitions />
    </div>
  );
}
