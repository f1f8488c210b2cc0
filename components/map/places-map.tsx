import { getLocale, getTranslations } from "next-intl/server";
import { placeWords } from "@/components/spaces/slot-words";
import { togetherAmong } from "@/lib/bookings/rules";
import type { PlaceFound } from "@/lib/bookings/searches/queries";
import type { Search } from "@/lib/bookings/searches/rules";
import { localeOf } from "@/lib/core/locale";
import type { NearbyPlace } from "@/lib/spaces/territory/queries";
import { ExploreMap } from "./explore-map";
import type { MapTiles } from "./leaflet-map";
import { type MapPlace, type OutsidePlace, ValleyMap } from "./valley-map";

type PlacesMapProps = {
  places: PlaceFound[];
  outside: NearbyPlace[];
  search: Search;
  /** An outside basemap chosen by the installation; asked for only on a click. */
  tiles: MapTiles | null;
};

/** The drawing of the valley, complete by itself, and the moving map for whoever asks for it. */
export async function PlacesMap({ places, outside, search, tiles }: PlacesMapProps) {
  const t = await getTranslations("home");
  const [markers, around] = await Promise.all([
    Promise.all(places.map((place) => markerOf(place, search))),
    Promise.all(outside.map(outsideOf)),
  ]);
  const attribution = t("attribution");
  return (
    <ExploreMap
      places={markers}
      outside={around}
      tiles={tiles}
      labels={{
        explore: t("explore"),
        hint: t("exploreHint"),
        leave: t("leaveMap"),
        loading: t("loadingMap"),
        failed: t("mapFailed"),
        map: t("movingMap"),
        zoomIn: t("zoomIn"),
        zoomOut: t("zoomOut"),
        cluster: t("cluster", { count: "#" }),
        sameSpot: t("sameSpot", { count: "#" }),
        tiles: t("tiles"),
        tilesHint: tiles ? t("tilesHint", { host: new URL(tiles.url).host }) : "",
        attribution,
      }}
    >
      <ValleyMap
        title={t("mapTitle")}
        river={t("river")}
        attribution={attribution}
        places={markers}
        outside={around}
      />
    </ExploreMap>
  );
}

async function markerOf(place: PlaceFound, search: Search): Promise<MapPlace> {
  const { space, slot } = place;
  const [words, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const where = { commune: space.commune.name, space: space.name };
  const free = togetherAmong(slot.free).length;
  const reason = placeWords(place, search, localeOf(language), words);
  return {
    key: space.id,
    href: `/lieux/${space.slug}?jour=${search.day}`,
    latitude: space.latitude,
    longitude: space.longitude,
    commune: space.commune.name,
    // The commune stands above it already: « Faitout numérique – Luzech » is drawn as its first half.
    name: space.name.split(" – ")[0] ?? space.name,
    label:
      reason === null
        ? words("markerOpen", { ...where, free: words("free", { count: free }) })
        : words("markerClosed", { ...where, reason }),
    free: reason === null ? free : null,
  };
}

async function outsideOf(place: NearbyPlace): Promise<OutsidePlace> {
  const t = await getTranslations("home");
  return {
    key: place.id,
    href: "/lieux#autour-hors-reseau",
    latitude: place.latitude,
    longitude: place.longitude,
    label: t("outside", {
      name: place.name,
      commune: place.communeName,
      date: place.sourceDate,
    }),
  };
}
