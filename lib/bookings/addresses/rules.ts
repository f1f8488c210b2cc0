import { clockText, type Day, wallMinuteOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { Alternative } from "../alternatives/rules";
import type { BookingPart } from "../schema";

type PlaceAsked = {
  slug: string;
  day: Day;
  part: BookingPart;
  resource?: { id: string } | undefined;
  kind?: ResourceKind | null;
  people?: number | null;
};

/** The booking page with that moment, and the place or the kind of place already chosen. */
export function bookingAddress({ slug, day, part, resource, kind, people }: PlaceAsked): string {
  const choice = `${kind ? `&type=${kind}` : ""}${resource ? `&poste=${resource.id}` : ""}`;
  const many = people ? `&personnes=${people}` : "";
  return `/reserver?lieu=${slug}&jour=${day}&moment=${part}${choice}${many}`;
}

type DayOfHours = {
  slug: string;
  day: Day;
  resource?: { id: string } | undefined;
  people?: number | null;
};

/** The page of what goes by the hour, or of that resource, on that day; no hour chosen. */
export function dayOfHoursAddress({ slug, day, resource, people }: DayOfHours): string {
  const place = resource ? `&poste=${resource.id}` : "";
  return `/reserver/heures?lieu=${slug}${place}&jour=${day}${people ? `&personnes=${people}` : ""}`;
}

type HoursAsked = Interval & {
  slug: string;
  day: Day;
  timeZone: string;
  resource: { id: string };
  people?: number | null;
};

/** The page of a resource by the hour, with those hours (wall time of the space) already chosen. */
export function hoursAddress(asked: HoursAsked): string {
  const { slug, day, resource, timeZone, people, ...interval } = asked;
  const [from, until] = [interval.startsAt, interval.endsAt].map((instant) =>
    clockText(wallMinuteOf(instant, timeZone)),
  );
  const many = people ? `&personnes=${people}` : "";
  return `/reserver/heures?lieu=${slug}&poste=${resource.id}&jour=${day}&de=${from}&a=${until}${many}`;
}

/** Where that alternative, or a place known to be free, is booked, already chosen. */
export function alternativeAddress(
  alternative: Omit<Alternative, "differs" | "spaceName" | "communeName" | "distanceKm">,
): string {
  const { part } = alternative;
  return part === "hours" ? hoursAddress(alternative) : bookingAddress({ ...alternative, part });
}
