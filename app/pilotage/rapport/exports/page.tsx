import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { addressOfFile, FileLinks } from "@/components/reports/files/file-links";
import { PreparationList } from "@/components/reports/files/preparation-list";
import { PrepareForm } from "@/components/reports/files/prepare-form";
import { PeriodPicker } from "@/components/reports/period-picker";
import { periodWords } from "@/components/reports/period-words";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { periodQuery, readPeriod } from "@/lib/reports/events/periods/rules";
import { canReadReports } from "@/lib/reports/policy";
import { isPreparedByJob, listPreparations } from "@/lib/reports/preparations/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { requirePerson } from "@/lib/web/session";
import { askPreparationAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportFiles"))("title") };
}

export default async function ReportFilesPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([
    requirePerson("/pilotage/rapport/exports"),
    searchParams,
  ]);
  if (!canReadReports(actor)) notFound();
  const asked = {
    periode: textOf(query["periode"]),
    jour: textOf(query["jour"]),
    du: textOf(query["du"]),
    au: textOf(query["au"]),
  };
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const search = readPeriod(asked, today);
  const [preparations, isLong, t, screens, common, reports, language] = await Promise.all([
    listPreparations(actor, at),
    isPreparedByJob(search.range),
    getTranslations("reportFiles"),
    getTranslations("reportScreens"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const period = periodWords(search.range, locale, screens);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {search.problem === null ? null : (
        <Message tone="warn" role="alert">
          {screens("period.problem", {
            why: screens(`period.problems.${search.problem}`),
            period,
          })}
        </Message>
      )}
      <PeriodPicker search={search} asked={asked} today={today} />
      <Section id="fichiers" title={t("of", { period })}>
        {isLong ? null : <FileLinks address={addressOfFile(search.range)} />}
        <PrepareForm action={askPreparationAction} range={search.range} isLong={isLong} />
      </Section>
      <PreparationList
        preparations={preparations}
        refresh={`/pilotage/rapport/exports?${periodQuery(search)}`}
      />
      <Section id="voir-aussi" title={t("links.title")}>
        <ul className="report-more">
          <li>
            <a href="/pilotage/rapport/financeurs">{t("links.packs")}</a>
          </li>
          <li>
            <a href="/pilotage/rapport/emargement">{t("links.attendance")}</a>
          </li>
          <li>
            <a href="/pilotage/definitions">{t("links.definitions")}</a>
          </li>
        </ul>
      </Section>
    </div>
  );
}
