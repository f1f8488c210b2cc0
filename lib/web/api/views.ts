import type { z } from "zod";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { Availability } from "@/lib/bookings/availability/queries";
import type { Span } from "@/lib/bookings/availability/rules";
import type { BookingView } from "@/lib/bookings/queries";
import type { WallMinute } from "@/lib/core/day";
import { env } from "@/lib/infra/env";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type {
  alternativeShape,
  availabilityShape,
  bookingShape,
  resourceShape,
  spaceDetailShape,
  spaceShape,
} from "./shapes";

/** A space as the API says it. */
export function spaceView(space: Space): z.infer<typeof spaceShape> {
  return {
    slug: space.slug,
    name: space.name,
    commune: space.commune,
    lat: space.latitude,
    lon: space.longitude,
    address: { street: space.street, postalCode: space.postalCode, city: space.commune.name },
    timeZone: space.calendar.timeZone,
    summary: space.texts.summary,
    equipment: space.equipment,
    halfDayBoundary: clockOf(space.calendar.halfDayBoundary),
    bookingHorizonDays: space.bookingHorizonDays,
    isDemonstration: space.isDemonstration,
    url: `${env().NEXTAUTH_URL}/lieux/${space.slug}`,
  };
}

/** The same with its texts and its weekly hours. */
export function spaceDetailView(space: Space): z.infer<typeof spaceDetailShape> {
  const { description, access, accessibility, tariffs } = space.texts;
  return {
    ...spaceView(space),
    ...{ description, access, accessibility, tariffs },
    hours: space.calendar.rules
      .map((rule) => ({
        weekday: rule.weekday,
        from: clockOf(rule.startMinute),
        until: clockOf(rule.endMinute),
        state: rule.state,
        season: rule.season,
        everyWeeks: rule.everyWeeks,
        validFrom: rule.validFrom,
        validUntil: rule.validUntil,
      }))
      .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)),
    source: space.source,
  };
}

/** A resource and its terms; the horizon is its own or its space's. */
export function resourceView(space: Space, own: SpaceResource): z.infer<typeof resourceShape> {
  const { quotaCount, quotaPeriod, horizonDays, closures, hasImports, plan, ...terms } = own;
  return {
    ...terms,
    horizonDays: horizonDays ?? space.bookingHorizonDays,
    quota: quotaCount === null ? null : { count: quotaCount, period: quotaPeriod },
  };
}

/** What a space offers, day by day; instants in UTC. */
export function availabilityView(read: Availability): z.infer<typeof availabilityShape> {
  const { space, frames } = read;
  const instants = new Map<number, string>();
  // A week names the same few instants hundreds of times.
  const instantOf = (at: number) => {
    const known = instants.get(at) ?? written(new Date(at));
    instants.set(at, known);
    return known;
  };
  const interval = ([from, until]: Span) => ({
    startsAt: instantOf(from),
    endsAt: instantOf(until),
  });
  return {
    space: { slug: space.slug, name: space.name, timeZone: space.calendar.timeZone },
    from: read.from,
    days: frames.length,
    openings: frames.map(({ day, parts, runs }) => ({
      day,
      parts: {
        morning: parts.morning && interval(parts.morning),
        afternoon: parts.afternoon && interval(parts.afternoon),
        day: parts.day && interval(parts.day),
      },
      open: runs.map(({ startsAt, endsAt }) => interval([startsAt.getTime(), endsAt.getTime()])),
    })),
    resources: read.resources.map(({ resource: { id, kind, name }, days }) => ({
      ...{ id, kind, name },
      days: days.map(({ day, parts, busy }) => ({ day, parts, busy: busy.map(interval) })),
    })),
  };
}

/** A booking as its member or its host may see it. */
export function bookingView(booking: BookingView): z.infer<typeof bookingShape> {
  const { space, day, part, companions, note, sequence, state } = booking;
  return {
    id: booking.id,
    state,
    space: { slug: space.slug, name: space.name, timeZone: space.timeZone },
    resource: booking.resource,
    ...{ day, part },
    startsAt: written(booking.startsAt),
    endsAt: written(booking.endsAt),
    ...{ companions, note },
    checkedInAt: booking.checkedInAt && written(booking.checkedInAt),
    endedAt: booking.endedAt && written(booking.endedAt),
    cancellableUntil: booking.cancellableUntil && written(booking.cancellableUntil),
    sequence,
  };
}

/** A free place, with what the body of a new booking takes at its top. */
export function alternativeView(alternative: Alternative): z.infer<typeof alternativeShape> {
  const { day, part, startsAt, endsAt, resource } = alternative;
  const moment =
    part === "hours" ? { startsAt: written(startsAt), endsAt: written(endsAt) } : { day, part };
  return {
    resourceId: resource.id,
    ...moment,
    differs: alternative.differs,
    space: {
      slug: alternative.slug,
      name: alternative.spaceName,
      commune: alternative.communeName,
    },
    resource,
    distanceKm: Math.round(alternative.distanceKm * 10) / 10,
  };
}

function clockOf(minute: WallMinute): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** An instant in UTC, to the second where it is on one (RFC 3339). */
function written(instant: Date): string {
  return instant.toISOString().replace(".000Z", "Z");
}
