import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HoursProblem } from "@/components/spaces/hours-problem";
import { NearbyPlaces } from "@/components/spaces/nearby-places";
import { SearchProblem } from "@/components/spaces/search-problem";
import { SpaceRow } from "@/components/spaces/space-row";
import { PageHead } from "@/components/ui/page-head";
import { searchPlaces } from "@/lib/bookings/searches/queries";
import { readSearch, type SearchParameters } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listNearbyPlaces } from "@/lib/spaces/territory/queries";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("spaces"))("places") };
}

export default async function PlacesPage({ searchParams }: Props) {
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const search = readSearch(await searchParams, today);
  const [places, nearby, t] = await Promise.all([
    searchPlaces(search, at),
    listNearbyPlaces(),
    getTranslations("spaces"),
  ]);
  const when = t("placesWhen", { day: formatDay(search.day, localeOf(await getLocale())) });
  return (
    <div className="wrap">
      <PageHead title={t("places")} lead={`${t("placesLead", { count: places.length })} ${when}`} />
      <SearchProblem search={search} shown={search.day} today={today} />
      <HoursProblem search={search} />
      <h2 className="sr-only">{t("inNetwork")}</h2>
      <ul className="slate">
        {places.map((place) => (
          <SpaceRow key={place.space.id} place={place} search={search} distanceKm={null} />
        ))}
      </ul>
      <NearbyPlaces places={nearby} />
    </div>
  );
}
