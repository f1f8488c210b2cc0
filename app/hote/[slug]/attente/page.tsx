import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WaitingLine } from "@/components/host/waiting-line";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { getWaitingLine } from "@/lib/bookings/waiting-list/queries";
import { addDays, type Day, dayOf, parseDay } from "@/lib/core/day";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ jour?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitingList"))("host.title") };
}

export default async function HostWaitingListPage({ params, searchParams }: Props) {
  const [{ slug }, { jour }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/attente`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const day = jour === undefined ? dayOf(at, networkTimeZone) : parseDay(String(jour));
  if (!day) notFound();
  const { space, line, nextDay } = await orNotFound(getWaitingLine(actor, slug, day, at));
  noteViews(actor, { spaceId: space.id, screen: "waiting_list", people: line });
  const [t, host, common, language] = await Promise.all([
    getTranslations("waitingList"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const lead = t("host.lead", { day: capitalised(formatDay(day, locale), locale) });
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("host.title")}
        lead={lead}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}?jour=${day}` },
          { label: t("host.title") },
        ]}
      >
        <DayLinks slug={slug} day={day} />
      </PageHead>
      {line.length === 0 ? (
        <EmptyState title={t("host.nobody")}>
          <p>{t("host.nobodyLead")}</p>
          {nextDay ? (
            <a className="btn btn-secondary" href={`/hote/${slug}/attente?jour=${nextDay}`}>
              {t("host.otherDay", { day: formatDay(nextDay, locale) })}
            </a>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <WaitingLine line={line} />
          <p className="muted small mt-6">{t("host.rule")}</p>
        </>
      )}
    </div>
  );
}

async function DayLinks({ slug, day }: { slug: string; day: Day }) {
  const [t, host, language] = await Promise.all([
    getTranslations("waitingList"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  return (
    <nav className="flex items-center gap-2" aria-label={host("view")}>
      <a
        className="btn-icon btn-icon-framed"
        href={`/hote/${slug}/attente?jour=${before}`}
        aria-label={t("host.previousDay", { day: formatDay(before, locale) })}
      >
        <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
      </a>
      <a
        className="btn-icon btn-icon-framed"
        href={`/hote/${slug}/attente?jour=${after}`}
        aria-label={t("host.nextDay", { day: formatDay(after, locale) })}
      >
        <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
      </a>
    </nav>
  );
}
