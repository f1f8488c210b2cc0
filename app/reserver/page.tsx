import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AlternativesList } from "@/components/bookings/alternatives-list";
import { DayStrip } from "@/components/bookings/day-strip";
import { DeskChoice } from "@/components/bookings/desk-choice";
import { NoParts } from "@/components/bookings/no-parts";
import { PartChoice } from "@/components/bookings/part-choice";
import { PlaceProblem } from "@/components/bookings/place-problem";
import { SteadyMoment } from "@/components/bookings/steady-moment";
import { WaitingForm } from "@/components/bookings/waiting-form";
import { DeskPlan } from "@/components/spaces/desk-plan";
import { refusalWords } from "@/components/spaces/slot-words";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import { findSharesPresence } from "@/lib/bookings/company/queries";
import { listAlternatives } from "@/lib/bookings/nearby/queries";
import { getSpaceWithDays, type SpaceDay } from "@/lib/bookings/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import {
  offersParts,
  ofPlace,
  readSearch,
  type Search,
  type SearchParameters,
  textOf,
} from "@/lib/bookings/searches/rules";
import { addDays, type Day, dayOf, daysBetween } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { listHabilitations } from "@/lib/members/habilitations/queries";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { joinWaitingListAction } from "../mon-espace/liste-attente/actions";
import { bookResourceAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bookings"))("title") };
}

export default async function BookPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const at = now();
  const today = dayOf(at, networkTimeZone);
  if (!parameters["lieu"]) redirect("/lieux");
  const slug = spaceSlugInput.safeParse(textOf(parameters["lieu"]));
  if (!slug.success) notFound();
  const [space, t, common, spaces] = await Promise.all([
    orNotFound(getSpaceBySlug(slug.data)),
    getTranslations("bookings"),
    getTranslations("common"),
    getTranslations("spaces"),
  ]);
  const desk = textOf(parameters["poste"]);
  const named = space.resources.find(({ id }) => id === desk);
  const search = ofPlace(readSearch(parameters, today), named);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title")}
        lead={`${space.name}, ${space.street}, ${space.commune.name}`}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: spaces("places"), href: "/lieux" },
          { label: space.name, href: `/lieux/${space.slug}` },
          { label: t("title") },
        ]}
      />
      <div className="grid gap-8">
        {offersParts(space.resources, search.kinds) ? (
          <Parts slug={space.slug} asked={search} desk={desk} at={at} />
        ) : (
          <>
            <NoParts space={space} search={search} desk={desk} />
            <Elsewhere search={search} slug={space.slug} at={at} />
          </>
        )}
      </div>
    </div>
  );
}

type PartsProps = {
  slug: string;
  asked: Search;
  /** Id of the place asked for, empty for any. */
  desk: string;
  at: Date;
};

