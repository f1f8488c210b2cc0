import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { importedPrefix, type TerritoryFiles } from "./schema";

/**
 * Writes the communes and the places around the network, replacing what an older file said. Run by
 * the system only, as often as one likes. Places without a position are left out: a map needs one.
 */
export async function loadTerritory(actor: Actor, files: TerritoryFiles): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const communes = files.communes.communes.map((commune) => ({
    insee: commune.insee,
    // The source writes straight apostrophes.
    name: commune.name.replaceAll("'", "’"),
    postalCodes: commune.postalCodes,
    latitude: commune.center[1],
    longitude: commune.center[0],
    population: commune.population,
    epci: commune.epciName,
    isMember: commune.member,
    nearestBourg: commune.nearestBourg,
  }));
  const places = nearbyPlaces(files);
  await db.$transaction([
    ...communes.map((commune) =>
      db.commune.upsert({ where: { insee: commune.insee }, create: commune, update: commune }),
    ),
    // Those that staff took in from elsewhere are not of the reference data.
    db.nearbyPlace.deleteMany({
      where: {
        id: { notIn: places.map((place) => place.id) },
        NOT: { id: { startsWith: importedPrefix } },
      },
    }),
    ...places.map((place) =>
      db.nearbyPlace.upsert({ where: { id: place.id }, create: place, update: place }),
    ),
  ]);
}

function nearbyPlaces({ places: { places, sources } }: TerritoryFiles) {
  return places.flatMap((place) => {
    const source = sources[place.source];
    if (place.memberOfNetwork || !place.position || !source) return [];
    return [
      {
        id: place.id,
        name: place.name,
        kind: place.kind,
        communeName: place.commune.name,
        address: place.address.street ?? null,
        latitude: place.position[1],
        longitude: place.position[0],
        note: place.note ?? null,
        sourceTitle: source.title,
        sourceDate: source.date,
      },
    ];
  });
}
