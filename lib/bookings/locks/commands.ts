import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { StaleReading } from "@/lib/core/stale-reading";
import type { Tx } from "@/lib/infra/db";
import { lockAlone, lockShared } from "@/lib/infra/locks";
import { getSpaceById, type Space } from "@/lib/spaces/queries";
import {
  type LockedBooking,
  lockBooking,
  lockResources,
  personLock,
  spaceLock,
} from "../places/commands";
import { canDo } from "../policy";
import type { BookingVerb } from "../states/schema";

/**
 * A booking about to arrive somewhere, with its space as it is now. Locks are always taken in this
 * order, so that no two verbs wait for each other: space (shared, so no closure slips in), person,
 * places it leaves and comes to, its row. NotFound for whoever may not say the verb; throws
 * StaleReading when the booking changed hands or place meanwhile.
 */
export async function lockToSay(
  tx: Tx,
  actor: Actor,
  verb: BookingVerb,
  bookingId: string,
  destination?: string,
): Promise<{ booking: LockedBooking; space: Space }> {
  const known = await tx.booking.findFirst({
    where: { id: bookingId },
    select: { spaceId: true, personId: true, resourceId: true },
  });
  if (!known || !canDo(actor, verb, known)) throw new NotFound();
  await lockShared(tx, spaceLock(known.spaceId));
  if (known.personId) await lockAlone(tx, personLock(known.personId));
  const space = await getSpaceById(known.spaceId, tx);
  await lockResources(tx, placesAround(space, [known.resourceId, destination ?? known.resourceId]));
  const booking = await lockBooking(tx, bookingId);
  if (booking.personId !== known.personId || booking.resourceId !== known.resourceId) {
    throw new StaleReading();
  }
  return { booking, space };
}

/** These resources and those that hold a place in common with them. */
function placesAround(space: Space, resourceIds: string[]): string[] {
  return space.resources
    .filter(({ id }) => resourceIds.includes(id))
    .flatMap(({ id, sharesWith }) => [id, ...sharesWith]);
}
