import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FreezeForm } from "@/components/reports/frozen/freeze-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { addDays, dayOf } from "@/lib/core/day";
import { formatDate } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { periodAround } from "@/lib/reports/events/periods/rules";
import { listFrozenReports } from "@/lib/reports/frozen-reports/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { freezeReportAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("frozenReports"))("title") };
}

export default async function FrozenReportsPage() {
  const actor = await requirePerson("/pilotage/rapports");
  const [kept, t, common, reports, language] = await Promise.all([
    orNotFound(listFrozenReports(actor)),
    getTranslations("frozenReports"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const yesterday = addDays(dayOf(now(), networkTimeZone), -1);
  const thisMonth = periodAround("month", addDays(yesterday, 1));
  const lastMonth = periodAround("month", addDays(thisMonth.first, -1));
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {kept.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {kept.map(({ id, title, range, signedAs, signedAt, definitionsVersion }) => (
            <li key={id}>
              <a href={`/pilotage/rapports/${id}`} className="font-semibold">
                {title}
              </a>
              <p className="muted">
                {t("period", {
                  first: formatDate(range.first, locale),
                  last: formatDate(range.last, locale),
                })}
              </p>
              <p className="small muted">
                {t("signed", {
                  who: signedAs,
                  day: formatDate(dayOf(signedAt, networkTimeZone), locale),
                })}{" "}
                {t("version", { version: definitionsVersion })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Section id="figer" title={t("freezeTitle")}>
        <p className="muted -mt-3 mb-4 max-w-measure">{t("freezeLead")}</p>
        <FreezeForm action={freezeReportAction} range={lastMonth} yesterday={yesterday} />
      </Section>
    </div>
  );
}
