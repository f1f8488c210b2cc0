import type { Actor } from "@/lib/core/actor";
import { Prisma, type Tx } from "@/lib/infra/db";
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
 * NotFound or HandedOver for whoever may not say the verb, by now: nobody exchanges it once the space is held.
 */
export async function lockToSay(
  tx: Tx,
  actor: Actor,
  verb: BookingVerb,
  bookingId: string,
): Promise<{ booking: LockedBooking; space: Space }> {
  // A stranger keeps nobody waiting.
  const { spaceId } = await findTheirs(tx, actor, verb, bookingId);
  await lockAlone(tx, spaceLock(spaceId));
  const { personId } = await findTheirs(tx, actor, verb, bookingId);
  if (personId) await lockAlone(tx, personLock(personId));
  const space = await getSpaceById(spaceId, tx);
  return { booking: await lockBooking(tx, bookingId), space };
}

async function findTheirs(tx: Tx, actor: Actor, verb: BookingVerb, bookingId: string) {
  const known = await tx.booking.findFirst({
    where: { id: bookingId },
    select: { spaceId: true, personId: true },
  });
  if (!known || !canDo(actor, verb, known)) throw await notTheirs(tx, actor, bookingId);
  return known;
}

/**
 * Holds the hours, closures and terms of these spaces as they are until the transaction ends: whatever
 * changes them raises `calendar_version` in the row held here. After the spaces themselves.
 */
export async function lockCalendars(tx: Tx, spaceIds: string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM spaces WHERE id = ANY(${spaceIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
}
