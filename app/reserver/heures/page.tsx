import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HoursDays } from "@/components/bookings/hours/hours-days";
import { HoursGone } from "@/components/bookings/hours/hours-gone";
import { HoursWaiting } from "@/components/bookings/hours/hours-waiting";
import { LengthForm } from "@/components/bookings/hours/length-form";
import { NotByHour } from "@/components/bookings/hours/not-by-hour";
import { ResourceChoice } from "@/components/bookings/hours/resource-choice";
import { StartChoice } from "@/components/bookings/hours/start-choice";
import { AskedList } from "@/components/habilitations/asked-list";
import { PageHead } from "@/components/ui/page-head";
import { dayOfHoursAddress, hoursAddress } from "@/lib/bookings/addresses/rules";
import { findSharesPresence } from "@/lib/bookings/company/queries";
import { getHoursOfResource, type HoursOfResource } from "@/lib/bookings/hours/queries";
import { type HourStart, type HoursOfDay, lengthsToWaitFor } from "@/lib/bookings/hours/rules";
import { listAlternatives } from "@/lib/bookings/nearby/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { readSearch, type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { addDays, type Day, dayOf, instantAt, parseClock } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listHabilitations } from "@/lib/members/habilitations/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { bookHoursAction, waitForHoursAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

/** Days shown around the one asked for. */
const daysShown = 14;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hours"))("title") };
}

export default async function BookHoursPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const at = now();
  const today = dayOf(at, networkTimeZone);
  if (!parameters["lieu"]) redirect("/lieux");
  const slug = spaceSlugInput.safeParse(textOf(parameters["lieu"]));
  if (!slug.success) notFound();
  const search = readSearch(parameters, today);
  const isDayAsked = textOf(parameters["jour"]) !== "";
  const range = { first: isDayAsked ? search.day : today, count: daysShown };
  const [{ space, resources, hours, named }, t, common, spaces] = await Promise.all([
    orNotFound(getHoursOfResource(slug.data, textOf(parameters["poste"]), range, at)),
    getTranslations("hours"),
    getTranslations("common"),
    getTranslations("spaces"),
  ]);
  const day = hours ? firstPossible(hours, isDayAsked).day : range.first;
  const { people } = search;
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
        {hours ? null : <NotByHour slug={space.slug} day={day} named={named} />}
        {resources.length > 0 ? (
          <ResourceChoice
            resources={resources}
            people={people}
            chosen={hours?.resource ?? null}
            kept={{
              lieu: space.slug,
              jour: day,
              ...(hours ? { poste: hours.resource.id } : {}),
            }}
            address={(resource) => dayOfHoursAddress({ slug: space.slug, day, resource, people })}
          />
        ) : null}
        <AskedList resources={resources} habilitations={await listHabilitations()} />
        {hours ? <Hours {...{ hours, isDayAsked, people, parameters, today, at }} /> : null}
      </div>
    </div>
  );
}

type HoursProps = {
  hours: HoursOfResource;
  isDayAsked: boolean;
  people: number | null;
  parameters: SearchParameters;
  today: Day;
  at: Date;
};

/** Its days, the starts of one, and the form once a start is chosen. */
async function Hours({ hours, isDayAsked, people, parameters, today, at }: HoursProps) {
  const { space, resource } = hours;
  const actor = await currentActor();
  const isSignedIn = actor.kind === "person";
  const shown = firstPossible(hours, isDayAsked);
  const { timeZone } = space.calendar;
  const wanted = startAsked(shown, timeZone, textOf(parameters["de"]));
  const start = wanted && wanted.longestMinutes > 0 ? wanted : null;
  const base = { slug: space.slug, timeZone, people, day: shown.day, resource };
  const hoursFrom = (choice: HourStart) =>
    hoursAddress({ ...base, ...asInterval(choice, resource.minMinutes) });
  const many = people === null ? {} : { personnes: String(people) };
  const kept = { lieu: space.slug, poste: resource.id, ...many };
  return (
    <>
      <HoursDays {...{ hours, today, kept }} chosen={shown.day} lastDay={addDays(today, 400)} />
      <Gone {...{ hours, shown, wanted, parameters, at, isSignedIn }} />
      <StartChoice
        hours={shown}
        timeZone={timeZone}
        chosen={start}
        address={(choice) => `${hoursFrom(choice)}#fin`}
        waitAddress={(taken) => (mayWait(hours, taken, at) ? `${hoursFrom(taken)}#attendre` : null)}
      />
      {start ? (
        <LengthForm
          space={space}
          resource={resource}
          day={shown.day}
          start={start}
          minutes={lengthAsked(parameters)}
          isSignedIn={isSignedIn}
          sharesPresence={isSignedIn ? await findSharesPresence(actor) : null}
          idempotencyKey={crypto.randomUUID()}
          action={bookHoursAction}
        />
      ) : null}
    </>
  );
}

function mayWait({ space, resource }: HoursOfResource, start: HourStart, at: Date): boolean {
  return !resource.needsApproval && lengthsToWaitFor(space, resource, start, at).length > 0;
}

type GoneProps = {
  hours: HoursOfResource;
  shown: HoursOfDay;
  wanted: HourStart | null;
  parameters: SearchParameters;
  at: Date;
  isSignedIn: boolean;
};

/** Where else, and how to wait, when hours were asked for that are not to be had. */
async function Gone({ hours, shown, wanted, parameters, at, isSignedIn }: GoneProps) {
  const { space, resource } = hours;
  const from = parseClock(textOf(parameters["de"]));
  if (from === null) return null;
  const asked = lengthAsked(parameters);
  const isFree = wanted !== null && wanted.longestMinutes > 0;
  if (isFree && !lengthsToWaitFor(space, resource, wanted, at).includes(asked)) return null;
  const minutes = Math.max(asked, resource.minMinutes);
  const startsAt = instantAt(shown.day, from, space.calendar.timeZone);
  const { people } = readSearch(parameters, shown.day);
  const actor = await currentActor();
  const alternatives = await listAlternatives(
    {
      slug: space.slug,
      resourceId: resource.id,
      wanted: { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) },
      people: people ?? undefined,
      personId: actor.kind === "person" ? actor.personId : undefined,
    },
    at,
  );
  return (
    <>
      <HoursGone alternatives={alternatives} />
      {wanted ? (
        <HoursWaiting
          {...{ hours, start: wanted, minutes, people, at, isSignedIn }}
          action={waitForHoursAction}
        />
      ) : null}
    </>
  );
}

/** The day asked for; without one, the first where something is left. */
function firstPossible({ days }: HoursOfResource, isAsked: boolean): HoursOfDay {
  const possible = days.find(({ starts }) =>
    starts.some(({ longestMinutes }) => longestMinutes > 0),
  );
  const shown = isAsked ? days[0] : (possible ?? days[0]);
  if (!shown) throw new RangeError("no day to show");
  return shown;
}

function startAsked({ day, starts }: HoursOfDay, timeZone: string, text: string): HourStart | null {
  const minute = parseClock(text);
  if (minute === null) return null;
  const instant = instantAt(day, minute, timeZone).getTime();
  return starts.find(({ startsAt }) => startsAt.getTime() === instant) ?? null;
}

function lengthAsked(parameters: SearchParameters): number {
  const [from, until] = [parseClock(textOf(parameters["de"])), parseClock(textOf(parameters["a"]))];
  return from === null || until === null ? 0 : until - from;
}

function asInterval({ startsAt }: HourStart, minutes: number) {
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}
