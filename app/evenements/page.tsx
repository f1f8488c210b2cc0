import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgendaMonth } from "@/components/events/agenda-month";
import { AgendaRows } from "@/components/events/agenda-rows";
import { AgendaChips, AgendaSearchForm } from "@/components/events/agenda-search";
import { FollowAgenda } from "@/components/events/follow-agenda";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PageLinks } from "@/components/ui/page-links";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { listAgenda, listMonthEvents } from "@/lib/events/listings/queries";
import {
  addressOfAgenda,
  feedAddresses,
  firstOfMonth,
  isNarrowed,
  readAgendaSearch,
} from "@/lib/events/listings/rules";
import type { AgendaSearch } from "@/lib/events/listings/schema";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { agendaOptions } from "./_pages/agenda-options";

type Props = { searchParams: Promise<Partial<Record<string, string | string[]>>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, locale, query] = await Promise.all([
    getTranslations("events"),
    getLocale(),
    searchParams,
  ]);
  const search = readAgendaSearch(query, dayOf(now(), networkTimeZone));
  const { calendar, news } = feedAddresses(search, locale);
  return {
    title: t("title"),
    description: t("agenda.lead"),
    alternates: {
      canonical: "/evenements",
      types: { "text/calendar": calendar, "application/rss+xml": news },
    },
  };
}

export default async function AgendaPage({ searchParams }: Props) {
  const at = now();
  const search = readAgendaSearch(await searchParams, dayOf(at, networkTimeZone));
  const [options, t, common] = await Promise.all([
    agendaOptions(),
    getTranslations("events"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("agenda.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: common("homeShort"), href: "/" }, { label: t("title") }]}
      >
        <div className="flex flex-wrap items-center gap-4">
          <a className="btn btn-secondary" href="/evenements/proposer">
            {t("agenda.propose")}
          </a>
          <Views search={search} at={at} />
        </div>
      </PageHead>
      <AgendaSearchForm search={search} path="/evenements" {...options} />
      <AgendaChips search={search} path="/evenements" />
      {search.month ? (
        <Month search={{ ...search, month: search.month }} at={at} />
      ) : (
        <List search={search} at={at} />
      )}
      <FollowAgenda search={search} />
    </div>
  );
}

async function Views({ search, at }: { search: AgendaSearch; at: Date }) {
  const t = await getTranslations("events.agenda.views");
  const month = search.month ?? firstOfMonth(dayOf(at, networkTimeZone));
  const current = (isCurrent: boolean) => (isCurrent ? "page" : undefined);
  return (
    <nav className="segmented" aria-label={t("label")}>
      <a href={addressOfAgenda(search, { month: null })} aria-current={current(!search.month)}>
        {t("list")}
      </a>
      <a href={addressOfAgenda(search, { month })} aria-current={current(search.month !== null)}>
        {t("month")}
      </a>
    </nav>
  );
}

async function Month({ search, at }: { search: Parameters<typeof listMonthEvents>[0]; at: Date }) {
  return <AgendaMonth search={search} events={await listMonthEvents(search, at)} at={at} />;
}

async function List({ search, at }: { search: AgendaSearch; at: Date }) {
  const [{ events, count, page, pages }, t] = await Promise.all([
    listAgenda(search, at),
    getTranslations("events.agenda"),
  ]);
  const hrefOf = (to: number) => addressOfAgenda(search, { page: to });
  return (
    <Section
      id="dates"
      title={t("found", { count })}
      className="mt-8"
      aside={<a href="/evenements/passes">{t("past.link")}</a>}
    >
      {count > 0 ? (
        <AgendaRows events={events} at={at} />
      ) : (
        <Nothing isNarrowed={isNarrowed(search)} />
      )}
      <PageLinks
        label={t("pages.label")}
        current={t("pages.current", { page, pages })}
        previous={page > 1 ? { label: t("pages.previous"), href: hrefOf(page - 1) } : null}
        next={page < pages ? { label: t("pages.next"), href: hrefOf(page + 1) } : null}
      />
    </Section>
  );
}

async function Nothing({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = await getTranslations("events.agenda");
  return (
    <EmptyState title={narrowed ? t("none") : t("empty")}>
      <p>{narrowed ? t("noneLead") : t("emptyLead")}</p>
      <a className="btn btn-secondary" href={narrowed ? "/evenements" : "/evenements/passes"}>
        {narrowed ? t("all") : t("past.link")}
      </a>
    </EmptyState>
  );
}
