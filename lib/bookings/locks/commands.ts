import type { Actor } from "@/lib/core/actor";
import { StaleReading } from "@/lib/core/stale-reading";
import type { Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceById, type Space } from "@/lib/spaces/queries";
import { notTheirs } from "../handovers/queries";
import { type LockedBooking, lockBooking, personLock, spaceLock } from "../places/commands";
import { canDo } from "../policy";
import type { BookingVerb } from "../states/schema";

/**
 * A booking about to arrive somewhere by an UPDATE, with its space as it is now. Locks are always taken
 * in this order, so that no two verbs wait for each other: the space alone (no booking, closure or other
 * move meanwhile: an UPDATE that meets the constraint has no ON CONFLICT), the person, the row.
 * NotFound or HandedOver for whoever may not say the verb; throws StaleReading when the booking changed hands meanwhile.
 */
export async function lockToSay(
  tx: Tx,
  actor: Actor,
  verb: BookingVerb,
  bookingId: string,
): Promise<{ booking: LockedBooking; space: Space }> {
  const known = await tx.booking.findFirst({
    where: { id: bookingId },
    select: { spaceId: true, personId: true },
  });
  if (!known || !canDo(actor, verb, known)) throw await notTheirs(tx, actor, bookingId);
  await lockAlone(tx, spaceLock(known.spaceId));
  if (known.personId) await lockAlone(tx, personLock(known.personId));
  const space = await getSpaceById(known.spaceId, tx);
  const booking = await lockBooking(tx, bookingId);
  if (booking.personId !== known.personId) throw new StaleReading();
  return { booking, space };
}
