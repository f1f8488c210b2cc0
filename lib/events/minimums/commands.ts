import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { holdEvent } from "../holds/commands";
import { seatsHeld } from "../seats/rules";
import { endEvent } from "../showings/commands";
import { isBelowMinimum } from "./rules";

/** How many events one turn of the job looks at; the next minute goes on. */
const mostEvents = 200;

/**
 * Cancels each event whose deadline has come with fewer people than its minimum; whoever is registered is
 * told, its room is free. Whoever has enough is looked at no more: its minimum is met. Several at once do it
 * once. Run by the system only.
 */
export async function cancelBelowMinimum(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const due = await db.event.findMany({
    where: { state: "published", minimumAt: { lte: at }, startsAt: { gt: at } },
    select: { id: true },
    orderBy: { minimumAt: "asc" },
    take: mostEvents,
  });
  const failures: unknown[] = [];
  for (const { id } of due) {
    // One event in trouble keeps no other waiting.
    await decide(actor, id, at).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "some minimums were not decided");
}

async function decide(actor: Actor, id: string, at: Date): Promise<void> {
  await inTransaction<null, never>(async (tx) => {
    const { event } = await holdEvent(tx, actor, "cancel", id, at);
    const { spaceId, minimumPeople: endMinimum } = event;
    const entries = await tx.eventRegistration.findMany({
      where: { spaceId, eventId: id, state: { in: ["confirmed", "offered"] } },
      select: { id: true, state: true, quantity: true, rank: true, offerUntil: true },
    });
    if (isBelowMinimum(event, seatsHeld(entries, at), at)) {
      await endEvent(tx, actor, event, { reason: null, endMinimum, at });
      return ok(null);
    }
    // Decided, and met: giving a seat back later does not cancel it for the others.
    await tx.event.update({
      where: { spaceId_id: { spaceId, id } },
      data: { minimumPeople: null, minimumAt: null },
    });
    return ok(null);
  });
}
