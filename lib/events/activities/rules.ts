import { plainDescription } from "../descriptions/rules";
import { addressOfEvent } from "../feeds/rules";
import type { PublishedEvent } from "../feeds/schema";

/** Whatever is said to everybody is said to it (ActivityPub, 5.6). */
const everybody = "https://www.w3.org/ns/activitystreams#Public";

/** Where the object is read, which is its identifier. */
export function activityAddress({ slug }: { slug: string }, origin: string): string {
  return `${origin}/api/v1/events/${slug}/activity`;
}

/**
 * An event as an ActivityStreams object (FEP-8a8e), as Mobilizon and Gancio read one: nobody joins from
 * there, the way to register is its page. Read only: it is attributed to the page of its space, no actor
 * of which is signed for.
 */
export function activityEvent(event: PublishedEvent, origin: string) {
  const { space, place, capacity, left } = event;
  const url = addressOfEvent(event, origin);
  return {
    "@context": ["https://www.w3.org/ns/activitystreams", vocabulary],
    type: "Event",
    id: activityAddress(event, origin),
    url,
    attributedTo: `${origin}/lieux/${space.slug}`,
    to: [everybody],
    name: event.title,
    summary: event.summary,
    content: paragraphsOf(plainDescription(event.description)),
    mediaType: "text/html",
    inLanguage: event.language,
    startTime: event.startsAt.toISOString(),
    endTime: event.endsAt.toISOString(),
    timezone: space.timeZone,
    published: (event.publishedAt ?? event.createdAt).toISOString(),
    updated: event.changedAt.toISOString(),
    status: event.state === "cancelled" ? "CANCELLED" : "CONFIRMED",
    isOnline: place.kind === "online",
    ...(place.kind === "online" ? {} : { location: locationOf(event) }),
    joinMode: "external",
    externalParticipationUrl: url,
    ...(capacity === null ? {} : { maximumAttendeeCapacity: capacity }),
    ...(left === null ? {} : { remainingAttendeeCapacity: left }),
  };
}

/** What the core vocabulary has no word for, as Mobilizon names it. */
const vocabulary = {
  sc: "http://schema.org#",
  ical: "http://www.w3.org/2002/12/cal/ical#",
  mz: "https://joinmobilizon.org/ns#",
  PostalAddress: "sc:PostalAddress",
  address: { "@id": "sc:address", "@type": "sc:PostalAddress" },
  streetAddress: "sc:streetAddress",
  addressLocality: "sc:addressLocality",
  postalCode: "sc:postalCode",
  addressCountry: "sc:addressCountry",
  inLanguage: "sc:inLanguage",
  maximumAttendeeCapacity: "sc:maximumAttendeeCapacity",
  remainingAttendeeCapacity: "sc:remainingAttendeeCapacity",
  status: "ical:status",
  timezone: { "@id": "mz:timezone", "@type": "mz:timezone" },
  joinMode: { "@id": "mz:joinMode", "@type": "mz:joinModeType" },
  externalParticipationUrl: { "@id": "mz:externalParticipationUrl", "@type": "sc:URL" },
  isOnline: { "@id": "mz:isOnline", "@type": "sc:Boolean" },
};

function locationOf({ place, space }: PublishedEvent) {
  const isElsewhere = place.kind === "elsewhere";
  const street = isElsewhere ? place.address : space.street;
  const address = {
    type: "PostalAddress",
    ...(street ? { streetAddress: street } : {}),
    ...(isElsewhere ? {} : { postalCode: space.postalCode }),
    ...(place.commune ? { addressLocality: place.commune.name } : {}),
    addressCountry: "FR",
  };
  const name = isElsewhere
    ? (place.address ?? place.commune?.name ?? space.name)
    : [space.name, place.roomName].filter((part) => part !== null).join(", ");
  const { latitude, longitude } = space;
  return { type: "Place", name, address, ...(isElsewhere ? {} : { latitude, longitude }) };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What a program is given as HTML is text of ours between paragraphs, nothing else. */
function paragraphsOf(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${line.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)}</p>`)
    .join("");
}
