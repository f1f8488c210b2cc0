import { listEventPage } from "@/lib/events/feeds/queries";
import { addressOfEvent } from "@/lib/events/feeds/rules";
import type { PublishedEvent } from "@/lib/events/feeds/schema";
import { env } from "@/lib/infra/env";
import { Written } from "../operation";
import { type Cell, csvOf, spreadsheetOf } from "./csv";
import type { OpenFile } from "./files";

export const eventColumns = [
  "id",
  "url",
  "title",
  "summary",
  "theme",
  "audience",
  "language",
  "state",
  "day",
  "starts_at",
  "ends_at",
  "space",
  "place_kind",
  "address",
  "commune",
  "insee_code",
  "latitude",
  "longitude",
  "needs_registration",
  "seats",
  "updated_at",
] as const;

/** Days back that the file tells, and the most events of it; those further ahead are left out. */
const daysBack = 365;
const most = 5_000;

/** Events told: those of the last year and all that are announced, by their start. */
export async function readEvents(at: Date): Promise<PublishedEvent[]> {
  const from = new Date(at.getTime() - daysBack * 86_400_000);
  return (await listEventPage({ from, limit: most }, at)).events;
}

function eventRow(event: PublishedEvent): Record<string, Cell> {
  const { space, place } = event;
  const isHere = place.kind === "room" || place.kind === "space";
  const address = isHere ? `${space.street}, ${space.postalCode}` : place.address;
  const commune = isHere ? space.commune : place.commune;
  return {
    id: event.id,
    url: addressOfEvent(event, env().NEXTAUTH_URL),
    ...{ title: event.title, summary: event.summary, theme: event.theme },
    ...{ audience: event.audience, language: event.language },
    state: event.state === "cancelled" ? "cancelled" : "published",
    day: event.day,
    starts_at: event.startsAt.toISOString(),
    ends_at: event.endsAt.toISOString(),
    space: space.slug,
    place_kind: place.kind,
    address,
    commune: commune?.name ?? null,
    insee_code: commune?.insee ?? null,
    latitude: isHere ? space.latitude : null,
    longitude: isHere ? space.longitude : null,
    needs_registration: event.needsRegistration,
    seats: event.capacity,
    updated_at: event.changedAt.toISOString(),
  };
}

const events = { set: "events" } as const;

export const eventsCsv: OpenFile = {
  ...events,
  id: "openEventsCsv",
  path: "/api/v1/open/events.csv",
  summary: "Events open to all, of the last year and to come; nobody's name.",
  mediaType: "text/csv",
  format: "CSV",
  byLanguage: true,
  write: async (at, locale) => {
    const rows = (await readEvents(at)).map(eventRow);
    const cells = rows.map((row) => eventColumns.map((column) => row[column] ?? null));
    return new Written(csvOf([[...eventColumns], ...cells], spreadsheetOf(locale)));
  },
};

export const eventsJson: OpenFile = {
  ...events,
  id: "openEventsJson",
  path: "/api/v1/open/events.json",
  summary: "The same as JSON.",
  mediaType: "application/json",
  format: "JSON",
  byLanguage: false,
  write: async (at) => new Written((await readEvents(at)).map(eventRow)),
};
