import type { Actor } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { canRunDay, isOwnBooking } from "../policy";
import { type BookingView, bookingSelect, toBookingView } from "../queries";

export type BookingPage = { items: BookingView[]; last: Position | null; hasMore: boolean };

/** Where a page ended: bookings are read from the latest start to the earliest. */
export type Position = { startsAt: Date; id: string };

export type PageWanted = {
  limit: number;
  after?: Position | undefined;
  /** The bookings of this space, for whoever runs its day, instead of one's own. */
  slug?: string | undefined;
  /** Half-open bounds of the start. */
  from?: Date | undefined;
  until?: Date | undefined;
};

/**
 * One's own bookings, or those of a space whose day one runs (NotFound otherwise), whatever their
 * state, latest start first; pages never skip nor repeat a booking that stays where it is.
 */
export async function listBookingPage(
  actor: Actor,
  { limit, after, slug, from, until }: PageWanted,
  at: Date = now(),
): Promise<BookingPage> {
  const rows = await db.booking.findMany({
    where: {
      ...(await scopeOf(actor, slug)),
      startsAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) },
      ...(after ? { OR: beyond(after) } : {}),
    },
    select: bookingSelect,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => {
    const view = toBookingView(row, at);
    return isOwnBooking(actor, row) ? view : { ...view, cancellableUntil: null };
  });
  const last = items.at(-1);
  return {
    items,
    last: last ? { startsAt: last.startsAt, id: last.id } : null,
    hasMore: rows.length > limit,
  };
}

function beyond({ startsAt, id }: Position): Prisma.BookingWhereInput[] {
  return [{ startsAt: { lt: startsAt } }, { startsAt, id: { lt: id } }];
}

async function scopeOf(actor: Actor, slug: string | undefined): Promise<Prisma.BookingWhereInput> {
  if (actor.kind !== "person") throw new Unauthenticated();
  if (slug === undefined) return { personId: actor.personId };
  const space = await db.space.findUnique({ where: { slug }, select: { id: true } });
  if (!space || !canRunDay(actor, space.id)) throw new NotFound();
  return { spaceId: space.id };
}

export type KeyedBooking = { booking: BookingView; isWhereMade: boolean };

/**
 * The actor's booking made under that idempotency key, in any space, and whether it still is where it
 * was made (moved, it no longer tells what was asked for); null when there is none.
 */
export async function findBookingByKey(
  actor: Actor,
  idempotencyKey: string,
  at: Date = now(),
): Promise<KeyedBooking | null> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const row = await db.booking.findFirst({
    where: { personId: actor.personId, idempotencyKey },
    select: { ...bookingSelect, changes: { select: { verb: true } } },
  });
  if (!row) return null;
  const isMoved = row.changes.some(({ verb }) => verb === "move" || verb === "swap");
  return { booking: toBookingView(row, at), isWhereMade: !isMoved };
}
