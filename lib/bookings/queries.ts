import type { Actor, PersonActor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayFromColumn, eachDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, listSpaces, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { type Alternative, alternativesTo, type Wish } from "./alternatives/rules";
import { canSeeBooking, isOwnBooking } from "./policy";
import {
  cancellableUntil,
  decideSlot,
  lastBookableDay,
  type Slot,
  type SlotRefusal,
  slotOf,
  type TakenInterval,
} from "./rules";
import type { BookableKind, BookingPart } from "./schema";

/** A booking is never longer than this (constraint `booking_length`), so reads bound starts_at below. */
const longestBookingMs = 25 * 3_600_000;
const dayMs = 86_400_000;

type Range = { first: Day; last: Day };

/** Live bookings that may meet these local days, by space; half-open intervals, no names. */
export async function listTakenIntervals(
  spaceIds: string[],
  range: Range,
  client: Tx = db,
): Promise<Map<string, TakenInterval[]>> {
  // A day's slack on both sides covers every time zone.
  const from = new Date(dateColumn(range.first).getTime() - dayMs - longestBookingMs);
  const until = new Date(dateColumn(range.last).getTime() + 2 * dayMs);
  const rows = await client.$queryRaw<(TakenInterval & { spaceId: string })[]>(Prisma.sql`
    SELECT space_id AS "spaceId", resource_id AS "resourceId", starts_at AS "startsAt", ends_at AS "endsAt"
    FROM bookings
    WHERE space_id = ANY(${spaceIds}::uuid[]) AND starts_at >= ${from} AND starts_at < ${until}
      AND state = 'confirmed'`);
  const bySpace = new Map<string, TakenInterval[]>(spaceIds.map((id) => [id, []]));
  for (const { spaceId, ...interval } of rows) bySpace.get(spaceId)?.push(interval);
  return bySpace;
}

export type PlaceFound = { space: Space; slot: Slot<SpaceResource>; refusal: SlotRefusal | null };

/** Every space of the network with its free places for one part of one day; public. */
export async function searchPlaces(
  wanted: { day: Day; part: BookingPart; kinds?: readonly BookableKind[] },
  at: Date = now(),
): Promise<PlaceFound[]> {
  const spaces = await listSpacesWithBookings({ first: wanted.day, last: wanted.day });
  return spaces.map(({ bookings, ...space }) => ({
    space,
    slot: slotOf(space, bookings, wanted),
    refusal: decideSlot(space, wanted, at),
  }));
}

export type SpaceDay = {
  day: Day;
  slots: Record<BookingPart, Slot<SpaceResource> & { refusal: SlotRefusal | null }>;
};

/** Free places of one space over consecutive local days, every part of each; public; NotFound for an unknown slug. */
export async function getSpaceWithDays(
  slug: string,
  range: Range,
  at: Date = now(),
): Promise<{ space: Space; days: SpaceDay[]; lastDay: Day }> {
  const space = await getSpaceBySlug(slug, range);
  const taken = (await listTakenIntervals([space.id], range)).get(space.id) ?? [];
  const days = eachDay(range.first, range.last).map((day) => ({
    day,
    slots: {
      morning: slotWithRefusal(space, taken, day, "morning", at),
      afternoon: slotWithRefusal(space, taken, day, "afternoon", at),
      day: slotWithRefusal(space, taken, day, "day", at),
    },
  }));
  return { space, days, lastDay: lastBookableDay(space, at) };
}

function slotWithRefusal(
  space: Space,
  taken: TakenInterval[],
  day: Day,
  part: BookingPart,
  at: Date,
) {
  return { ...slotOf(space, taken, { day, part }), refusal: decideSlot(space, { day, part }, at) };
}

/** Every space with its hours and live bookings over these local days; public (no names). */
export async function listSpacesWithBookings(
  range: Range,
): Promise<(Space & { bookings: TakenInterval[] })[]> {
  const spaces = await listSpaces(range);
  const taken = await listTakenIntervals(
    spaces.map((space) => space.id),
    range,
  );
  return spaces.map((space) => ({ ...space, bookings: taken.get(space.id) ?? [] }));
}

/** Up to three free places near a refused wish (rules of alternativesTo); public. */
export async function listAlternatives(wish: Wish, at: Date = now()): Promise<Alternative[]> {
  const range = { first: wish.day, last: addDays(wish.day, 14) };
  return alternativesTo(wish, await listSpacesWithBookings(range), at);
}

export type BookingView = {
  id: string;
  day: Day;
  part: BookingPart;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  checkedInAt: Date | null;
  resource: { id: string; name: string };
  space: {
    slug: string;
    name: string;
    communeName: string;
    street: string;
    postalCode: string;
    timeZone: string;
  };
  /** Until when its member may cancel; null when no longer (or not theirs to cancel). */
  cancellableUntil: Date | null;
};

/** One booking, for its member or a host of its space; NotFound for everybody else. */
export async function getBooking(
  actor: Actor,
  bookingId: string,
  at: Date = now(),
): Promise<BookingView> {
  const row = await db.booking.findFirst({ where: { id: bookingId }, select: bookingSelect });
  if (!row || !canSeeBooking(actor, row)) throw new NotFound();
  const view = toBookingView(row, at);
  return isOwnBooking(actor, row) ? view : { ...view, cancellableUntil: null };
}

/** The member's own bookings: those not over yet, soonest first, and the last fifty over or cancelled. */
export async function listBookingsOfMember(
  actor: PersonActor,
  at: Date = now(),
): Promise<{ coming: BookingView[]; past: BookingView[] }> {
  const mine = { personId: actor.personId };
  const [coming, past] = await Promise.all([
    db.booking.findMany({
      where: { ...mine, state: "confirmed", endsAt: { gt: at } },
      select: bookingSelect,
      orderBy: { startsAt: "asc" },
      take: 200,
    }),
    db.booking.findMany({
      where: { ...mine, OR: [{ state: "cancelled" }, { endsAt: { lte: at } }] },
      select: bookingSelect,
      orderBy: { startsAt: "desc" },
      take: 50,
    }),
  ]);
  return {
    coming: coming.map((row) => toBookingView(row, at)),
    past: past.map((row) => toBookingView(row, at)),
  };
}

const bookingSelect = {
  id: true,
  spaceId: true,
  personId: true,
  day: true,
  part: true,
  startsAt: true,
  endsAt: true,
  createdAt: true,
  cancelledAt: true,
  cancelReason: true,
  checkedInAt: true,
  resource: {
    select: {
      id: true,
      name: true,
      space: {
        select: {
          slug: true,
          name: true,
          street: true,
          postalCode: true,
          timeZone: true,
          cancelDaysBefore: true,
          cancelUntilMinute: true,
          commune: { select: { name: true } },
        },
      },
    },
  },
} satisfies Prisma.BookingSelect;

type BookingRow = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>;

function toBookingView(row: BookingRow, at: Date): BookingView {
  const { space } = row.resource;
  const day = dayFromColumn(row.day);
  const until = cancellableUntil(
    { ...space, calendar: { timeZone: space.timeZone } },
    { day, createdAt: row.createdAt },
  );
  const mayCancel = !row.cancelledAt && !row.checkedInAt && at < until && at < row.endsAt;
  return {
    id: row.id,
    day,
    part: row.part,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    cancelledAt: row.cancelledAt,
    cancelReason: row.cancelReason,
    checkedInAt: row.checkedInAt,
    resource: { id: row.resource.id, name: row.resource.name },
    space: {
      slug: space.slug,
      name: space.name,
      communeName: space.commune.name,
      street: space.street,
      postalCode: space.postalCode,
      timeZone: space.timeZone,
    },
    cancellableUntil: mayCancel ? until : null,
  };
}
