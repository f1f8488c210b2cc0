import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReportLists } from "@/components/abuse-reports/report-lists";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { listReportsOfSpace } from "@/lib/members/abuse-reports/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  closeReportAction,
  dismissReportAction,
  hideReportedAction,
  reopenReportAction,
} from "../../../signaler/actions";

const actions = {
  hide: hideReportedAction,
  dismiss: dismissReportAction,
  close: closeReportAction,
  reopen: reopenReportAction,
};

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("abuseReports"))("list.title") };
}

export default async function SpaceReportsPage({ params, searchParams }: Props) {
  const [{ slug }, { fait }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/signalements`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [reports, t, host, common] = await Promise.all([
    orNotFound(listReportsOfSpace(actor, slug)),
    getTranslations("abuseReports.list"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const { space } = reports;
  const people = [...reports.waiting, ...reports.handled].map(({ person }) => person);
  noteViews(actor, { spaceId: space.id, screen: "reports_of_abuse", people });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead", { space: space.name })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title") },
        ]}
      />
      <ReportLists reports={reports} slug={slug} done={fait} actions={actions} />
    </div>
  );
}
