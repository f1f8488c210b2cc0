import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListForms } from "@/components/reports/attendance/list-forms";
import { PageHead } from "@/components/ui/page-head";
import { addDays, dayOf, monthStart } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listHeldEvents } from "@/lib/reports/attendance-lists/queries";
import { listSpaceNames } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { openEventListAction, openSpaceListAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendanceList"))("title") };
}

export default async function AttendanceListPage() {
  const actor = await requirePerson("/pilotage/rapport/emargement");
  const at = now();
  const [events, spaces, t, common, reports] = await Promise.all([
    orNotFound(listHeldEvents(actor, at)),
    listSpaceNames(),
    getTranslations("attendanceList"),
    getTranslations("common"),
    getTranslations("reports"),
  ]);
  // The month before, whole.
  const last = addDays(monthStart(dayOf(at, networkTimeZone)), -1);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      <ListForms
        {...{ events, spaces }}
        range={{ first: monthStart(last), last }}
        openEvent={openEventListAction}
        openSpace={openSpaceListAction}
      />
    </div>
  );
}
