import { type Day, daysBetween } from "@/lib/core/day";
import { distanceKm, type Position } from "@/lib/core/distance";
import type { Fit } from "./schema";

export type Home = Position & { insee: string; nearestBourg: string | null };
export type OpenPlace = Position & { id: string; communeId: string; opensOn: Day };

/** Days during which an opening is news. */
const newsDays = 60;
/** As the crow flies: nobody is told of a place an hour away for want of a nearer one. */
const farthestKm = 25;

/**
 * Why a place that opened fits whoever asked to hear of openings: it is in the commune they named, in the
 * bourg around which it lies, or the nearest of all places to it; without a commune, anywhere. Null when it
 * does not.
 */
export function fitOf(
  home: Home | null,
  place: OpenPlace,
  places: readonly OpenPlace[],
): Fit | null {
  if (!home) return "anywhere";
  if (place.communeId === home.insee) return "wished";
  const away = distanceKm(home, place);
  if (away > farthestKm) return null;
  if (place.communeId === home.nearestBourg) return "around";
  return places.every((other) => distanceKm(home, other) >= away) ? "nearest" : null;
}

/**
 * Whether an opening is news on that day to somebody who asked in the month that begins on `askedIn`: of
 * that month the days are not known, so that one they may have known of is told too.
 */
export function isNews(opensOn: Day, askedIn: Day, today: Day): boolean {
  return askedIn <= opensOn && opensOn <= today && daysBetween(opensOn, today) <= newsDays;
}
