import { commuteModes } from "@/lib/reports/commutes/schema";
import type { TravelRows } from "@/lib/reports/indicators/schema";
import { usualValues } from "@/lib/reports/travel-assumptions/schema";
import type { Draw } from "./random-networks";

const communes = ["46182", "46225", "46042", "75056"];

/** What some gave of their travel, whether or not it counts, with distances typed or not, far and near. */
export function randomTravel(
  draw: Draw,
  personIds: readonly string[],
  spaces: readonly { id: string }[],
): TravelRows {
  const position = () => ({
    latitude: 44 + draw.below(1_000) / 1_000,
    longitude: 1 + draw.below(1_000) / 1_000,
  });
  const kilometres = () => draw.between(1, 800) / 10;
  const [detourFactor, version] = draw.chance(50) ? [1.3, 1] : [1.4, 3];
  return {
    commutes: personIds
      .filter(() => draw.chance(80))
      .map((personId) => ({
        personId,
        workplaceId: draw.one(communes),
        mode: draw.one(commuteModes),
        kmToWork: draw.chance(40) ? kilometres() : null,
        toSpace: draw.chance(30) ? { spaceId: draw.one(spaces).id, km: kilometres() } : null,
      })),
    positions: {
      ofCommunes: new Map(communes.map((insee) => [insee, position()])),
      ofSpaces: new Map(spaces.map(({ id }) => [id, position()])),
    },
    assumptions: {
      version,
      values: {
        ...usualValues,
        detourFactor,
        sharedCarPeople: draw.between(2, 4),
        motorbikeKgPerKm: draw.chance(50) ? null : 0.2,
        activeKgPerKm: draw.chance(30) ? 0.01 : 0,
        reboundPercent: draw.one([0, 31, 50]),
      },
    },
  };
}
