import type { Actor, PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, eachDay } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, rowsOf, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, listSpaces, type Space, type SpaceResource } from "@/lib/spaces/queries";
import type { ResourceKind } from "@/lib/spaces/schema";
import { notTheirs } from "./handovers/queries";
import { decideMoment } from "./moments/rules";
import { canSeeBooking, isOwnBooking } from "./policy";
import {
  cancellableUntil,
  decideSlot,
  lastBookableDay,
  longestBookingMs,
  openToAll,
  type Slot,
  type SlotRefusal,
  slotOf,
  type TakenInterval,
} from "./rules";
import { type BookedPart, type BookingPart, seatKinds } from "./schema";
import { stateAt } from "./states/rules";
import type { BookingState } from "./states/schema";

const dayMs = 86_400_000;

type Range = { first: Day; last: Day };

/**
 * What keeps resources of these spaces from being had over these local days, by space, buffers
 * included, no names: live bookings less those lapsed at that instant (a room and its parts keep each
 * other), closures of one resource, busy times of outside calendars. One query whatever the resources.
 */
export async function listTakenIntervals(
  spaces: Space[],
  range: Range,
  at: Date,
  client: Tx = db,
): Promise<Map<string, TakenInterval[]>> {
  // A day's slack on both sides covers every time zone.
  const from = new Date(dateColumn(range.first).getTime() - dayMs - longestBookingMs);
  const until = new Date(dateColumn(range.last).getTime() + 2 * dayMs);
  const rows = await rowsOf<TakenInterval & { spaceId: string }>(client, takenIntervals, [
    ...[spaces.map((space) => space.id), from, until, at],
  ]);
  return new Map(
    spaces.map((space) => [
      space.id,
      takenOf(
        space,
        rows.filter((row) => row.spaceId === space.id),
      ),
    ]),
  );
}

const takenIntervals = {
  name: "taken_intervals",
  text: `SELECT space_id AS "spaceId", resource_id AS "resourceId", held_from AS "startsAt", held_until AS "endsAt"
    FROM bookings
    WHERE space_id = ANY($1::uuid[]) AND starts_at >= $2 AND starts_at < $3
      AND state IN ('confirmed', 'held') AND (lapses_at IS NULL OR lapses_at > $4)
    UNION ALL
    SELECT space_id, resource_id, starts_at, ends_at FROM busy_blocks
    WHERE space_id = ANY($1::uuid[]) AND starts_at >= $2 AND starts_at < $3`,
};

function takenOf(space: Space, rows: TakenInterval[]): TakenInterval[] {
  const sharing = new Map(space.resources.map(({ id, sharesWith }) => [id, sharesWith]));
  const held = rows.flatMap(({ resourceId, startsAt, endsAt }) =>
    [resourceId, ...(sharing.get(resourceId) ?? [])].map((id) => ({
      resourceId: id,
      startsAt,
      endsAt,
    })),
  );
  const closed = space.resources.flatMap(({ id, closures }) =>
    closures.map(({ startsAt, endsAt }) => ({ resourceId: id, startsAt, endsAt })),
  );
  return [...held, ...closed];
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
  kinds: readonly ResourceKind[] = seatKinds,
): Promise<{ space: Space; days: SpaceDay[]; lastDay: Day }> {
  const space = await getSpaceBySlug(slug);
  const taken = (await listTakenIntervals([space], range, at)).get(space.id) ?? [];
  const shown = (day: Day, part: BookingPart): SpaceDay["slots"][BookingPart] => {
    const all = slotOf(space, taken, { day, part, kinds });
    const slot = openToAll(space, all, day, at);
    const [first] = slot.free.length + slot.taken.length === 0 ? [...all.free, ...all.taken] : [];
    return { ...slot, refusal: whyNobody(space, { day, part }, first, at) };
  };
  const days = eachDay(range.first, range.last).map((day) => ({
    day,
    slots: {
      morning: shown(day, "morning"),
      afternoon: shown(day, "afternoon"),
      day: shown(day, "day"),
    },
  }));
  return { space, days, lastDay: lastBookableDay(space, at) };
}

/** Why nobody may book a slot: the space's reason, else that of the resource it would be, when none may be. */
function whyNobody(
  space: Space,
  wanted: { day: Day; part: BookingPart },
  resource: SpaceResource | undefined,
  at: Date,
): SlotRefusal | null {
  const refusal = decideSlot(space, wanted, at);
  if (refusal || !resource) return refusal;
  const decided = decideMoment(space, resource, wanted, at);
  return decided.ok ? null : { refusal: decided.refusal, data: decided.data ?? {} };
}

