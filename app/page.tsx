import { getLocale, getTranslations } from "next-intl/server";
import { ComingEvents, mostComing } from "@/components/events/coming-events";
import { PlacesMap } from "@/components/map/places-map";
import { DistanceNote } from "@/components/spaces/distance-note";
import { HoursProblem } from "@/components/spaces/hours-problem";
import { PlacesLegend } from "@/components/spaces/places-legend";
import { SearchForm } from "@/components/spaces/search-form";
import { SearchProblem } from "@/components/spaces/search-problem";
import { SpaceRow } from "@/components/spaces/space-row";
import { WhatItIs } from "@/components/spaces/what-it-is";
import { SurveyCall } from "@/components/surveys/survey-call";
import { togetherAmong } from "@/lib/bookings/rules";
import { searchPlaces } from "@/lib/bookings/searches/queries";
import { readSearch, type Search, type SearchParameters } from "@/lib/bookings/searches/rules";
import { addDays, type Day, dayOf, parseDay } from "@/lib/core/day";
import { distanceKm } from "@/lib/core/distance";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { listComingEvents } from "@/lib/events/listings/queries";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { listCommunes } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listNearbyPlaces } from "@/lib/spaces/territory/queries";
import { findCurrentCampaign } from "@/lib/surveys/campaigns/queries";
import { progressOf } from "@/lib/surveys/progress/rules";
import { countGiven } from "@/lib/surveys/responses/queries";

type Props = { searchParams: Promise<SearchParameters> };

export default async function HomePage({ searchParams }: Props) {
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const asked = readSearch(await searchParams, today);
  const [{ search, places, isBeyond }, communes, nearby, events, t, language] = await Promise.all([
    placesFor(asked, at),
    listCommunes(),
    listNearbyPlaces(),
    listComingEvents({ most: mostComing }, at),
    getTranslations("home"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const members = communes.filter((commune) => commune.isMember);
  const from = communes.find((commune) => commune.insee === search.commune) ?? null;
  const rows = places
    .map((place) => ({ place, distanceKm: from ? distanceKm(from, place.space) : null }))
    .sort(
      (a, b) =>
        Number(a.place.lack !== null) - Number(b.place.lack !== null) ||
        (a.distanceKm ?? 0) - (b.distanceKm ?? 0),
    );
  const open = places.filter((place) => place.refusal === null && place.slot.free.length > 0);
  const free = open.reduce((sum, place) => sum + togetherAmong(place.slot.free).length, 0);
  return (
    <div className="hero">
      <div className="wrap hero-in">
        <div className="hero-text">
          <h1>{t("title")}</h1>
          <p className="lead mt-6 max-w-[24rem]">{t("lead", { count: places.length })}</p>
        </div>
      </div>
      <div className="wrap">
        <SearchForm search={search} today={today} communes={members} />
        <SearchProblem search={asked} shown={search.day} today={today} isBeyond={isBeyond} />
        <HoursProblem search={search} />
        <section className="mt-10" aria-labelledby="results" id="places">
          <div className="rule-head">
            <h2 id="results">
              {t("results", {
                count: free,
                spaces: open.length,
                day: dayInWords(search.day, today, locale, t),
              })}
            </h2>
            <PlacesLegend />
          </div>
          <ul className="slate">
            {rows.map((row) => (
              <SpaceRow key={row.place.space.id} search={search} {...row} />
            ))}
          </ul>
          {from ? <DistanceNote /> : null}
        </section>
        <div className="home-news">
          <ComingEvents events={events} at={at} />
          <OpenSurvey at={at} locale={locale} />
        </div>
        <WhatItIs isDemonstration={env().DEMO} />
      </div>
      <div className="hero-map">
        <PlacesMap places={places} outside={nearby} search={search} tiles={tiles()} />
      </div>
    </div>
  );
}

/** The call of the survey that is open now, if one is. */
async function OpenSurvey({ at, locale }: { at: Date; locale: Locale }) {
  const campaign = await findCurrentCampaign(at);
  if (campaign?.state !== "open") return null;
  const { questionnaire, closesAt, timeZone, id } = campaign;
  const first = questionnaire.sections[0]?.id ?? "";
  const last = dayOf(new Date(closesAt.getTime() - 1), timeZone);
  return (
    <SurveyCall
      until={formatDay(last, locale, dayOf(at, timeZone))}
      minutes={progressOf(questionnaire, {}, first).minutes}
      responses={await countGiven(id)}
    />
  );
}

/** The places of the day asked for, or of the last bookable one when it lies beyond every horizon. */
async function placesFor(search: Search, at: Date) {
  const places = await searchPlaces(search, at);
  const able = places.filter(({ lack }) => lack === null);
  const beyond = able.map((place) => place.refusal?.data?.["nearestDay"] ?? null);
  const isBeyond =
    able.length > 0 && able.every((place) => place.refusal?.refusal === "beyond_horizon");
  const nearest = isBeyond ? parseDay(beyond.sort().at(-1) ?? "") : null;
  if (!nearest) return { search, places, isBeyond: false };
  const nearer = { ...search, day: nearest };
  return { search: nearer, places: await searchPlaces(nearer, at), isBeyond: true };
}

type HomeWords = Awaited<ReturnType<typeof getTranslations<"home">>>;

function dayInWords(day: Day, today: Day, locale: Locale, t: HomeWords): string {
  if (day === today) return t("today");
  if (day === addDays(today, 1)) return t("tomorrow");
  return t("on", { day: formatDay(day, locale, today) });
}

/** An outside basemap, only where the installation has chosen one. */
function tiles() {
  const { MAP_TILES_URL: url, MAP_TILES_ATTRIBUTION: attribution = "" } = env();
  return url ? { url, attribution } : null;
}
