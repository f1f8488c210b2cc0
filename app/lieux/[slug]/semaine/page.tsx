import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { WeekMatrix } from "@/components/spaces/week-matrix";
import { GridKeys } from "@/components/ui/grid-keys";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHead } from "@/components/ui/page-head";
import { getSpaceWithDays } from "@/lib/bookings/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { readWeekPage } from "@/lib/bookings/space-pages/rules";
import { mondayOf } from "@/lib/bookings/weeks/rules";
import { addDays, dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone, resourceKinds } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParameters>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("matrix.pageTitle") };
}

export default async function SpaceWeekPage({ params, searchParams }: Props) {
  const [{ slug }, parameters] = await Promise.all([params, searchParams]);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const thisWeek = mondayOf(today);
  const first = readWeekPage(parameters, today);
  const [{ space, days, lastDay }, t, spaces, common, language] = await Promise.all([
    orNotFound(getSpaceWithDays(slug, { first, last: addDays(first, 6) }, at, resourceKinds)),
    getTranslations("board"),
    getTranslations("spaces"),
    getTranslations("common"),
    getLocale(),
  ]);
  const address = (count: number) => `/lieux/${slug}/semaine?du=${addDays(first, count)}`;
  const previous = first > thisWeek ? address(-7) : undefined;
  const next = addDays(first, 7) <= lastDay ? address(7) : undefined;
  return (
    <div className="wrap wrap-wide">
      <PageHead
        title={t("matrix.title", { day: formatDay(first, localeOf(language)) })}
        lead={t("matrix.lead", { space: space.name })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: spaces("places"), href: "/lieux" },
          { label: space.name, href: `/lieux/${slug}` },
          { label: t("matrix.pageTitle") },
        ]}
      >
        <nav className="flex gap-2" aria-label={t("matrix.view")}>
          {previous ? (
            <a
              className="btn-icon btn-icon-framed"
              href={previous}
              aria-label={t("matrix.previous")}
            >
              <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
            </a>
          ) : null}
          {next ? (
            <a className="btn-icon btn-icon-framed" href={next} aria-label={t("matrix.next")}>
              <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
            </a>
          ) : null}
        </nav>
      </PageHead>
      <p className="mb-3">
        <a href={`/reserver?lieu=${slug}`}>{t("matrix.list")}</a>
      </p>
      <p className="small muted only-wide">{t("matrix.help")}</p>
      <section className="week-scroll" aria-label={t("week.region")}>
        <GridKeys previous={previous} next={next}>
          <WeekMatrix slug={slug} resources={space.resources} days={days} />
        </GridKeys>
      </section>
      <LiveRefresh address={`/lieux/${slug}/version?du=${first}&au=${addDays(first, 6)}`} />
    </div>
  );
}
