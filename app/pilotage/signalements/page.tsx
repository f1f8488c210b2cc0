import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportLists } from "@/components/abuse-reports/report-lists";
import { PageHead } from "@/components/ui/page-head";
import { listNetworkReports } from "@/lib/members/abuse-reports/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  closeReportAction,
  dismissReportAction,
  hideReportedAction,
  reopenReportAction,
} from "../../signaler/actions";

const actions = {
  hide: hideReportedAction,
  dismiss: dismissReportAction,
  close: closeReportAction,
  reopen: reopenReportAction,
};

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("abuseReports"))("list.title") };
}

export default async function NetworkReportsPage({ searchParams }: Props) {
  const { fait } = await searchParams;
  const actor = await requirePerson("/pilotage/signalements");
  const [reports, t, words, common] = await Promise.all([
    orNotFound(listNetworkReports(actor)),
    getTranslations("abuseReports.list"),
    getTranslations("reports"),
    getTranslations("common"),
  ]);
  const people = [...reports.waiting, ...reports.handled].flatMap(({ person, reporter }) =>
    reporter ? [person, reporter] : [person],
  );
  noteViews(actor, { spaceId: null, screen: "reports_of_abuse", people });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("networkLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: words("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      <ReportLists reports={reports} done={fait} actions={actions} />
    </div>
  );
}
