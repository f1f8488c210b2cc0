import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { noteInJournal } from "../commands";
import { freeBookings } from "../freeings/commands";
import { type LockedBooking, lockBooking, spaceLock } from "../places/commands";
import { canRunDay } from "../policy";
import { decideCancellation } from "../rules";
import type { CancellationRefusal } from "../schema";
import { stateAt } from "../states/rules";

/**
 * Holds several bookings until the transaction ends, in the order of their start. Their spaces first,
 * alone, then their rows, both in sorted order: whoever changes several meets others in one order, and
 * no place is taken meanwhile that one of them leaves or comes to.
 */
export async function lockBookings(
  tx: Tx,
  bookings: { id: string; spaceId: string }[],
): Promise<LockedBooking[]> {
  const spaces = [...new Set(bookings.map(({ spaceId }) => spaceId))].sort();
  for (const id of spaces) await lockAlone(tx, spaceLock(id));
  const held: LockedBooking[] = [];
  for (const id of bookings.map((booking) => booking.id).sort()) {
    held.push(await lockBooking(tx, id));
  }
  return held.sort((a, b) => +a.startsAt - +b.startsAt || a.id.localeCompare(b.id));
}

export type BatchCancelled = {
  cancelled: LockedBooking[];
  /** Left as they are: too late for their member, or somebody is already there. */
  kept: { booking: LockedBooking; refusal: CancellationRefusal }[];
};

/** Cancels those that may be, each as if alone, and says which stay; over or ended ones are passed over. No mail. */
export async function cancelEach(
  tx: Tx,
  actor: Actor,
  bookings: LockedBooking[],
  at: Date,
): Promise<BatchCancelled> {
  const result: BatchCancelled = { cancelled: [], kept: [] };
  for (const booking of bookings.filter((each) => isStanding(each, at))) {
    const refusal = decideCancellation(booking, canRunDay(actor, booking.spaceId), at);
    if (refusal) result.kept.push({ booking, refusal });
    else result.cancelled.push(booking);
  }
  // Space by space: all is freed before anything is offered to whoever waits there.
  for (const spaceId of [...new Set(result.cancelled.map((booking) => booking.spaceId))].sort()) {
    const ofSpace = result.cancelled.filter((booking) => booking.spaceId === spaceId);
    const freed = await freeBookings(tx, actor, ofSpace, () => ({ verb: "cancel", at }));
    if (!freed.ok) throw new Error(`a standing booking does not cancel: ${freed.refusal}`);
    for (const booking of ofSpace) await noteInJournal(tx, actor, booking, "booking.cancelled");
  }
  return result;
}

function isStanding(booking: LockedBooking, at: Date): boolean {
  const state = stateAt(booking, at);
  const stands = state === "requested" || state === "held" || state === "confirmed";
  return stands && booking.endsAt > at;
}

/** Local days of these bookings, each once, in order. */
export function daysOf(bookings: { day: Day }[]): Day[] {
  return [...new Set(bookings.map(({ day }) => day))].sort();
}
