import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { type LockedBooking, lockBooking, markCancelled } from "../commands";
import { canRunDay } from "../policy";
import type { BookingIdInput, CheckInRefusal } from "../schema";

/** Notes an arrival, on its local day only; noting it twice is the same as once. Hosts of the space. */
export async function checkIn(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Result<{ id: string }, CheckInRefusal>> {
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    if (!canRunDay(actor, booking.spaceId)) throw new NotFound();
    if (booking.state === "cancelled") return refuse("booking_cancelled");
    const today = dayOf(at, booking.resource.space.timeZone);
    if (dayFromColumn(booking.day) !== today) return refuse("not_today");
    if (!booking.checkedInAt) await markPresence(tx, actor, booking, at);
    return ok({ id: booking.id });
  });
}

/**
 * Takes an arrival back, on its local day only. A walk-in exists by its arrival alone, so undoing it
 * cancels the booking and frees the place. Hosts of the space.
 */
export async function undoCheckIn(
  actor: Actor,
  input: BookingIdInput,
  at: Date = now(),
): Promise<Result<{ id: string }, CheckInRefusal>> {
  return inTransaction(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    if (!canRunDay(actor, booking.spaceId)) throw new NotFound();
    if (booking.state === "cancelled") return ok({ id: booking.id });
    const today = dayOf(at, booking.resource.space.timeZone);
    if (dayFromColumn(booking.day) !== today) return refuse("not_today");
    if (booking.checkedInAt) await markPresence(tx, actor, booking, null);
    if (booking.source === "walk_in") {
      await markCancelled(tx, actor, booking, { reason: "arrival_undone", at });
    }
    return ok({ id: booking.id });
  });
}

async function markPresence(tx: Tx, actor: Actor, booking: LockedBooking, at: Date | null) {
  await tx.booking.update({
    where: { spaceId_id: { spaceId: booking.spaceId, id: booking.id } },
    data: { checkedInAt: at, checkedInBy: at ? personIdOf(actor) : null },
  });
  await writeJournal(tx, {
    actor,
    action: at ? "arrival.noted" : "arrival.undone",
    spaceId: booking.spaceId,
    subjectId: booking.id,
  });
}
