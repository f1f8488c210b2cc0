import type { Actor } from "@/lib/core/actor";
import { hullOf } from "@/lib/core/interval";
import { ok, type Result } from "@/lib/core/result";
import type { Prisma, Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { closeSpentOffers, offerFreed } from "../offers/commands";
import {
  type Change,
  type ChangeRefusal,
  type StandingBooking,
  spaceLock,
  writeChange,
} from "../places/commands";
import { longestBookingMs } from "../rules";
import { settleLapsed } from "../settlements/commands";
import type { FreeingVerb } from "../states/schema";

/**
 * Says a verb that may free a place (`freeingVerbs`), and offers what is free to whoever waits, in the
 * same transaction. `booking` is as it was before: its place and its instants are what becomes free.
 * Refuses as `writeChange`. The space is held alone, at the latest here; a verb that starts by
 * `lockBooking` already does.
 */
export async function freeBooking(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Change<FreeingVerb>,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  const freed = await freeBookings(
    tx,
    actor,
    [booking],
    () => change,
    () => data,
  );
  return freed.ok ? ok({ id: booking.id }) : freed;
}

/**
 * Same for several bookings: all are freed, in whatever spaces, before anything is offered, so that
 * somebody who waits for two is served before a later one who waits for one, and nobody is offered a
 * seat between two halves of an exchange. All or none; `changeOf` says the verb of each, at one instant.
 */
export async function freeBookings<Booking extends StandingBooking>(
  tx: Tx,
  actor: Actor,
  bookings: Booking[],
  changeOf: (booking: Booking) => Change<FreeingVerb>,
  dataOf: (booking: Booking) => Prisma.BookingUncheckedUpdateInput = () => ({}),
): Promise<Result<null, ChangeRefusal>> {
  const [first] = bookings;
  if (!first) return ok(null);
  const { at } = changeOf(first);
  const spaces = [...new Set(bookings.map(({ spaceId }) => spaceId))].sort();
  for (const id of spaces) await lockAlone(tx, spaceLock(id));
  for (const booking of bookings) {
    const changed = await writeChange(tx, actor, booking, changeOf(booking), dataOf(booking));
    if (!changed.ok) return changed;
  }
  for (const id of spaces) {
    await offerWhatIsFree(
      tx,
      id,
      bookings.filter(({ spaceId }) => spaceId === id),
      at,
    );
  }
  return ok(null);
}

async function offerWhatIsFree(
  tx: Tx,
  spaceId: string,
  bookings: StandingBooking[],
  at: Date,
): Promise<void> {
  if (bookings.some(({ state }) => state === "held")) {
    await closeSpentOffers(tx, spaceId, "withdrawn", at);
  }
  const freed = hullOf(bookings);
  // Somebody may wait for more than these places: what else has lapsed around them is free as well.
  await settleLapsed(tx, spaceId, { ...freed, endsAt: later(freed.endsAt) }, at);
  await offerFreed(tx, spaceId, freed, at);
}

function later(instant: Date): Date {
  return new Date(instant.getTime() + longestBookingMs);
}
