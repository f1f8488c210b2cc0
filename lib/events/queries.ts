import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { asDecided } from "./minimums/rules";
import { canDo } from "./policy";
import {
  type EventState,
  eventColumns,
  type PlaceKind,
  type Price,
  type Programme,
  type Question,
  slugShape,
} from "./schema";
import { seatsHeld, seatsLeft } from "./seats/rules";

/** An event as its page shows it; nothing of whoever is registered but how many. */
export type EventView = {
  id: string;
  slug: string;
  state: EventState;
  title: string;
  summary: string;
  /** Markdown as written; drawn by `lib/events/descriptions`. */
  description: string;
  language: string;
  theme: string;
  audience: string;
  level: string;
  bring: string | null;
  access: string[];
  accessNote: string | null;
  programme: Programme;
  questions: Question[];
  prices: Price[];
  isFreePrice: boolean;
  place: {
    kind: PlaceKind;
    roomName: string | null;
    address: string | null;
    commune: { insee: string; name: string } | null;
  };
  space: {
    id: string;
    slug: string;
    name: string;
    timeZone: string;
    commune: { insee: string; name: string };
    street: string;
    postalCode: string;
    latitude: number;
    longitude: number;
    poster: string;
  };
  seriesId: string | null;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
  needsRegistration: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
  mostPeople: number;
  asksNames: boolean;
  offerMinutes: number;
  minimum: { people: number; at: Date } | null;
  /** Seats held, and seats somebody new may take now; null = nobody counts. */
  held: number;
  left: number | null;
  waiting: number;
  /** By a name, or members who said yes. */
  speakers: EventSpeakerView[];
  picture: { version: string; alternative: string } | null;
  sequence: number;
  createdBy: string | null;
  publishedAt: Date | null;
  endReason: string | null;
  endMinimum: number | null;
};

export type EventSpeakerView = {
  id: string;
  personId: string | null;
  acceptedAt: Date | null;
  name: string;
  words: string | null;
};

/**
 * One event by the last part of its address: published or cancelled for everybody, whatever its state
 * for those who may change it and who proposed it. NotFound otherwise. Speakers the actor is not to see
 * are left out.
 */
export async function getEvent(
  actor: Actor,
  slug: string,
  at: Date = now(),
  client: Tx = db,
): Promise<EventView> {
  if (!slugShape.test(slug)) throw new NotFound();
  const row = await client.event.findFirst({ where: { slug }, select: eventSelect });
  if (!row) throw new NotFound();
  const isPublic = row.state === "published" || (row.state === "cancelled" && row.publishedAt);
  if (!isPublic && !canDo(actor, "see_unpublished", row)) throw new NotFound();
  const room = row.resourceId
    ? await client.resource.findFirst({
        where: { spaceId: row.spaceId, id: row.resourceId },
        select: { name: true },
      })
    : null;
  const hidden = actor.kind === "person" ? await listHiddenPeople(actor.personId, client) : [];
  const speakers = row.speakers.filter(
    ({ personId, acceptedAt }) =>
      (personId === null || acceptedAt !== null) && !hidden.includes(personId ?? ""),
  );
  return toView({ ...row, speakers }, room?.name ?? null, at);
}

const commune = { select: { insee: true, name: true } } as const;

const eventSelect = {
  id: true,
  spaceId: true,
  slug: true,
  state: true,
  title: true,
  summary: true,
  description: true,
  language: true,
  theme: true,
  audience: true,
  level: true,
  bring: true,
  access: true,
  accessNote: true,
  programme: true,
  questions: true,
  prices: true,
  isFreePrice: true,
  placeKind: true,
  resourceId: true,
  address: true,
  commune,
  seriesId: true,
  day: true,
  startsAt: true,
  endsAt: true,
  capacity: true,
  needsRegistration: true,
  opensAt: true,
  closesAt: true,
  mostPeople: true,
  asksNames: true,
  offerMinutes: true,
  minimumPeople: true,
  minimumAt: true,
  sequence: true,
  createdBy: true,
  publishedAt: true,
  endReason: true,
  endMinimum: true,
  space: {
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      street: true,
      postalCode: true,
      latitude: true,
      longitude: true,
      poster: true,
      commune,
    },
  },
  speakers: {
    select: {
      id: true,
      personId: true,
      acceptedAt: true,
      name: true,
      words: true,
      person: { select: { name: true, erasedAt: true } },
    },
    orderBy: [{ rank: "asc" }, { id: "asc" }],
  },
  picture: { select: { version: true, alternative: true } },
  registrations: {
    where: { state: { in: ["confirmed", "waiting", "offered"] }, source: { not: "walk_in" } },
    select: { id: true, state: true, quantity: true, rank: true, offerUntil: true },
  },
} satisfies Prisma.EventSelect;

type EventRow = Prisma.EventGetPayload<{ select: typeof eventSelect }>;

function toView(row: EventRow, roomName: string | null, at: Date): EventView {
  const held = seatsHeld(row.registrations, at);
  const { registrations, speakers, placeKind, address, commune: own, ...said } = row;
  const { minimumPeople, minimumAt, capacity } = row;
  return {
    ...asDecided(said, held, at),
    ...eventColumns.parse(row),
    day: dayFromColumn(row.day),
    place: { kind: placeKind, roomName, address, commune: own ?? placeCommune(row) },
    minimum: minimumPeople && minimumAt ? { people: minimumPeople, at: minimumAt } : null,
    held,
    left: capacity === null ? null : seatsLeft(capacity, registrations, at),
    waiting: registrations
      .filter(({ state }) => state === "waiting")
      .reduce((sum, { quantity }) => sum + quantity, 0),
    speakers: speakers.flatMap(({ person, name, ...speaker }) => {
      const shown = person && !person.erasedAt ? person.name : name;
      return shown ? [{ ...speaker, name: shown }] : [];
    }),
  };
}

/** Where it is when it says nothing else: in the space's commune, unless it is online. */
function placeCommune({ placeKind, space }: EventRow) {
  return placeKind === "room" || placeKind === "space" ? space.commune : null;
}
