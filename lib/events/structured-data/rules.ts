import { plainDescription } from "../descriptions/rules";
import { addressOfEvent } from "../feeds/rules";
import type { EventState, PlaceKind, Price } from "../schema";

/** What of an event search engines are told. */
export type DescribedEvent = {
  slug: string;
  state: EventState;
  title: string;
  summary: string;
  description: string;
  language: string;
  startsAt: Date;
  endsAt: Date;
  place: {
    kind: PlaceKind;
    roomName: string | null;
    address: string | null;
    commune: { name: string } | null;
  };
  space: {
    slug: string;
    name: string;
    commune: { name: string };
    street: string;
    postalCode: string;
    latitude: number;
    longitude: number;
  };
  prices: Price[];
  isFreePrice: boolean;
  opensAt: Date | null;
  capacity: number | null;
  left: number | null;
  speakers: { name: string }[];
  picture: { version: string } | null;
};

type Json = { [name: string]: string | number | boolean | Json | Json[] };

/**
 * An event as search engines read it (schema.org Event), the same facts as its page; instants with their
 * zone. A place online is its page, for its own address is told to those registered only.
 */
export function structuredEvent(event: DescribedEvent, origin: string): Json {
  const url = addressOfEvent(event, origin);
  const isOnline = event.place.kind === "online";
  const { picture, capacity, left } = event;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": url,
    url,
    name: event.title,
    description: `${event.summary}\n${plainDescription(event.description)}`.trim(),
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    inLanguage: event.language,
    eventStatus: `https://schema.org/${event.state === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${isOnline ? "Online" : "Offline"}EventAttendanceMode`,
    location: isOnline ? { "@type": "VirtualLocation", url } : placeOf(event),
    organizer: {
      "@type": "Organization",
      name: event.space.name,
      url: `${origin}/lieux/${event.space.slug}`,
    },
    isAccessibleForFree: isFreeOfCharge(event),
    offers: offersOf(event, url),
    ...(capacity === null ? {} : { maximumAttendeeCapacity: capacity }),
    ...(left === null ? {} : { remainingAttendeeCapacity: left }),
    ...(picture ? { image: `${url}/photo?v=${picture.version}` } : {}),
    ...(event.speakers.length > 0
      ? { performer: event.speakers.map(({ name }): Json => ({ "@type": "Person", name })) }
      : {}),
  };
}

function placeOf({ place, space }: DescribedEvent): Json {
  if (place.kind === "elsewhere") {
    const { address, commune } = place;
    return {
      "@type": "Place",
      name: address ?? commune?.name ?? space.commune.name,
      address: addressOf({ street: address, commune: commune?.name }),
    };
  }
  const { street, postalCode, commune, latitude, longitude } = space;
  return {
    "@type": "Place",
    name: place.roomName ? `${space.name}, ${place.roomName}` : space.name,
    address: addressOf({ street, postalCode, commune: commune.name }),
    geo: { "@type": "GeoCoordinates", latitude, longitude },
  };
}

type Address = { street: string | null; postalCode?: string; commune: string | undefined };

function addressOf({ street, postalCode, commune }: Address): Json {
  return {
    "@type": "PostalAddress",
    ...(street ? { streetAddress: street } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(commune ? { addressLocality: commune } : {}),
    addressCountry: "FR",
  };
}

function isFreeOfCharge({ prices, isFreePrice }: DescribedEvent): boolean {
  return isFreePrice || prices.every(({ cents }) => cents === 0);
}

/** A price each, one of nothing when none is written; sold out once no seat is left. */
function offersOf({ prices, left, state, opensAt }: DescribedEvent, url: string): Json[] {
  const said = prices.length > 0 ? prices : [{ label: "", cents: 0 }];
  const isGone = left === 0 || state === "cancelled";
  return said.map(({ label, cents }) => ({
    "@type": "Offer",
    ...(label ? { name: label } : {}),
    price: (cents / 100).toFixed(2),
    priceCurrency: "EUR",
    availability: `https://schema.org/${isGone ? "SoldOut" : "InStock"}`,
    url,
    ...(opensAt ? { validFrom: opensAt.toISOString() } : {}),
  }));
}
