import type { BookedPart } from "@/lib/bookings/schema";
import { type Day, wallMinuteOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { timeOf } from "./time-of";

type Repeated = {
  slug: string;
  day: Day;
  part: BookedPart;
  resourceId?: string;
  /** Of a booking by the hour. */
  hours?: Interval;
  timeZone: string;
};

/** The page that repeats a booking, filled in with its place and its moment. */
export function repeatAddress({ slug, day, part, resourceId, hours, timeZone }: Repeated): string {
  const times: Record<string, string> =
    part === "hours" && hours
      ? {
          debut: timeOf(wallMinuteOf(hours.startsAt, timeZone)),
          fin: timeOf(wallMinuteOf(hours.endsAt, timeZone)),
        }
      : {};
  const place: Record<string, string> = resourceId ? { poste: resourceId } : {};
  const query = new URLSearchParams({ lieu: slug, ...place, jour: day, moment: part, ...times });
  return `/mon-espace/series/nouvelle?${query}`;
}
