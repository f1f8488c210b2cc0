import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, parseDay } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone, lockShared } from "@/lib/infra/locks";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import { getSpaceBySlug, type Space, type SpaceResource } from "@/lib/spaces/queries";
import type { Alternative } from "./alternatives/rules";
import { notifyOfBooking } from "./notices/commands";
import { canBook, canRunDay, isOwnBooking } from "./policy";
import { listAlternatives, listTakenIntervals } from "./queries";
import { bookableOn, cancellableUntil, decideSlot, slotOf, slotOpening } from "./rules";
import type {
  BookingPart,
  BookingRefusal,
  BookResourceInput,
  CancelBookingInput,
  CancellationRefusal,
} from "./schema";

export type BookedPlace = { id: string; resource: { id: string; name: string } };

/** What a refused booking says besides its code. */
export type BookingRefusalData = {
  alternatives: Alternative[];
  /** Own booking in the way, for `already_booked`. */
  bookingId?: string;
  /** Nearest day that may be booked, for `beyond_horizon` and `slot_over`. */
  nearestDay?: string;
  because?: string;
  reason?: string | null;
};

/** Name of the lock between bookings of a space (shared) and its closures (alone). */
export function spaceLock(slug: string): string {
  return `space ${slug}`;
}

/**
 * Books a desk or an office for the actor, a given one or the first free. The same idempotency key
 * answers with the same booking. Refuses every BookingRefusal, with alternatives; a lost race on
 * `booking_no_overlap` is `slot_taken`, like the check.
 */
export async function bookResource(
  actor: Actor,
  input: BookResourceInput,
  at: Date = now(),
): Promise<Result<BookedPlace, BookingRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const result = await inTransaction<BookedPlace, BookingRefusal>(async (tx) => {
    // The locks come before any reading: a closure committed meanwhile is then seen.
    await lockShared(tx, spaceLock(input.slug));
    await lockAlone(tx, `person ${actor.personId}`);
    const space = await getSpaceBySlug(input.slug, { first: input.day, last: input.day }, tx);
    const already = await findByKey(tx, actor, space.id, input.idempotencyKey);
    return already ? ok(already) : bookIn(tx, actor, space, input, at);
  });
  return result.ok ? result : withAlternatives(result, input, at);
}

async function bookIn(
  tx: Tx,
  actor: PersonActor,
  space: Space,
  input: BookResourceInput,
  at: Date,
): Promise<Result<BookedPlace, BookingRefusal>> {
  const refusal = decideSlot(space, input, at);
  if (refusal) return refuse(refusal.refusal, refusal.data);
  const opening = slotOpening(openingOfDay(space.calendar, input.day), input.part);
  if (!opening.open) return refuse("space_closed");
  const own = await findOwnBookingDuring(tx, actor.personId, opening);
  if (own) return refuse("already_booked", { bookingId: own });
  const resource = await takeResource(tx, space, input, opening, {
    personId: actor.personId,
    guestName: null,
    source: "member",
    createdBy: actor.personId,
    createdAt: at,
    idempotencyKey: input.idempotencyKey ?? null,
    checkedInAt: null,
    checkedInBy: null,
  });
  if (!resource.ok) return resource;
  await notifyOfBooking(tx, "booking-confirmed", resource.value.id);
  return resource;
}

type BookingFacts = {
  personId: string | null;
  guestName: string | null;
  source: "member" | "host" | "walk_in";
  createdBy: string | null;
  createdAt: Date;
  idempotencyKey: string | null;
  checkedInAt: Date | null;
  checkedInBy: string | null;
};

/**
 * Writes the booking on the wanted resource, else on the first free one; every write path of a new
 * booking goes through here. `ON CONFLICT DO NOTHING` meets `booking_no_overlap` without deadlock.
 */
