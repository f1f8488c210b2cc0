import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FileLinks } from "@/components/reports/files/file-links";
import { FrozenTable } from "@/components/reports/frozen/frozen-table";
import { RecountSection } from "@/components/reports/frozen/recount-section";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { formatDate, formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { getFrozenReport, recountFrozenReport } from "@/lib/reports/frozen-reports/queries";
import { assumptionNames } from "@/lib/reports/travel-assumptions/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { askPreparationAction } from "../../rapport/exports/actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fait?: string | string[]; recompter?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("frozenReports"))("one") };
}

export default async function FrozenReportPage({ params, searchParams }: Props) {
  const [{ id }, { fait, recompter }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/pilotage/rapports/${id}`);
  const at = now();
  const frozen = await orNotFound(getFrozenReport(actor, id));
  const [recount, words, t, common, reports, language] = await Promise.all([
    recompter ? orNotFound(recountFrozenReport(actor, id, at)) : ("not_asked" as const),
    parameterWords(),
    getTranslations("frozenReports"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { range, report } = frozen;
  const [first, last] = [formatDate(range.first, locale), formatDate(range.last, locale)];
  const day = formatDate(dayOf(frozen.signedAt, networkTimeZone), locale);
  return (
    <div className="wrap report">
      <PageHead
        title={frozen.title}
        lead={t("period", { first, last })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: "/pilotage" },
          { label: t("title"), href: "/pilotage/rapports" },
          { label: frozen.title },
        ]}
      />
      {fait ? (
        <Message tone="ok" role="status">
          {t("done")}
        </Message>
      ) : null}
      <p>
        {t("signed", { who: frozen.signedAs, day })}{" "}
        {t("version", { version: frozen.definitionsVersion })}
      </p>
      <Message tone={frozen.isIntact ? "info" : "danger"}>
        <p>{frozen.isIntact ? t("intact") : t("notIntact")}</p>
        <p className="small break-all">{t("hash", { hash: frozen.figuresHash })}</p>
      </Message>
      <RecountSection
        {...{ id, report }}
        recount={recount ?? "too_long"}
        prepare={askPreparationAction}
      />
      <Section id="chiffres" title={t("figures")}>
        <FrozenTable report={report} />
      </Section>
      <Section id="fichiers" title={t("files")} className="no-print">
        <FileLinks address={(format) => `/pilotage/rapports/${id}/export/${format}`} />
      </Section>
      <Section id="parametres" title={t("parametersTitle")}>
        <dl className="grid max-w-[34rem] grid-cols-[1fr_auto] gap-x-6 gap-y-2">
          {Object.entries(frozen.parameters).map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{words(name)}</dt>
              <dd className="end">
                {value === null ? t("unknown") : formatNumber(value, locale, 4)}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}

const thresholds = [
  "smallestGroup",
  "regularDays",
  "activeDays",
  "retentionMonths",
  "noticeDays",
] as const;

/** Names of what a report was counted with; one that has no words any more is said as it was kept. */
async function parameterWords() {
  const [t, travel] = await Promise.all([
    getTranslations("frozenReports.parameters"),
    getTranslations("travelAssumptions.names"),
  ]);
  return (name: string) => {
    const threshold = thresholds.find((known) => known === name);
    if (threshold) return t(threshold);
    const assumption = assumptionNames.find((known) => known === name);
    return assumption ? travel(assumption) : name;
  };
}
