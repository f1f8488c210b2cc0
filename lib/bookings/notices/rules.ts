import type { Interval } from "@/lib/core/interval";
import type { AlternativePayload } from "@/lib/notifications/schema";
import { alternativeAddress } from "../addresses/rules";
import type { Alternative } from "../alternatives/rules";

export type NoticeFacts = Interval & {
  bookingId: string;
  resourceName: string;
  sequence: number;
  reason: string | null;
  cancelUntil: Date;
  space: {
    name: string;
    street: string;
    postalCode: string;
    communeName: string;
    timeZone: string;
  };
  /** Public origin of the installation. */
  origin: string;
};

/** What every mail about a booking says of it; instants as RFC 3339 in UTC. */
export function bookingNotice({ space, origin, ...facts }: NoticeFacts) {
  return {
    bookingId: facts.bookingId,
    resourceName: facts.resourceName,
    spaceName: space.name,
    address: `${space.street}, ${space.postalCode} ${space.communeName}`,
    startsAt: facts.startsAt.toISOString(),
    endsAt: facts.endsAt.toISOString(),
    timeZone: space.timeZone,
    sequence: facts.sequence,
    reason: facts.reason,
    cancelUntil: facts.cancelUntil.toISOString(),
    url: `${origin}/mon-espace/reservations/${facts.bookingId}`,
  };
}

/** A free place as a mail says it, with the address where it is booked. */
export function alternativeNotice(place: Alternative, origin: string): AlternativePayload {
  return {
    resourceName: place.resource.name,
    spaceName: place.spaceName,
    startsAt: place.startsAt.toISOString(),
    endsAt: place.endsAt.toISOString(),
    timeZone: place.timeZone,
    url: `${origin}${alternativeAddress(place)}`,
  };
}
