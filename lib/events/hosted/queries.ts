import { eventKinds } from "@/lib/bookings/event-rooms/rules";
import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn, dayOf, daysBetween, wallMinuteOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { getSpaceById, getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { roomCeiling } from "../ceilings/queries";
import { lastChangeOf } from "../editing/commands";
import type { EventFields } from "../editing/schema";
import { asDecided } from "../minimums/rules";
import { canDo, namedToLead } from "../policy";
import {
  accessCodes,
  audiences,
  type EventState,
  eventColumns,
  eventThemes,
  levels,
  type PlaceKind,
} from "../schema";
import { seatsHeld } from "../seats/rules";

/** An event as hosts list it. */
export type HostEvent = {
  id: string;
  slug: string;
  title: string;
  state: EventState;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  place: { kind: PlaceKind; roomName: string | null; address: string | null };
  capacity: number | null;
  needsRegistration: boolean;
  /** Seats held and people waiting. */
  held: number;
  waiting: number;
  seriesId: string | null;
  /** Decided on that local day. */
  minimum: { people: number; day: Day } | null;
  endReason: string | null;
  endMinimum: number | null;
  /** Proposed, and nobody answered before it should have begun. */
  isLate: boolean;
};

export type HostEvents = {
  space: Space;
  /** Shown, to come or under way, first first; then those that are being written. */
  coming: HostEvent[];
  drafts: HostEvent[];
  proposed: HostEvent[];
  /** Over, cancelled when it was to come, or a proposal nobody answered in time; last first, so many at most. */
  past: HostEvent[];
};

const mostPast = 30;
const mostComing = 200;

/** The events of a space, for its hosts and staff; NotFound for everybody else. */
export async function listHostEvents(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<HostEvents> {
  const space = await getSpaceToOrganise(actor, slug);
  const standing = { spaceId: space.id, endsAt: { gt: at } };
  const rows = await db.event.findMany({
    where: { ...standing, state: { in: ["draft", "proposed", "published"] } },
    select: hostSelect,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostComing,
  });
  const old = await db.event.findMany({
    where: {
      spaceId: space.id,
      OR: [
        { state: { in: ["published", "proposed"] }, endsAt: { lte: at } },
        { state: { in: ["cancelled", "refused", "withdrawn"] } },
      ],
    },
    select: hostSelect,
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: mostPast,
  });
  const coming = rows.map((row) => toHostEvent(row, space, at));
  const of = (state: EventState) => coming.filter((event) => event.state === state);
  return {
    space,
    ...{ coming: of("published"), drafts: of("draft"), proposed: of("proposed") },
    past: [...of("cancelled"), ...old.map((row) => toHostEvent(row, space, at))],
  };
}

const hostSelect = {
  id: true,
  slug: true,
  title: true,
  state: true,
  day: true,
  startsAt: true,
  endsAt: true,
  placeKind: true,
  resourceId: true,
  address: true,
  capacity: true,
  needsRegistration: true,
  seriesId: true,
  minimumPeople: true,
  minimumAt: true,
  endReason: true,
  endMinimum: true,
  registrations: {
    where: { state: { in: ["confirmed", "waiting", "offered"] }, source: { not: "walk_in" } },
    select: { id: true, state: true, quantity: true, rank: true, offerUntil: true },
  },
} satisfies Prisma.EventSelect;

type HostRow = Prisma.EventGetPayload<{ select: typeof hostSelect }>;

function toHostEvent(row: HostRow, space: Space, at: Date): HostEvent {
  const { registrations, placeKind, resourceId, address, minimumPeople, minimumAt, ...said } = row;
  const room = space.resources.find(({ id }) => id === resourceId);
  const waiting = registrations.filter(({ state }) => state === "waiting");
  const held = seatsHeld(registrations, at);
  const decided = asDecided(row, held, at);
  return {
    ...said,
    ...{ state: decided.state, endMinimum: decided.endMinimum, held },
    day: dayFromColumn(row.day),
    place: { kind: placeKind, roomName: room?.name ?? null, address },
    waiting: waiting.reduce((sum, { quantity }) => sum + quantity, 0),
    isLate: row.state === "proposed" && row.startsAt <= at,
    minimum:
      minimumPeople && minimumAt
        ? { people: minimumPeople, day: dayOf(minimumAt, space.calendar.timeZone) }
        : null,
  };
}

/** A space for whoever makes events there; NotFound for everybody else. */
export async function getSpaceToOrganise(actor: Actor, slug: string): Promise<Space> {
  const space = await getSpaceBySlug(slug);
  if (!canDo(actor, "create", { spaceId: space.id })) throw new NotFound();
  return space;
}

/** A room that an event may ask for, and the people it holds. */
export type EventRoom = { id: string; name: string; most: number };

/** What the form of an event needs to know of its space. */
export function roomsOf(space: Space): EventRoom[] {
  return (
    space.resources
      .filter(({ kind }) => eventKinds.some((known) => known === kind))
      .map(({ id, name }) => ({ id, name, most: roomCeiling(space, id) ?? 0 }))
      // An office for one holds no event.
      .filter(({ most }) => most > 1)
  );
}

export type EventToEdit = {
  id: string;
  slug: string;
  state: EventState;
  space: Space;
  fields: EventFields;
  endsAt: Date;
  seriesId: string | null;
  endReason: string | null;
  endMinimum: number | null;
  publishedAt: Date | null;
  /** Whether the actor may open who is registered and who came. */
  readsPeople: boolean;
  /** Goes with the form: of the last line of its history. */
  mark: string | undefined;
};

/** An event by its address and that of its space, as its form shows it; NotFound for whoever may not change it. */
export async function getEventToEdit(
  actor: Actor,
  { slug: spaceSlug, event: eventSlug }: { slug: string; event: string },
): Promise<EventToEdit> {
  const row = await db.event.findFirst({
    where: { slug: eventSlug, space: { slug: spaceSlug } },
    include: { speakers: namedToLead },
  });
  if (!row) throw new NotFound();
  if (!canDo(actor, "edit", row)) throw new NotFound();
  const space = await getSpaceById(row.spaceId);
  const { id, slug, state, endsAt, seriesId, endReason, endMinimum, publishedAt } = row;
  return {
    ...{ id, slug, state, space, endsAt, seriesId, endReason, endMinimum, publishedAt },
    fields: fieldsOf(row, space.calendar.timeZone),
    readsPeople: canDo(actor, "people", row),
    mark: (await lastChangeOf(db, row)) ?? undefined,
  };
}

type Row = Prisma.EventGetPayload<object>;

/** The columns as they were written, by the wall of the space. */
export function fieldsOf(row: Row, timeZone: string): EventFields {
  const { title, summary, description, language, bring, accessNote, onlineUrl, capacity } = row;
  const { needsRegistration, mostPeople, asksNames, offerMinutes, isFreePrice } = row;
  const { minimumPeople, minimumAt, opensAt, closesAt, habilitationId } = row;
  return {
    ...{ title, summary, description, language, bring, accessNote, onlineUrl, capacity },
    ...{ needsRegistration, mostPeople, asksNames, offerMinutes, isFreePrice, habilitationId },
    ...eventColumns.parse(row),
    theme: eventThemes.find((theme) => theme === row.theme) ?? "other",
    audience: audiences.find((audience) => audience === row.audience) ?? "everyone",
    level: levels.find((level) => level === row.level) ?? "any",
    access: accessCodes.filter((code) => row.access.includes(code)),
    place: placeOf(row),
    day: dayFromColumn(row.day),
    startMinute: wallMinuteOf(row.startsAt, timeZone),
    endMinute:
      wallMinuteOf(row.endsAt, timeZone) +
      1_440 * daysBetween(dayFromColumn(row.day), dayOf(row.endsAt, timeZone)),
    opensOn: opensAt && dayOf(opensAt, timeZone),
    // Half-open: it closes when that day ends.
    closesOn: closesAt && dayOf(new Date(closesAt.getTime() - 1), timeZone),
    minimum:
      minimumPeople && minimumAt
        ? {
            people: minimumPeople,
            day: dayOf(minimumAt, timeZone),
            minute: wallMinuteOf(minimumAt, timeZone),
          }
        : null,
  };
}

function placeOf({ placeKind, resourceId, address, communeId }: Row): EventFields["place"] {
  if (placeKind === "room") return { kind: "room", resourceId: resourceId ?? "" };
  if (placeKind === "elsewhere") return { kind: "elsewhere", address: address ?? "", communeId };
  return { kind: placeKind };
}
