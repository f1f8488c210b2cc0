import type { Day } from "@/lib/core/day";
import { dayOf } from "@/lib/core/day";
import { env } from "@/lib/infra/env";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { listChangedDays } from "@/lib/spaces/open-data/queries";
import { type Around, mediationPlace, openPlace, osmNode } from "@/lib/spaces/open-data/rules";
import { mediationColumns } from "@/lib/spaces/open-data/schema";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { Written } from "../operation";
import { csvOf, forPrograms } from "./csv";
import type { OpenFile } from "./files";

/** Of the schema followed; its fields are explained there. */
export const mediationSchema = "https://schema.data.gouv.fr/LaMednum/standard-mediation-num/";

/** Places in the order of their slugs, with what is said around them. */
export async function readPlaces(
  at: Date,
): Promise<{ spaces: Space[]; around: Around; changedOn: Day | null }> {
  const [all, days, network] = await Promise.all([
    listSpaces(),
    listChangedDays(),
    getNetworkSettings(),
  ]);
  const today = dayOf(at, networkTimeZone);
  const around: Around = {
    today,
    publisher: network.publisherName || "Cowloting",
    contact: network.contactEmail,
    pageOf: (slug) => `${env().NEXTAUTH_URL}/lieux/${slug}`,
    changedOn: (slug) => days.get(slug) ?? today,
  };
  const spaces = [...all].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const changedOn = [...days.values()].sort().at(-1) ?? null;
  return { spaces, around, changedOn };
}

/** An invented place has nothing to do in the national list nor in OpenStreetMap. */
const real = ({ isDemonstration }: Space) => !isDemonstration;

async function mediationPlaces(at: Date) {
  const { spaces, around } = await readPlaces(at);
  return spaces.filter(real).map((space) => mediationPlace(space, around));
}

const places = { set: "places", byLanguage: false } as const;

export const placesCsv: OpenFile = {
  ...places,
  id: "openPlacesCsv",
  path: "/api/v1/open/places.csv",
  summary: "Places in the national schema « lieux de médiation numérique », CSV.",
  mediaType: "text/csv",
  format: "CSV",
  write: async (at) => {
    const rows = await mediationPlaces(at);
    const cells = rows.map((row) => mediationColumns.map((column) => row[column] ?? null));
    return new Written(csvOf([[...mediationColumns], ...cells], forPrograms));
  },
};

export const placesJson: OpenFile = {
  ...places,
  id: "openPlacesJson",
  path: "/api/v1/open/places.json",
  summary: "The same as JSON; what is not known is not there.",
  mediaType: "application/json",
  format: "JSON",
  write: async (at) => new Written(await mediationPlaces(at)),
};

export const placesGeojson: OpenFile = {
  ...places,
  id: "openPlacesGeojson",
  path: "/api/v1/open/places.geojson",
  summary: "Places as GeoJSON (RFC 7946), invented ones marked `isDemonstration`.",
  mediaType: "application/geo+json",
  format: "GEOJSON",
  write: async (at) => {
    const { spaces, around } = await readPlaces(at);
    const features = spaces.map((space) => ({
      type: "Feature",
      id: space.slug,
      geometry: { type: "Point", coordinates: [space.longitude, space.latitude] },
      properties: openPlace(space, around),
    }));
    return new Written({ type: "FeatureCollection", features });
  },
};

export const placesOsm: OpenFile = {
  ...places,
  id: "openPlacesOsm",
  path: "/api/v1/open/places.osm.json",
  summary: "Places as nodes with the tags of OpenStreetMap, in its JSON (version 0.6).",
  mediaType: "application/json",
  format: "JSON",
  write: async (at) => {
    const { spaces, around } = await readPlaces(at);
    const elements = spaces.filter(real).map((space, index) => osmNode(space, index, around));
    return new Written({ version: 0.6, generator: "Cowloting", elements });
  },
};
