import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { withAlternativesTo } from "../alternatives/queries";
import { cancelLocked, noteInJournal } from "../commands";
import { freeBooking } from "../freeings/commands";
import { notTheirs } from "../handovers/queries";
import {
  type ChangeRefusal,
  changeBooking,
  type LockedBooking,
  lockBooking,
  personLock,
} from "../places/commands";
import { canDo, canRunDay } from "../policy";
import { type BookingIdInput, type CheckInRefusal, seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";
import { againOnceSettled } from "../settlements/commands";
import { lapseOf, stateAt } from "../states/rules";
import type { BookingVerb } from "../states/schema";

const absent = { checkedInAt: null, checkedInBy: null };

type Outcome = Result<{ id: string }, CheckInRefusal>;

/**
 * Notes an arrival, on its local day only; noting it twice is the same as once. Whoever arrives after
 * the grace has the place back when nobody took it, `slot_taken` otherwise, with alternatives; and when
 * they have no other seat by then (`already_booked`, with `bookingId`). Hosts of the space.
 */
export async function checkIn(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Outcome> {
  let tried: LockedBooking | null = null;
  const arrive = () =>
    inTransaction<{ id: string }, CheckInRefusal>(async (tx) => {
      const booking = await lockForToday(tx, actor, "check_in", input, at);
      if (!booking.ok) return booking;
      tried = booking.value;
      if (!canRunDay(actor, tried.spaceId)) throw new NotFound();
      return noteArrival(tx, actor, tried, at);
    });
  const result = await againOnceSettled(db, arrive, () => tried, at);
  if (result.ok || result.refusal !== "slot_taken") return result;
  return withAlternativesTo(result, input.bookingId, {}, at);
}

/**
 * Writes an arrival on a booking already held by the transaction, whoever may note it; twice is the
 * same as once. After the grace refuses `slot_taken` when somebody else had the place, `already_booked`
 * when the person has another seat since.
 */
export async function noteArrival(
  tx: Tx,
  actor: Actor,
  booking: LockedBooking,
  at: Date,
): Promise<Outcome> {
  if (booking.checkedInAt) return ok({ id: booking.id });
  const other = await seatSinceTheGrace(tx, booking, at);
  if (other) return refuse("already_booked", { bookingId: other });
  const presence = { checkedInAt: at, checkedInBy: personIdOf(actor), lapsesAt: null };
  // Still written « confirmed », the place was never lost; once settled it must be had again.
  const verb = booking.state === "no_show" ? "reinstate" : "check_in";
  const arrived = await changeBooking(tx, actor, booking, { verb, at }, presence);
  return noted(tx, actor, booking, arrived, "arrival.noted");
}

/** What had lapsed kept its person from no other seat: the one they have by now, or null. */
async function seatSinceTheGrace(tx: Tx, booking: LockedBooking, at: Date): Promise<string | null> {
  const { personId } = booking;
  if (!personId || stateAt(booking, at) !== "no_show") return null;
  if (!seatKinds.some((kind) => kind === booking.kind)) return null;
  await lockAlone(tx, personLock(personId));
  return findOwnBookingDuring(tx, personId, booking, at, [booking.id]);
}

/**
 * Takes an arrival back, on its local day only. A walk-in exists by its arrival alone, so undoing it
 * cancels the booking and frees the place. Refuses `not_there` once they have left. Hosts of the space.
 */
export async function undoCheckIn(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, CheckInRefusal>(async (tx) => {
    const found = await lockBooking(tx, input.bookingId);
    if (!canDo(actor, "undo_check_in", found)) throw new NotFound();
    if (found.state === "cancelled") return ok({ id: found.id });
    const booking = await lockForToday(tx, actor, "undo_check_in", input, at);
    if (!booking.ok) return booking;
    return undoLocked(tx, actor, booking.value, at);
  });
}

async function undoLocked(tx: Tx, actor: Actor, value: LockedBooking, at: Date): Promise<Outcome> {
  // Whoever has left was there: what they no longer hold may be somebody else's by now.
  if (value.checkedOutAt) return refuse("not_there");
  if (value.source === "walk_in") {
    if (stateAt(value, at) !== "confirmed") return refuse("booking_cancelled");
    const change = { reason: "arrival_undone", at };
    const gone = await cancelLocked(tx, actor, value, change, absent);
    return gone.ok ? gone : refuse("booking_cancelled");
  }
  if (!value.checkedInAt) return ok({ id: value.id });
  // The wait begins anew: nobody loses a place by a slip of the host's finger.
  const lapsesAt = lapseOf(value.space.noShowGraceMinutes, {
    startsAt: value.startsAt,
    createdAt: at,
    checkedInAt: null,
  });
  const absence = { ...absent, lapsesAt };
  const undone = await changeBooking(tx, actor, value, { verb: "undo_check_in", at }, absence);
  return noted(tx, actor, value, undone, "arrival.undone");
}

/**
 * Notes a departure, on its local day, of somebody who is there; what is left of the booking is free
 * from that instant. Twice is the same as once. The member, hosts of the space.
 */
export async function checkOut(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, CheckInRefusal>(async (tx) => {
    const booking = await lockForToday(tx, actor, "check_out", input, at);
    if (!booking.ok) return booking;
    const { value } = booking;
    if (value.checkedOutAt) return ok({ id: value.id });
    if (!value.checkedInAt) return refuse("not_there");
    const left = at > value.startsAt ? at : new Date(value.startsAt.getTime() + 60_000);
    const departure = { checkedOutAt: at, ...(left < value.endsAt ? { heldUntil: left } : {}) };
    const gone = await freeBooking(tx, actor, value, { verb: "check_out", at }, departure);
    return noted(tx, actor, value, gone, "departure.noted");
  });
}

/** Notes that nobody came, once the booking has begun; its place is free from then on. Hosts of the space. */
export async function markNoShow(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, CheckInRefusal>(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    if (!canDo(actor, "mark_no_show", booking)) throw new NotFound();
    if (booking.source === "event") return refuse("belongs_to_event");
    if (booking.state === "no_show") return ok({ id: booking.id });
    if (booking.state !== "confirmed") return refuse("booking_cancelled");
    if (booking.checkedInAt) return refuse("already_there");
    if (booking.startsAt > at) return refuse("not_begun");
    const missed = await freeBooking(tx, actor, booking, { verb: "mark_no_show", at });
    return noted(tx, actor, booking, missed, "no_show.noted");
  });
}

async function lockForToday(
  tx: Tx,
  actor: Actor,
  verb: BookingVerb,
  { bookingId }: BookingIdInput,
  at: Date,
): Promise<Result<LockedBooking, CheckInRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (!canDo(actor, verb, booking)) throw await notTheirs(tx, actor, bookingId);
  if (booking.source === "event") return refuse("belongs_to_event");
  const state = stateAt(booking, at);
  if (state !== "confirmed" && state !== "no_show") return refuse("booking_cancelled");
  if (booking.day !== dayOf(at, booking.space.timeZone)) return refuse("not_today");
  return ok(booking);
}

async function noted(
  tx: Tx,
  actor: Actor,
  booking: LockedBooking,
  changed: Result<{ id: string }, ChangeRefusal>,
  action: string,
): Promise<Outcome> {
  if (!changed.ok) {
    return refuse(changed.refusal === "wrong_state" ? "booking_cancelled" : changed.refusal);
  }
  await noteInJournal(tx, actor, booking, action);
  return changed;
}