export async function takeResource(
  tx: Tx,
  space: Space,
  wanted: { day: Day; part: BookingPart; resourceId?: string | undefined },
  during: Interval,
  facts: BookingFacts,
): Promise<Result<BookedPlace, "slot_taken" | "space_full" | "not_bookable">> {
  const candidates = await candidatesFor(tx, space, wanted);
  if (!candidates) return refuse("not_bookable");
  for (const resource of candidates) {
    const [row] = await tx.booking.createManyAndReturn({
      data: [
        {
          ...facts,
          spaceId: space.id,
          resourceId: resource.id,
          day: dateColumn(wanted.day),
          part: wanted.part,
          startsAt: during.startsAt,
          endsAt: during.endsAt,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (row) return ok({ id: row.id, resource: { id: resource.id, name: resource.name } });
  }
  return refuse(wanted.resourceId ? "slot_taken" : "space_full");
}

async function candidatesFor(
  tx: Tx,
  space: Space,
  wanted: { day: Day; part: BookingPart; resourceId?: string | undefined },
): Promise<SpaceResource[] | null> {
  if (wanted.resourceId) {
    const asked = bookableOn(space.resources, wanted.day).find(
      (resource) => resource.id === wanted.resourceId,
    );
    return asked ? [asked] : null;
  }
  const range = { first: wanted.day, last: wanted.day };
  const taken = (await listTakenIntervals([space.id], range, tx)).get(space.id) ?? [];
  return slotOf(space, taken, { day: wanted.day, part: wanted.part }).free;
}

/** The actor's live booking meeting that interval anywhere in the network; its id, or null. */
export async function findOwnBookingDuring(
  tx: Tx,
  personId: string,
  during: Interval,
): Promise<string | null> {
  const own = await tx.booking.findFirst({
    where: {
      personId,
      state: "confirmed",
      startsAt: { lt: during.endsAt, gt: new Date(during.startsAt.getTime() - 25 * 3_600_000) },
      endsAt: { gt: during.startsAt },
    },
    select: { id: true },
  });
  return own?.id ?? null;
}

async function findByKey(
  tx: Tx,
  actor: PersonActor,
  spaceId: string,
  idempotencyKey: string | undefined,
): Promise<BookedPlace | null> {
  if (!idempotencyKey) return null;
  return tx.booking.findFirst({
    where: { spaceId, personId: actor.personId, idempotencyKey },
    select: { id: true, resource: { select: { id: true, name: true } } },
  });
}

async function withAlternatives(
  refused: Refused<BookingRefusal>,
  input: BookResourceInput,
  at: Date,
): Promise<Refused<BookingRefusal>> {
  const details = { ...(typeof refused.data === "object" ? refused.data : {}) };
  const nearest = "nearestDay" in details ? parseDay(String(details.nearestDay)) : null;
  const wish = { ...input, day: nearest ?? input.day };
  return { ...refused, data: { ...details, alternatives: await listAlternatives(wish, at) } };
}

/**
 * Frees a booking: its member until the space's deadline, a host of the space at any time before its
 * end. Cancelling twice is the same as once. Refuses `too_late_to_cancel`, `already_checked_in`.
 */
export async function cancelBooking(
  actor: Actor,
  input: CancelBookingInput,
  at: Date = now(),
): Promise<Result<{ id: string }, CancellationRefusal>> {
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    const runsDay = canRunDay(actor, booking.spaceId);
    if (!isOwnBooking(actor, booking) && !runsDay) throw new NotFound();
    if (booking.state === "cancelled") return ok({ id: booking.id });
    if (booking.checkedInAt) return refuse("already_checked_in");
    const { space } = booking.resource;
    const until = cancellableUntil(
      { ...space, calendar: { timeZone: space.timeZone } },
      { day: dayFromColumn(booking.day), createdAt: booking.createdAt },
    );
    if (at >= booking.endsAt || (!runsDay && at >= until)) return refuse("too_late_to_cancel");
    await markCancelled(tx, actor, booking, { reason: input.reason ?? null, at });
    await notifyOfBooking(tx, "booking-cancelled", booking.id);
    return ok({ id: booking.id });
  });
}

/** Writes the cancellation and, when it is somebody else's booking, the journal; no check, no mail. */
export async function markCancelled(
  tx: Tx,
  actor: Actor,
  booking: { id: string; spaceId: string; personId: string | null },
  { reason, at }: { reason: string | null; at: Date },
): Promise<void> {
  await tx.booking.update({
    where: { spaceId_id: { spaceId: booking.spaceId, id: booking.id } },
    data: {
      state: "cancelled",
      cancelledAt: at,
      cancelledBy: personIdOf(actor),
      cancelReason: reason,
      sequence: { increment: 1 },
    },
  });
  if (isOwnBooking(actor, booking)) return;
  await writeJournal(tx, {
    actor,
    action: "booking.cancelled",
    spaceId: booking.spaceId,
    subjectId: booking.id,
    after: { reason },
  });
}

export type LockedBooking = Awaited<ReturnType<typeof lockBooking>>;

/** The booking, its row held until the transaction ends; NotFound for an unknown id. */
export async function lockBooking(tx: Tx, bookingId: string) {
  await tx.$queryRaw`SELECT id FROM bookings WHERE id = ${bookingId}::uuid FOR UPDATE`;
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      spaceId: true,
      personId: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      state: true,
      source: true,
      createdAt: true,
      checkedInAt: true,
      resource: {
        select: {
          space: { select: { timeZone: true, cancelDaysBefore: true, cancelUntilMinute: true } },
        },
      },
    },
  });
  if (!booking) throw new NotFound();
  return booking;
}