/** Every space with its hours and what is taken over these local days; public (no names). */
export async function listSpacesWithBookings(
  range: Range,
  at: Date,
): Promise<(Space & { bookings: TakenInterval[] })[]> {
  const spaces = await listSpaces();
  const taken = await listTakenIntervals(spaces, range, at);
  return spaces.map((space) => ({ ...space, bookings: taken.get(space.id) ?? [] }));
}

export type BookingView = {
  id: string;
  day: Day;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  /** As it is at the instant of the reading, whatever job has run. */
  state: BookingState;
  endedAt: Date | null;
  endReason: string | null;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  /** End of an offer, of a request, or of the wait for an arrival. */
  lapsesAt: Date | null;
  sequence: number;
  companions: string[];
  note: string | null;
  seriesId: string | null;
  resource: { id: string; name: string; kind: ResourceKind };
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

/** One booking, for its member or a host of its space; NotFound (or HandedOver) for everybody else. */
export async function getBooking(
  actor: Actor,
  bookingId: string,
  at: Date = now(),
): Promise<BookingView> {
  const row = await db.booking.findFirst({ where: { id: bookingId }, select: bookingSelect });
  if (!row || !canSeeBooking(actor, row)) throw await notTheirs(db, actor, bookingId);
  const view = toBookingView(row, at);
  return isOwnBooking(actor, row) ? view : { ...view, cancellableUntil: null };
}

/** The member's own bookings: those not over yet, soonest first, and the last fifty over or cancelled. */
export async function listBookingsOfMember(
  actor: PersonActor,
  at: Date = now(),
): Promise<{ coming: BookingView[]; past: BookingView[] }> {
  // Places offered are not theirs until they accept: those are read with the waiting list.
  const taken = { OR: [{ waitingEntryId: null }, { waitingEntry: { state: "served" as const } }] };
  const mine = { personId: actor.personId, AND: [taken] };
  const [coming, past] = await Promise.all([
    db.booking.findMany({
      where: { ...mine, ...standingAt(at) },
      select: bookingSelect,
      orderBy: { startsAt: "asc" },
      take: 200,
    }),
    db.booking.findMany({
      where: { ...mine, NOT: standingAt(at) },
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

/** Not over, still asked for or sure at that instant. */
function standingAt(at: Date) {
  return {
    state: { in: ["requested", "confirmed"] },
    endsAt: { gt: at },
    OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
  } satisfies Prisma.BookingWhereInput;
}

/** Columns of a BookingView. */
export const bookingSelect = {
  id: true,
  spaceId: true,
  personId: true,
  day: true,
  part: true,
  startsAt: true,
  endsAt: true,
  createdAt: true,
  state: true,
  endedAt: true,
  endReason: true,
  checkedInAt: true,
  checkedOutAt: true,
  lapsesAt: true,
  sequence: true,
  companions: true,
  note: true,
  seriesId: true,
  resource: {
    select: {
      id: true,
      name: true,
      kind: true,
      cancelNoticeMinutes: true,
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

export type BookingRow = Prisma.BookingGetPayload<{ select: typeof bookingSelect }>;

/** A row as it is at that instant. */
export function toBookingView(row: BookingRow, at: Date): BookingView {
  const { space } = row.resource;
  const day = dayFromColumn(row.day);
  const state = stateAt(row, at);
  const until = cancellableUntil(
    {
      ...space,
      cancelNoticeMinutes: row.resource.cancelNoticeMinutes,
      calendar: { timeZone: space.timeZone },
    },
    { ...row, day },
  );
  const stands = state === "confirmed" || state === "held" || state === "requested";
  const mayCancel = stands && !row.checkedInAt && at < until && at < row.endsAt;
  const { id, part, startsAt, endsAt, checkedInAt, checkedOutAt, lapsesAt, sequence } = row;
  const { companions, note, seriesId, endReason } = row;
  return {
    ...{ id, day, part, startsAt, endsAt, state, checkedInAt, checkedOutAt, lapsesAt, sequence },
    ...{ companions, note, seriesId, endReason },
    endedAt: row.endedAt ?? (stands ? null : row.lapsesAt),
    resource: { id: row.resource.id, name: row.resource.name, kind: row.resource.kind },
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