/** The day asked for or the nearest possible, its parts, the places of the one chosen. */
async function Parts({ slug, asked, desk, at }: PartsProps) {
  const today = dayOf(at, networkTimeZone);
  const [{ space, days, lastDay }, actor, t, spaces, language] = await Promise.all([
    orNotFound(getDaysAround(slug, asked, at)),
    currentActor(),
    getTranslations("bookings"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const wanted = days.find((day) => day.day === asked.day);
  const shown = wanted && isPossible(wanted) ? wanted : nearestPossible(days, asked.day);
  const search: Search = { ...asked, day: shown?.day ?? asked.day };
  const words = wordsOfDay(wanted, asked.day > lastDay, locale, spaces);
  const waitingForm = (
    <WaitingForm
      {...{ space, day: wanted, part: asked.part, at, isSignedIn: actor.kind === "person" }}
      action={joinWaitingListAction}
    />
  );
  return (
    <>
      <Problem search={asked} shown={search.day} />
      {shown !== wanted && asked.problem === null ? (
        <AnotherDay space={space.name} isShown={shown !== undefined} reason={words}>
          {waitingForm}
        </AnotherDay>
      ) : null}
      <DayStrip slug={space.slug} days={days} search={search} today={today} lastDay={lastDay} />
      {shown && shown === wanted ? null : <Elsewhere search={asked} slug={space.slug} at={at} />}
      {shown ? (
        <SteadyMoment
          moment={`${shown.day} ${search.part}`}
          label={`${formatDay(shown.day, locale)}, ${t(search.part)}`}
          gone={<DayGone slug={space.slug} shown={shown.day} search={asked} />}
        >
          <PlaceProblem space={space} day={shown.day} part={search.part} desk={desk} />
          <PartChoice space={space} day={shown} search={search} />
          <DeskPlan space={space} day={shown} part={search.part} chosen={desk} />
          <DeskChoice
            space={space}
            day={shown}
            search={search}
            desk={desk}
            at={at}
            alternatives={await alternativesTo(space.slug, shown, search, at)}
            habilitations={await listHabilitations()}
            actor={actor}
            sharesPresence={actor.kind === "person" ? await findSharesPresence(actor) : null}
            idempotencyKey={crypto.randomUUID()}
            action={bookResourceAction}
          />
          {shown === wanted ? waitingForm : null}
        </SteadyMoment>
      ) : null}
      <LiveRefresh address={versionAddress(space.slug, days)} />
    </>
  );
}

/** What others book meanwhile shows by itself: any of the days of the strip. */
function versionAddress(slug: string, days: SpaceDay[]): string {
  return `/lieux/${slug}/version?du=${days[0]?.day}&au=${days.at(-1)?.day}`;
}

/** In place of the day one was choosing a place of, once nothing of it is left. */
async function DayGone({ slug, shown, search }: { slug: string; shown: Day; search: Search }) {
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  return (
    <Message tone="warn" role="status">
      <p>{t("dayGone")}</p>
      <a
        className="inline-flex min-h-11 items-center"
        href={bookingAddress({ slug, day: shown, part: search.part, kind: search.kind })}
      >
        {t("seeDay", { day: formatDay(shown, localeOf(language)) })}
      </a>
    </Message>
  );
}

type AnotherDayProps = { space: string; isShown: boolean; reason: string; children: ReactNode };

/** Why another day is shown than the one asked for, and what can still be done about that one. */
async function AnotherDay({ space, isShown, reason, children }: AnotherDayProps) {
  const t = await getTranslations("bookings");
  return (
    <>
      <Message tone="warn" role="alert">
        {isShown ? t("nothingPossible", { space, reason }) : t("nothingAtAll", { space })}
      </Message>
      {children}
    </>
  );
}

/** Why nothing can be booked on the day asked for: its own reason, beyond the horizon, or all taken. */
function wordsOfDay(
  wanted: SpaceDay | undefined,
  isBeyond: boolean,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<"spaces">>>,
): string {
  const reason = wanted?.slots.day.refusal ?? wanted?.slots.morning.refusal;
  if (wanted && reason) return refusalWords(reason, wanted.day, locale, t);
  return isBeyond ? t("beyond") : t("full");
}

/** The days around the one asked for, or the last ones that may be booked when it lies beyond. */
async function getDaysAround(slug: string, { day, kinds }: Search, at: Date) {
  const today = dayOf(at, networkTimeZone);
  const found = await getSpaceWithDays(slug, rangeAround(day, today), at, kinds);
  if (day <= found.lastDay) return found;
  const days = Math.min(17, daysBetween(today, found.lastDay));
  const range = { first: addDays(found.lastDay, -days), last: found.lastDay };
  return getSpaceWithDays(slug, range, at, kinds);
}

/** Enough days to show six open ones around the one asked for. */
function rangeAround(day: Day, today: Day): { first: Day; last: Day } {
  const furthest = addDays(today, 400);
  const first = day > furthest ? today : addDays(day, -2);
  return { first: first < today ? today : first, last: addDays(first < today ? today : first, 17) };
}

function isPossible(day: SpaceDay): boolean {
  return Object.values(day.slots).some((slot) => !slot.refusal && slot.free.length > 0);
}

function nearestPossible(days: SpaceDay[], wanted: Day): SpaceDay | undefined {
  return days.find((day) => day.day >= wanted && isPossible(day)) ?? days.findLast(isPossible);
}

/** Asked only when the moment shown cannot be had. */
async function alternativesTo(slug: string, shown: SpaceDay, search: Search, at: Date) {
  const { refusal, free } = shown.slots[search.part];
  if (!refusal && free.length > 0) return [];
  return listAlternatives(await wishOf(slug, search), at);
}

/** Where else, when nothing of what is shown can be had. */
async function Elsewhere({ slug, search, at }: { slug: string; search: Search; at: Date }) {
  return <AlternativesList alternatives={await listAlternatives(await wishOf(slug, search), at)} />;
}

async function wishOf(slug: string, { day, part, kinds, people }: Search) {
  const actor = await currentActor();
  const personId = actor.kind === "person" ? actor.personId : undefined;
  return { slug, wanted: { day, part }, kinds, people: people ?? undefined, personId };
}

async function Problem({ search, shown }: { search: Search; shown: Day }) {
  if (search.problem === null) return null;
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const day = formatDay(shown, localeOf(language));
  return (
    <Message tone="warn" role="alert">
      {search.problem === "past"
        ? t("problemPast", { day })
        : t("problemDate", { typed: search.typed, day })}
    </Message>
  );
}
