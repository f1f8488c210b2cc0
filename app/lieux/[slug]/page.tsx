import { ChevronLeft, ChevronRight, MapPin } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";
import { BookingCard } from "@/components/spaces/booking-card";
import { EquipmentList } from "@/components/spaces/equipment-list";
import { HoursTable } from "@/components/spaces/hours-table";
import { OpenNow } from "@/components/spaces/open-now";
import { StructuredData } from "@/components/spaces/structured-data";
import { WeekTable } from "@/components/spaces/week-table";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { getSpaceWithDays } from "@/lib/bookings/queries";
import { readSearch, type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { addDays, dayOf, parseDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import type { Space } from "@/lib/spaces/queries";
import {
  type LocalizedText,
  networkTimeZone,
  type PosterName,
  resourceKinds,
} from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";

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
  const search = readSearch(parameters, today);
  const asked = parseDay(textOf(parameters["semaine"]));
  const first = asked && asked >= today && asked <= addDays(today, 90) ? asked : today;
  const [{ space, days, lastDay }, chosen, t, common, language] = await Promise.all([
    orNotFound(getSpaceWithDays(slug, { first, last: addDays(first, 6) }, at)),
    orNotFound(getSpaceWithDays(slug, { first: search.day, last: search.day }, at)),
    getTranslations("spaces"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const [chosenDay] = chosen.days;
  if (!chosenDay) notFound();
  const say = (text: LocalizedText) => (locale === "en" ? (text.en ?? text.fr) : text.fr);
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
      <Posters space={space} />
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
          </Section>
          <Section id="sur-place" title={t("onSite")}>
            <EquipmentList codes={space.equipment} />
            <Resources space={space} />
          </Section>
          <Section id="venir" title={t("coming")}>
            <p className="flex gap-3">
              <MapPin className="mt-1 text-river" size={20} strokeWidth={1.75} aria-hidden />
              <span>
                <b className="block">{space.street}</b>
                {space.postalCode} {space.commune.name}
                <span className="muted mt-1 block">{say(space.texts.access)}</span>
              </span>
            </p>
            <h3 className="mt-6 mb-1">{t("accessibility")}</h3>
            <p className="max-w-measure">{say(space.texts.accessibility)}</p>
          </Section>
        </div>
        <aside className="grid gap-5">
          <BookingCard
            slug={slug}
            timeZone={space.calendar.timeZone}
            day={chosenDay}
            today={today}
            lastDay={lastDay}
            tariffs={say(space.texts.tariffs)}
          />
          <section className="panel" aria-labelledby="accueil">
            <h2 id="accueil" className="mb-2 text-h3">
              {t("hostTitle")}
            </h2>
            <p>{say(space.texts.hosting)}</p>
          </section>
          <section className="panel" aria-labelledby="horaires">
            <h2 id="horaires" className="mb-2 text-h3">
              {t("hours")}
            </h2>
            <HoursTable calendar={space.calendar} today={today} />
            <p className="small muted mt-3">
              {t("holidays", { closes: String(space.calendar.closesOnPublicHolidays) })}
            </p>
            <Closures space={space} locale={locale} />
          </section>
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

async function Posters({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  const label = t("poster", { commune: space.commune.name });
  const side: PosterName[] = ["interieur", "terrasse"];
  return (
    <div className="grid gap-2 md:h-96 md:grid-cols-[2fr_1fr]">
      <div className="relative aspect-[3/2] overflow-hidden rounded-control md:aspect-auto">
        <Poster name={space.poster} label={label} note={t("posterNote")} />
      </div>
      <div className="only-wide grid h-96 grid-rows-2 gap-2">
        {side.map((name, index) => (
          <div
            key={name}
            className={index === 1 ? "bank min-h-0" : "min-h-0 overflow-hidden rounded-control"}
          >
            <Poster name={name} label={label} />
          </div>
        ))}
      </div>
    </div>
  );
}

async function Provenance({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  return (
    <p className="small muted mt-4">
      {space.isDemonstration ? t("demonstrationNote") : null}
      {space.source ? t("realNote", { source: space.source.title, date: space.source.date }) : null}
    </p>
  );
}

type WeekLinksProps = {
  slug: string;
  first: ReturnType<typeof addDays>;
  today: ReturnType<typeof addDays>;
  lastDay: ReturnType<typeof addDays>;
};

async function WeekLinks({ slug, first, today, lastDay }: WeekLinksProps) {
  const t = await getTranslations("spaces");
  const before = addDays(first, -7);
  const after = addDays(first, 7);
  return (
    <span className="flex gap-2">
      {first > today ? (
        <a
          className="btn-icon btn-icon-framed"
          href={`/lieux/${slug}?semaine=${before < today ? today : before}#semaine`}
          aria-label={t("weekBefore")}
        >
          <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
        </a>
      ) : null}
      {after <= lastDay ? (
        <a
          className="btn-icon btn-icon-framed"
          href={`/lieux/${slug}?semaine=${after}#semaine`}
          aria-label={t("weekAfter")}
        >
          <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
        </a>
      ) : null}
    </span>
  );
}

async function Resources({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  const counts = resourceKinds
    .map((kind) => ({
      kind,
      count: space.resources.filter((resource) => resource.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <ul className="mt-5 flex flex-wrap gap-2">
      {counts.map(({ kind, count }) => (
        <li key={kind} className="tag">
          {t("resourceCounts", { kind, count })}
        </li>
      ))}
    </ul>
  );
}

async function Closures({ space, locale }: { space: Space; locale: Locale }) {
  const t = await getTranslations("spaces");
  const { closures, exceptions, timeZone } = space.calendar;
  const lines = [
    ...closures.map(({ startsAt, reason }) => ({ day: dayOf(startsAt, timeZone), reason })),
    ...exceptions.map(({ day, reason }) => ({ day, reason: reason ?? t("closed") })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-h4">{t("comingClosures")}</h3>
      <ul className="small">
        {lines.map(({ day, reason }) => (
          <li key={day}>{t("closureLine", { day: formatDay(day, locale), reason })}</li>
        ))}
      </ul>
    </>
  );
}
