import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { Prisma, type Tx, violatedConstraint } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { cancellableUntil } from "../rules";
import { stateAfter } from "../states/rules";
import type { BookingState, BookingVerb, KeepingVerb } from "../states/schema";

/** A booking as the verbs need it, its row held until the transaction ends. */
export type StandingBooking = {
  id: string;
  spaceId: string;
  personId: string | null;
  state: BookingState;
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
};

export type Change<Verb extends BookingVerb = BookingVerb> = {
  verb: Verb;
  at: Date;
  reason?: string | null;
  closureId?: string | null;
  /** What was before, when it is not the state alone. */
  before?: Record<string, unknown>;
  /** Where a reinstatement leads back to, when that was not « confirmed ». */
  to?: BookingState;
};

/**
 * Says a verb of a booking that frees nothing; one that may free a place is said by `freeBooking`
 * (lib/bookings/freeings/commands.ts). Refuses as `writeChange`.
 */
export async function changeBooking(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Change<KeepingVerb>,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  return writeChange(tx, actor, booking, change, data);
}

export type ChangeRefusal = "wrong_state" | "slot_taken" | "house_full";

/**
 * Writes a verb of a booking: its new state, the columns given with it, a line of its history, and its
 * webhooks. Refuses `wrong_state` where the table of states has no such way, and `slot_taken` when the
 * arrival in a live state or at another place meets `booking_no_overlap`, `house_full` when it meets
 * `house_never_too_full`. Called by `changeBooking` and
 * `freeBooking` alone: whoever waits for the place would be forgotten.
 */
export async function writeChange(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Change,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  const after = stateAfter(change.verb, booking.state);
  if (!after) return refuse("wrong_state", { state: booking.state });
  const state = change.to ?? after;
  const stands = state === "requested" || state === "held" || state === "confirmed";
  const ending = stands
    ? { endedAt: null, endedBy: null, endReason: null }
    : {
        endedAt: change.at,
        endedBy: personIdOf(actor),
        endReason: change.reason ?? null,
        lapsesAt: null,
      };
  try {
    await tx.booking.update({
      where: { spaceId_id: { spaceId: booking.spaceId, id: booking.id } },
      data: { state, ...ending, sequence: { increment: 1 }, ...data },
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refuse(refusal, { state: booking.state });
    throw error;
  }
  await tx.bookingChange.create({
    data: {
      spaceId: booking.spaceId,
      bookingId: booking.id,
      at: change.at,
      actorId: personIdOf(actor),
      verb: change.verb,
      fromState: booking.state,
      toState: state,
      reason: change.reason ?? null,
      closureId: change.closureId ?? null,
      ...(change.before ? { before: change.before as Prisma.InputJsonObject } : {}),
    },
  });
  await tellWebhooks(tx, booking.spaceId, [booking.id], stands ? "changed" : "cancelled");
  return ok({ id: booking.id });
}

/** What of our own a write of a booking broke; null for any other error. */
function refusalOf(error: unknown): ChangeRefusal | null {
  const constraint = violatedConstraint(error);
  if (constraint === "booking_no_overlap") return "slot_taken";
  if (constraint === "house_never_too_full") return "house_full";
  // The event has another room by now, or none: nothing is left to take back.
  return constraint === "event_room_has_event" ? "wrong_state" : null;
}

/** Tells the webhooks that these bookings of a space changed or ended, in the transaction that did it. */
export async function tellWebhooks(
  tx: Tx,
  spaceId: string,
  bookingIds: string[],
  what: "changed" | "cancelled",
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT tell_webhooks(${spaceId}::uuid, id, ${`booking.${what}`})
    FROM unnest(${bookingIds}::uuid[]) AS id`);
}

/**
 * Holds these resources against other moves until the transaction ends, always in the same order: an
 * UPDATE that meets the constraint has no ON CONFLICT, two of them crossing would deadlock.
 */
export async function lockResources(tx: Tx, resourceIds: string[]): Promise<void> {
  for (const id of [...new Set(resourceIds)].sort()) await lockAlone(tx, `resource ${id}`);
}

/**
 * Name of the lock of a space: whoever takes a place holds it shared (`take_place`), whoever closes the
 * space or changes a booking holds it alone, before any row, so that a place freed is offered to whoever
 * waits while nobody else takes it. Several spaces: take their locks in sorted order.
 */
export function spaceLock(spaceId: string): string {
  return `space ${spaceId}`;
}

/** Name of the lock on what counts a person's other bookings (taken in `take_place` too). */
export function personLock(personId: string): string {
  return `person ${personId}`;
}

export type LockedBooking = Awaited<ReturnType<typeof lockBooking>>;

/** The booking, its space held alone and its row until the transaction ends; NotFound for an unknown id. */
export async function lockBooking(tx: Tx, bookingId: string) {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('space ' || space_id, 0))
    FROM bookings WHERE id = ${bookingId}::uuid`;
  await tx.$queryRaw`SELECT id FROM bookings WHERE id = ${bookingId}::uuid FOR UPDATE`;
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      spaceId: true,
      resourceId: true,
      personId: true,
      guestName: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      state: true,
      source: true,
      createdAt: true,
      lapsesAt: true,
      checkedInAt: true,
      checkedOutAt: true,
      seriesId: true,
      companions: true,
      people: true,
      note: true,
      resource: {
        select: {
          name: true,
          kind: true,
          cancelNoticeMinutes: true,
          space: {
            select: {
              slug: true,
              timeZone: true,
              cancelDaysBefore: true,
              cancelUntilMinute: true,
              noShowGraceMinutes: true,
            },
          },
        },
      },
    },
  });
  if (!booking) throw new NotFound();
  const { resource, ...row } = booking;
  const { space, cancelNoticeMinutes } = resource;
  const day = dayFromColumn(booking.day);
  const terms = { ...space, cancelNoticeMinutes, calendar: { timeZone: space.timeZone } };
  return {
    ...row,
    day,
    kind: resource.kind,
    resourceName: resource.name,
    space,
    cancellableUntil: cancellableUntil(terms, { ...booking, day }),
  };
}
