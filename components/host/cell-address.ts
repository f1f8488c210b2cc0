import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { clockText, wallMinuteOf } from "@/lib/core/day";

type Place = Pick<Alternative, "day" | "part" | "startsAt" | "endsAt" | "timeZone" | "resource">;

/** The page where a host books that place at that moment for somebody, hours already written. */
export function cellAddress(
  slug: string,
  { day, part, timeZone, resource, ...place }: Place,
): string {
  const clock = (instant: Date) => clockText(wallMinuteOf(instant, timeZone));
  const hours = part === "hours" ? `&de=${clock(place.startsAt)}&a=${clock(place.endsAt)}` : "";
  return `/hote/${slug}/creneau?poste=${resource.id}&jour=${day}&moment=${part}${hours}`;
}
