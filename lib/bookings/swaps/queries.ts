import type { Actor } from "@/lib/core/actor";
import { type Day, dayFromColumn } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import type { ResourceKind } from "@/lib/spaces/schema";
import { notTheirs } from "../handovers/queries";
import { canDo } from "../policy";
import type { BookedPart } from "../schema";
import { decideSwap, isSwappable, readSwapCode, type Swapped, swapCodeOf } from "./rules";

/** A booking as an exchange sees it, without anybody's name. */
export type SwapPlace = Interval & {
  id: string;
  spaceId: string;
  day: Day;
  part: BookedPart;
  resourceName: string;
  spaceName: string;
  communeName: string;
  timeZone: string;
};

export type SwappedBooking = Swapped &
  SwapPlace & { kind: ResourceKind; resourceId: string; habilitationId: string | null };

/** One booking with what decides whether it may be exchanged; null for an unknown id. For this domain's commands. */
export async function findSwapped(tx: Tx, bookingId: string): Promise<SwappedBooking | null> {
  const row = await tx.booking.findFirst({ where: { id: bookingId }, select: swappedSelect });
  return row && toSwapped(row);
}

/**
 * The booking to come that a code names, in any space; null when none or, once in an age, two. Each
 * space is looked through from now on by its own index.
 */
export async function findBookingByCode(
  tx: Tx,
  code: string,
  at: Date,
): Promise<SwappedBooking | null> {
  const end = readSwapCode(code);
  if (!end) return null;
  const found = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT b.id FROM spaces s CROSS JOIN LATERAL (
      SELECT id FROM bookings
      WHERE space_id = s.id AND starts_at > ${at} AND state = 'confirmed' AND right(id::text, 10) = ${end}
      OFFSET 0) b
    LIMIT 2`);
  const [only, second] = found;
  return only && !second ? findSwapped(tx, only.id) : null;
}

export type SwapView = {
  id: string;
  state: "proposed" | "done" | "declined" | "withdrawn";
  message: string | null;
  createdAt: Date;
  /** Where and when the other booking is. */
  other: SwapPlace;
};

export type SwapsOfBooking = {
  /** What one gives to whoever would exchange. */
  code: string;
  isSwappable: boolean;
  received: SwapView[];
  sent: SwapView[];
};

const mostShown = 10;

/** The code of one's booking, the proposals that wait for one's answer, and one's own; NotFound (or HandedOver) for everybody else. */
export async function listSwapsOfBooking(
  actor: Actor,
  bookingId: string,
  at: Date = now(),
): Promise<SwapsOfBooking> {
  const booking = await findSwapped(db, bookingId);
  if (!booking?.personId || !canDo(actor, "swap", booking)) {
    throw await notTheirs(db, actor, bookingId);
  }
  const { personId } = booking;
  const swaps = await db.swap.findMany({
    where: {
      OR: [
        { wantedId: bookingId, proposedTo: personId, state: "proposed" },
        { offeredId: bookingId, proposedBy: personId },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: mostShown * 2,
  });
  const others = await db.booking.findMany({
    where: { id: { in: swaps.map((swap) => otherOf(swap, bookingId)) } },
    select: swappedSelect,
  });
  const views = swaps.flatMap((swap) => {
    const row = others.find(({ id }) => id === otherOf(swap, bookingId));
    return row ? [{ swap, other: toSwapped(row) }] : [];
  });
  const received = views.filter(
    ({ swap, other }) => swap.wantedId === bookingId && decideSwap(other, booking, at) === null,
  );
  const sent = views.filter(({ swap }) => swap.offeredId === bookingId);
  return {
    code: swapCodeOf(bookingId),
    isSwappable: isSwappable(booking, at),
    received: received.map(toView),
    sent: sent.slice(0, mostShown).map(toView),
  };
}

function otherOf(swap: { offeredId: string; wantedId: string }, bookingId: string): string {
  return swap.offeredId === bookingId ? swap.wantedId : swap.offeredId;
}

function toView({
  swap: { id, state, message, createdAt },
  other: { personId: _hidden, companions: _theirs, habilitationId: _asked, ...other },
}: {
  swap: Omit<SwapView, "other">;
  other: SwappedBooking;
}): SwapView {
  return { id, state, message, createdAt, other };
}

const swappedSelect = {
  id: true,
  spaceId: true,
  personId: true,
  resourceId: true,
  day: true,
  part: true,
  startsAt: true,
  endsAt: true,
  state: true,
  lapsesAt: true,
  checkedInAt: true,
  companions: true,
  resource: {
    select: {
      name: true,
      kind: true,
      capacity: true,
      needsApproval: true,
      habilitationId: true,
      space: { select: { name: true, timeZone: true, commune: { select: { name: true } } } },
    },
  },
} satisfies Prisma.BookingSelect;

function toSwapped({
  resource: { name, kind, capacity, needsApproval, habilitationId, space },
  day,
  ...row
}: Prisma.BookingGetPayload<{ select: typeof swappedSelect }>): SwappedBooking {
  return {
    ...row,
    ...{ kind, capacity, needsApproval, habilitationId },
    day: dayFromColumn(day),
    resourceName: name,
    spaceName: space.name,
    communeName: space.commune.name,
    timeZone: space.timeZone,
  };
}
