export type Position = { latitude: number; longitude: number };

const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres (haversine); as the crow flies, never a road distance. */
export function distanceKm(from: Position, to: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(longitude / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(chord));
}

/**
 * How much longer a road is than the straight line, and how fast one drives it. Both are hypotheses of the
 * network, the first the same as the diagnosis of the survey (`roadDetourFactor`). No road is known here:
 * straight lines tell road distances apart well (r² > 0.9), save across a river or another barrier, says
 * Boscoe, Henry and Zdeb, « A Nationwide Comparison of Driving Distance Versus Straight-Line Distance to
 * Hospitals », The Professional Geographer 64(2), 2012, doi 10.1080/00330124.2011.583586. Bridges, relief
 * and traffic are therefore not counted, and the words say « estimation ».
 */
export const roadHypotheses = { detourFactor: 1.3, kilometresAnHour: 50 } as const;

export type RoadTrip = { km: number; minutes: number };

/** A trip by car for a straight line in kilometres: whole kilometres, minutes to the nearest five, five at least. */
export function estimatedTrip(straightKm: number): RoadTrip {
  const km = straightKm * roadHypotheses.detourFactor;
  const minutes = (km / roadHypotheses.kilometresAnHour) * 60;
  return { km: Math.round(km), minutes: Math.max(5, Math.round(minutes / 5) * 5) };
}
