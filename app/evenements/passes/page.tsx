import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaRows } from "@/components/events/agenda-rows";
import { AgendaSearchForm } from "@/components/events/agenda-search";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PageLinks } from "@/components/ui/page-links";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { listPastEvents } from "@/lib/events/listings/queries";
import { addressOfAgenda, readAgendaSearch } from "@/lib/events/listings/rules";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { agendaOptions } from "../_pages/agenda-options";

type Props = { searchParams: Promise<Partial<Record<string, string | string[]>>> };

const path = "/evenements/passes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events.agenda.past"))("title") };
}

export default async function PastEventsPage({ searchParams }: Props) {
  const at = now();
  const search = readAgendaSearch(await searchParams, dayOf(at, networkTimeZone));
  const [{ events, count, page, pages }, options, t, common] = await Promise.all([
    listPastEvents(search, at),
    agendaOptions(),
    getTranslations("events"),
    getTranslations("common"),
  ]);
  const hrefOf = (to: number) => addressOfAgenda(search, { page: to }, path);
  return (
    <div className="wrap">
      <PageHead
        title={t("agenda.past.title")}
        lead={t("agenda.past.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("homeShort"), href: "/" },
          { label: t("title"), href: "/evenements" },
          { label: t("agenda.past.title") },
        ]}
      />
      <AgendaSearchForm search={search} path={path} {...options} />
      <Section id="dates" title={t("agenda.past.found", { count })} className="mt-8">
        {count > 0 ? (
          <AgendaRows events={events} at={at} />
        ) : (
          <EmptyState title={t("agenda.past.none")}>
            <a className="btn btn-secondary" href="/evenements">
              {t("agenda.all")}
            </a>
          </EmptyState>
        )}
        <PageLinks
          label={t("agenda.pages.label")}
          current={t("agenda.pages.current", { page, pages })}
          previous={page > 1 ? { label: t("agenda.pages.next"), href: hrefOf(page - 1) } : null}
          next={page < pages ? { label: t("agenda.pages.previous"), href: hrefOf(page + 1) } : null}
        />
      </Section>
    </div>
  );
}
