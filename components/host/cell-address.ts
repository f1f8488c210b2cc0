import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import { clockText, type Day, wallMinuteOf } from "@/lib/core/day";

type Place = Pick<Alternative, "day" | "part" | "startsAt" | "endsAt" | "timeZone" | "resource">;

/** The page where a host books that place at that moment for somebody, hours (and who) already written. */
export function cellAddress(slug: string, place: Place, personId?: string): string {
  const who = personId ? `&pour=${personId}` : "";
  return `/hote/${slug}/creneau?${queryOf(place)}${who}`;
}

/** The page of a booking as its host sees it, its move to that place already filled in. */
export function moveToAddress(slug: string, bookingId: string, place: Place): string {
  return `/hote/${slug}/reservations/${bookingId}?${queryOf(place)}#move`;
}

function queryOf({ day, part, timeZone, resource, ...place }: Place): string {
  const clock = (instant: Date) => clockText(wallMinuteOf(instant, timeZone));
  const hours = part === "hours" ? `&de=${clock(place.startsAt)}&a=${clock(place.endsAt)}` : "";
  return `poste=${resource.id}&jour=${day}&moment=${part}${hours}`;
}

/** The week of a space, to choose a place for somebody when it says who. */
export function weekAddress(slug: string, first: Day, personId?: string): string {
  return `/hote/${slug}/semaine?du=${first}${personId ? `&pour=${personId}` : ""}`;
}

/** The page of a free half-day, for somebody when it says who. */
export function freeCellAddress(
  slug: string,
  { resourceId, day, part }: { resourceId: string; day: Day; part: BookingPart },
  personId?: string,
): string {
  const who = personId ? `&pour=${personId}` : "";
  return `/hote/${slug}/creneau?poste=${resourceId}&jour=${day}&moment=${part}${who}`;
}
