import type { EventPayload, NoticedPlace } from "@/lib/notifications/event-notices/schema";
import type { PlaceKind, Price } from "../../schema";

export type NoticeSpace = {
  name: string;
  street: string;
  postalCode: string;
  communeName: string;
  timeZone: string;
};

type Where = {
  placeKind: PlaceKind;
  roomName: string | null;
  address: string | null;
  communeName: string | null;
};

/** Where an event is as a mail says it, a name and an address below; online, neither. */
export function noticedPlace(
  { placeKind, roomName, address, communeName }: Where,
  space: NoticeSpace,
): NoticedPlace {
  const atSpace = `${space.street}, ${space.postalCode} ${space.communeName}`;
  switch (placeKind) {
    case "room":
      return { name: [roomName, space.name].filter(Boolean).join(", "), address: atSpace };
    case "space":
      return { name: space.name, address: atSpace };
    case "elsewhere":
      return { name: address, address: communeName };
    case "online":
      return { name: null, address: null };
  }
}

export type NoticeFacts = {
  event: {
    id: string;
    slug: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    sequence: number;
    bring: string | null;
    onlineUrl: string | null;
    prices: Price[];
    isFreePrice: boolean;
    endMinimum: number | null;
  };
  space: NoticeSpace;
  place: NoticedPlace;
  origin: string;
};

/** What every mail about an event says of it, whoever reads it; instants as RFC 3339 in UTC. */
export function eventNotice({ event, space, place, origin }: NoticeFacts) {
  return {
    eventId: event.id,
    title: event.title,
    spaceName: space.name,
    place,
    onlineUrl: event.onlineUrl,
    bring: event.bring,
    prices: { list: event.prices, isFreePrice: event.isFreePrice },
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    timeZone: space.timeZone,
    sequence: event.sequence,
    belowMinimum: event.endMinimum,
    eventUrl: `${origin}/evenements/${event.slug}`,
  };
}

type Registered = { id: string; quantity: number; sequence: number; isSure: boolean };

/**
 * The same to somebody registered. Both sequences only ever grow, so their sum is a later one whatever
 * changed; the online address is for whoever has seats.
 */
export function noticeTo(
  notice: ReturnType<typeof eventNotice>,
  { id, quantity, sequence, isSure }: Registered,
  url: string,
): EventPayload {
  return {
    ...notice,
    registrationId: id,
    quantity,
    isSure,
    sequence: notice.sequence + sequence,
    onlineUrl: isSure ? notice.onlineUrl : null,
    url,
  };
}
