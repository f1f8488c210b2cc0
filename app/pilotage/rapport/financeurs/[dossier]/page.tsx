import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getDocumentContext } from "@/components/reports/files/document-context";
import { PackFiles } from "@/components/reports/files/pack-files";
import { PackLines } from "@/components/reports/files/pack-lines";
import { packAbout, packRows } from "@/components/reports/files/pack-table";
import { PrepareForm } from "@/components/reports/files/prepare-form";
import { PeriodPicker } from "@/components/reports/period-picker";
import { periodWords } from "@/components/reports/period-words";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { periodQuery, readPeriod } from "@/lib/reports/events/periods/rules";
import { listPacks } from "@/lib/reports/packs/queries";
import { findReportInTime } from "@/lib/reports/preparations/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { askPreparationAction } from "../../exports/actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportFiles.packs"))("title") };
}

export default async function PackPage({ params, searchParams }: Props) {
  const [{ dossier }, query] = await Promise.all([params, searchParams]);
  const address = `/pilotage/rapport/financeurs/${encodeURIComponent(dossier)}`;
  const actor = await requirePerson(address);
  const packs = await orNotFound(listPacks(actor));
  const pack = packs.find(({ id }) => id === dossier);
  if (!pack) notFound();
  const asked = {
    periode: textOf(query["periode"]),
    jour: textOf(query["jour"]),
    du: textOf(query["du"]),
    au: textOf(query["au"]),
  };
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const search = readPeriod(asked, today);
  const [report, context, screens, common, reports] = await Promise.all([
    orNotFound(findReportInTime(actor, search.range, at)),
    getDocumentContext("", today),
    getTranslations("reportScreens"),
    getTranslations("common"),
    getTranslations("reports"),
  ]);
  const { t, locale } = context;
  const period = periodWords(search.range, locale, screens);
  const title = t("packs.ofPeriod", { name: pack.name[locale], period });
  return (
    <div className="wrap">
      <PageHead
        title={pack.name[locale]}
        lead={pack.about[locale]}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: reports("pageTitle"), href: "/pilotage" },
          { label: t("packs.title"), href: "/pilotage/rapport/financeurs" },
          { label: pack.name[locale] },
        ]}
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
      <Section id="lignes" title={title}>
        {report ? null : <PrepareForm action={askPreparationAction} range={search.range} isLong />}
        {report ? (
          <PackLines
            caption={t("packs.caption", { name: pack.name[locale] })}
            rows={packRows(pack, report, context)}
          />
        ) : null}
        {report ? <PackFiles address={address} query={periodQuery(search)} t={t} /> : null}
      </Section>
      {report ? (
        <Section id="a-propos" title={t("packs.about")}>
          <ul className="definitions">
            {packAbout(pack, report, context)
              .slice(1)
              .filter(Boolean)
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
