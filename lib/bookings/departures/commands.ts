import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import type { Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { networkTimeZone } from "@/lib/spaces/schema";
import { lockBookings } from "../batches/commands";
import { freeBookings } from "../freeings/commands";
import { notifyOfSwap } from "../notices/commands";
import { personLock, spaceLock } from "../places/commands";
import { forgottenName } from "../retention/commands";

export type Departure = {
  /** Places given back, each offered to whoever waits. */
  freed: number;
};

/**
 * Gives back everything a person has ahead, whatever the deadlines: their places are offered to whoever
 * waits, they leave every line, their series end, their exchanges are declined. What was given back is
 * no longer theirs. To be called first in a transaction: it holds their spaces, in sorted order, then
 * the person, whose row stays held so that nothing new is booked meanwhile. Null = begin again, they
 * booked in another space at this very instant. Takes a decided caller: no right is asked for.
 */
export async function giveBackEverything(
  tx: Tx,
  actor: Actor,
  personId: string,
  at: Date,
): Promise<Departure | null> {
  const spaces = await spacesAhead(tx, personId, at);
  for (const id of spaces) await lockAlone(tx, spaceLock(id));
  await lockAlone(tx, personLock(personId));
  await tx.$queryRaw`SELECT id FROM persons WHERE id = ${personId}::uuid FOR UPDATE`;
  if ((await spacesAhead(tx, personId, at)).some((id) => !spaces.includes(id))) return null;
  await leaveLines(tx, personId, at);
  const freed = await giveBackPlaces(tx, actor, personId, at);
  await endSeries(tx, personId, at);
  await declineSwaps(tx, personId, at);
  return { freed };
}

const standing = ["requested", "held", "confirmed"] as const;

function ahead(personId: string, at: Date) {
  return { personId, startsAt: { gt: at }, state: { in: [...standing] }, checkedInAt: null };
}

async function spacesAhead(tx: Tx, personId: string, at: Date): Promise<string[]> {
  const bookings = await tx.booking.findMany({
    where: ahead(personId, at),
    select: { spaceId: true },
  });
  const entries = await tx.waitingEntry.findMany({
    where: { personId, state: { in: ["waiting", "offered"] } },
    select: { spaceId: true },
  });
  return [...new Set([...bookings, ...entries].map(({ spaceId }) => spaceId))].sort();
}

/** Before their places are freed: nothing is offered back to whoever leaves. */
async function leaveLines(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.waitingEntry.updateMany({
    where: { personId, state: { in: ["waiting", "offered"] } },
    data: { state: "withdrawn", closedAt: at },
  });
}

async function giveBackPlaces(tx: Tx, actor: Actor, personId: string, at: Date): Promise<number> {
  const rows = await tx.booking.findMany({
    where: ahead(personId, at),
    select: { id: true, spaceId: true },
  });
  const bookings = await lockBookings(tx, rows);
  for (const spaceId of [...new Set(bookings.map((booking) => booking.spaceId))].sort()) {
    const ofSpace = bookings.filter((booking) => booking.spaceId === spaceId);
    const freed = await freeBookings(tx, actor, ofSpace, () => ({
      verb: "cancel",
      at,
    }));
    if (!freed.ok) throw new Error(`a standing booking does not cancel: ${freed.refusal}`);
    // Ended at the instant somebody left, they would lead from the past to who it was: they are nobody's.
    await tx.booking.updateMany({
      where: { spaceId, id: { in: ofSpace.map(({ id }) => id) } },
      data: { personId: null, guestName: forgottenName, seriesId: null, waitingEntryId: null },
    });
  }
  return bookings.length;
}

async function endSeries(tx: Tx, personId: string, at: Date): Promise<void> {
  const today = dateColumn(dayOf(at, networkTimeZone));
  await tx.series.updateMany({
    where: { personId, endedFrom: null, lastDay: { gte: today } },
    data: { endedFrom: today },
  });
  await tx.seriesRefusal.updateMany({
    where: { closedAt: null, series: { personId } },
    data: { closedAt: at },
  });
}

async function declineSwaps(tx: Tx, personId: string, at: Date): Promise<void> {
  const open = await tx.swap.findMany({
    where: { state: "proposed", OR: [{ proposedBy: personId }, { proposedTo: personId }] },
  });
  for (const swap of open) {
    const isAsked = swap.proposedTo === personId;
    await tx.swap.update({
      where: { id: swap.id },
      data: { state: isAsked ? "declined" : "withdrawn", answeredAt: at },
    });
    if (isAsked) await notifyOfSwap(tx, "swap-declined", swap.offeredId, swap.wantedId);
  }
}
