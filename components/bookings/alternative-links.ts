import type { getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import type { SeatKind } from "@/lib/bookings/searches/rules";
import { clockText, type Day, wallMinuteOf } from "@/lib/core/day";
import { capitalised, formatDay, formatKilometres, formatTimes } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import type { Locale } from "@/lib/core/locale";

type Words = Awaited<ReturnType<typeof getTranslations<"bookings">>>;

/** Free places near a refused wish, as links to the booking page already filled in. */
export function alternativeLinks(
  alternatives: Alternative[],
  locale: Locale,
  t: Words,
): AlternativeLink[] {
  return alternatives.map((alternative) => ({
    href: alternativeAddress(alternative),
    label: labelOf(alternative, locale, t),
  }));
}

/** The free places a refusal came with; none when it says nothing of them. */
export function alternativesOf(data: unknown): Alternative[] {
  if (typeof data !== "object" || data === null || !("alternatives" in data)) return [];
  return Array.isArray(data.alternatives) ? data.alternatives : [];
}

type PlaceAsked = {
  slug: string;
  day: Day;
  part: BookingPart;
  resource?: { id: string } | undefined;
  kind?: SeatKind | null;
};

/** The booking page with that moment, and the place or the kind of place already chosen. */
export function bookingAddress({ slug, day, part, resource, kind }: PlaceAsked): string {
  const choice = `${kind ? `&type=${kind}` : ""}${resource ? `&poste=${resource.id}` : ""}`;
  return `/reserver?lieu=${slug}&jour=${day}&moment=${part}${choice}`;
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

function labelOf(alternative: Alternative, locale: Locale, t: Words): string {
  const resource = alternative.resource.name;
  switch (alternative.differs) {
    case "desk":
      return t("altDesk", { resource });
    case "part":
      if (alternative.part === "hours") {
        const times = formatTimes(alternative, alternative.timeZone, locale);
        return t("altHours", { times, resource });
      }
      return t("altPart", { part: t(alternative.part), resource });
    case "space":
      return t("altSpace", {
        space: `${alternative.spaceName}, ${alternative.communeName}`,
        distance: formatKilometres(alternative.distanceKm, locale),
      });
    case "day":
      return t("altDay", {
        day: capitalised(formatDay(alternative.day, locale), locale),
        resource,
      });
  }
}
