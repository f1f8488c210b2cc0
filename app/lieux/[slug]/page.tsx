import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ComingEvents, mostComing } from "@/components/events/coming-events";
import { AskedList } from "@/components/habilitations/asked-list";
import { BelongLink } from "@/components/memberships/belong-link";
import { BookingCard } from "@/components/spaces/booking-card";
import { EquipmentList } from "@/components/spaces/equipment-list";
import { HoursPanel } from "@/components/spaces/hours-panel";
import { localized } from "@/components/spaces/localized";
import { OpenNow } from "@/components/spaces/open-now";
import { PlanSection } from "@/components/spaces/plan-section";
import { Provenance } from "@/components/spaces/provenance";
import { ResourceCounts } from "@/components/spaces/resource-counts";
import { SearchProblem } from "@/components/spaces/search-problem";
import { SpacePosters } from "@/components/spaces/space-posters";
import { StructuredData } from "@/components/spaces/structured-data";
import { WayThere } from "@/components/spaces/way-there";
import { WeekLinks } from "@/components/spaces/week-links";
import { WeekTable } from "@/components/spaces/week-table";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { whatGoesByHour } from "@/lib/bookings/hours/rules";
import { getSpaceWithDays } from "@/lib/bookings/queries";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { readSpacePage } from "@/lib/bookings/space-pages/rules";
import { addDays, dayOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { listComingEvents } from "@/lib/events/listings/queries";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { listHabilitations } from "@/lib/members/habilitations/queries";
import { listComingClosures } from "@/lib/spaces/closures/queries";
import type { Space } from "@/lib/spaces/queries";
import { type LocalizedText, networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const today = dayOf(now(), networkTimeZone);
  const { space } = await orNotFound(getSpaceWithDays(slug, { first: today, last: today }));
  const t = await getTranslations("spaces");
  return {
    title: fullName(space),
    description: t("description", { name: space.name, commune: space.commune.name }),
    alternates: { canonical: `/lieux/${slug}` },
  };
}

export default async function SpacePage({ params, searchParams }: Props) {
  const [{ slug }, parameters] = await Promise.all([params, searchParams]);
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const { first, search } = readSpacePage(parameters, today);
  const [{ space, days, lastDay }, chosen, actor, t, common, board, company, language] =
    await Promise.all([
      orNotFound(getSpaceWithDays(slug, { first, last: addDays(first, 6) }, at)),
      orNotFound(getSpaceWithDays(slug, { first: search.day, last: search.day }, at)),
      currentActor(),
      getTranslations("spaces"),
      getTranslations("common"),
      getTranslations("board"),
      getTranslations("company"),
      getLocale(),
    ]);
  const locale = localeOf(language);
  const [chosenDay] = chosen.days;
  if (!chosenDay) notFound();
  const [closures, events] = await Promise.all([
    listComingClosures(space.id, at),
    listComingEvents({ spaceId: space.id, most: mostComing }, at),
  ]);
  const say = (text: LocalizedText) => localized(text, locale);
  return (
    <div className="wrap">
      <PageHead
        title={fullName(space)}
        lead={say(space.texts.summary)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("homeShort"), href: "/" },
          { label: t("places"), href: "/lieux" },
          { label: space.name },
        ]}
      >
        <OpenNow calendar={space.calendar} at={at} />
      </PageHead>
      <SearchProblem search={search} shown={search.day} today={today} />
      <SpacePosters space={space} />
      <div className="columns mt-8">
        <div>
          <p className="lead text-ink">{say(space.texts.description)}</p>
          <Provenance space={space} />
          <Section
            id="semaine"
            title={t("week")}
            className="mt-12"
            aside={<WeekLinks slug={slug} first={first} today={today} lastDay={lastDay} />}
          >
            <WeekTable slug={slug} days={days} />
            <p className="small mt-2 flex flex-wrap gap-x-6 gap-y-1">
              <a href={`/lieux/${slug}/semaine`}>{board("matrix.see")}</a>
              <a href={`/lieux/${slug}/mois`}>{t("month.see")}</a>
              <a href={`/lieux/${slug}/presences?jour=${search.day}`}>{company("see")}</a>
            </p>
          </Section>
          <ComingEvents events={events} at={at} space={space} />
          <PlanSection space={chosen.space} day={chosenDay} part={search.part} />
          <Section id="sur-place" title={t("onSite")}>
            <EquipmentList codes={space.equipment} />
            <ResourceCounts space={space} />
            <AskedList resources={space.resources} habilitations={await listHabilitations()} />
          </Section>
          <WayThere space={space} locale={locale} />
        </div>
        <aside className="grid gap-5">
          <BookingCard
            slug={slug}
            timeZone={space.calendar.timeZone}
            day={chosenDay}
            today={today}
            lastDay={lastDay}
            tariffs={say(space.texts.tariffs)}
            byHour={whatGoesByHour(space.resources)}
          />
          <section className="panel" aria-labelledby="accueil">
            <h2 id="accueil" className="mb-2 text-h3">
              {t("hostTitle")}
            </h2>
            <p>{say(space.texts.hosting)}</p>
          </section>
          {actor.kind === "person" ? <BelongLink slug={slug} /> : null}
          <HoursPanel calendar={space.calendar} closures={closures} today={today} />
        </aside>
      </div>
      <StructuredData space={space} url={`${env().NEXTAUTH_URL}/lieux/${slug}`} />
    </div>
  );
}

/** The commune first comes with the name; not twice when the name says it. */
function fullName(space: Space): string {
  const { name, commune } = space;
  return name.includes(commune.name) ? name : `${name}, ${commune.name}`;
}
