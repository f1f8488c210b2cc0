import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListTable } from "@/components/reports/attendance/list-table";
import { listLead, listNotes, listTitle } from "@/components/reports/attendance/list-words";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { getAttendanceList } from "@/lib/reports/attendance-lists/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { params: Promise<{ ouverture: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendanceList"))("title") };
}

export default async function OpenedListPage({ params }: Props) {
  const { ouverture } = await params;
  const page = "/pilotage/rapport/emargement";
  const actor = await requirePerson(page);
  const [list, t, common, reports, language] = await Promise.all([
    orNotFound(getAttendanceList(actor, ouverture, now())),
    getTranslations("attendanceList"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const wording = { t, locale: localeOf(language) };
  return (
    <div className="wrap">
      <PageHead
        title={listTitle(list, wording)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: "/pilotage" },
          { label: t("title"), href: page },
          { label: t("presences") },
        ]}
      >
        <a className="btn btn-primary no-print" href={`${page}/${ouverture}/feuille`}>
          <Printer size={18} strokeWidth={1.75} aria-hidden />
          {t("pdf")}
        </a>
      </PageHead>
      <ul className="list-lead">
        {[...listLead(list, actor.name ?? "", wording), ...listNotes(list, wording)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ListTable list={list} wording={wording} />
      <p className="no-print muted small mt-4">
        {t("until")} <a href={page}>{t("again")}</a>
      </p>
    </div>
  );
}
