import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { isWithin } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { closureInterval } from "@/lib/spaces/closures/rules";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { cancelLocked } from "../commands";
import { notifyOfBooking } from "../notices/commands";
import { spaceLock } from "../places/commands";
import { canRunDay } from "../policy";
import { listBookingsHit } from "./queries";
import type { ClosureInput, ClosureRefusal, WithdrawClosureInput } from "./schema";

export type ClosureAnnounced = { id: string; cancelled: number };

/**
 * Closes a half-day or a day, cancels the bookings it hits with the reason and tells each person, all
 * at once; people already there keep their place. Refuses `slot_over`, `already_closed`, `list_changed`
 * (somebody booked or cancelled since the host looked). Hosts of the space; journalled.
 */
export async function announceClosure(
  actor: Actor,
  input: ClosureInput,
  at: Date = now(),
): Promise<Result<ClosureAnnounced, ClosureRefusal>> {
  return inTransaction<ClosureAnnounced, ClosureRefusal>(async (tx) => {
    // Alone: every booking under way has ended, the next ones will see the closure.
    const space = await lockSpace(tx, actor, input.slug);
    const during = closureInterval(space.calendar, input.day, input.part);
    if (during.endsAt <= at) return refuse("slot_over");
    if (space.calendar.closures.some((closure) => isWithin(during, closure))) {
      return refuse("already_closed");
    }
    const hits = await listBookingsHit(tx, space.id, during, at);
    if (hits.length !== input.expectedHits) return refuse("list_changed");
    const { id } = await tx.closure.create({
      data: {
        spaceId: space.id,
        ...during,
        reason: input.reason,
        createdAt: at,
        createdBy: personIdOf(actor),
      },
      select: { id: true },
    });
    for (const hit of hits) {
      await cancelLocked(tx, actor, hit, { reason: input.reason, closureId: id, at });
      await notifyOfBooking(tx, "booking-closed", hit.id);
    }
    await writeJournal(tx, {
      actor,
      action: "closure.announced",
      spaceId: space.id,
      subjectId: id,
      after: { day: input.day, part: input.part, cancelled: hits.length },
    });
    return ok({ id, cancelled: hits.length });
  });
}

/** The space as it is once nobody else is booking in it; NotFound for whoever does not run it. */
async function lockSpace(tx: Tx, actor: Actor, slug: string): Promise<Space> {
  const { id } = await getSpaceBySlug(slug, tx);
  if (!canRunDay(actor, id)) throw new NotFound();
  await lockAlone(tx, spaceLock(id));
  return getSpaceBySlug(slug, tx);
}

/** Opens again; bookings that were cancelled stay so. Withdrawing twice is the same as once. Hosts of the space. */
export async function withdrawClosure(
  actor: Actor,
  { slug, closureId }: WithdrawClosureInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const space = await lockSpace(tx, actor, slug);
    const { count } = await tx.closure.updateMany({
      where: { id: closureId, spaceId: space.id, withdrawnAt: null },
      data: { withdrawnAt: at, withdrawnBy: personIdOf(actor) },
    });
    if (count === 0) return ok(null);
    await writeJournal(tx, {
      actor,
      action: "closure.withdrawn",
      spaceId: space.id,
      subjectId: closureId,
    });
    return ok(null);
  });
}
