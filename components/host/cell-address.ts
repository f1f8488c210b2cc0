import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { clockText, wallMinuteOf } from "@/lib/core/day";

type Place = Pick<Alternative, "day" | "part" | "startsAt" | "endsAt" | "timeZone" | "resource">;

/** The page where a host books that place at that moment for somebody, hours already written. */
export function cellAddress(slug: string, place: Place): string {
  return `/hote/${slug}/creneau?${queryOf(place)}`;
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
