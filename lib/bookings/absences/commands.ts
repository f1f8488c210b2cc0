import type { Actor, PersonActor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { cancelEach, daysOf, lockBookings } from "../batches/commands";
import { canBook } from "../policy";
import { notifyOfDates } from "../series/notices/commands";
import { awaitedIn, ownStandingIn } from "./queries";
import { decideRange } from "./rules";
import type { AbsenceRefusal, CancelRangeInput } from "./schema";

/** `givenUp`: dates that one's series waited for on those days. */
export type AbsenceNoted = { cancelled: number; kept: number; givenUp: number };

/**
 * « Je m'absente »: cancels all one's bookings between two local days, both included, over all spaces
 * or in one, at once, with one mail; those past their deadline stay and are named in it. Dates that
 * one's series still wait for on those days are given up, even when nothing is booked yet. Refuses `range_backwards`, `range_too_long`,
 * `list_changed` (not as many as were shown) and `nothing_to_cancel`.
 */
export async function cancelRange(
  actor: Actor,
  input: CancelRangeInput,
  at: Date = now(),
): Promise<Result<AbsenceNoted, AbsenceRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const refusal = decideRange(input);
  if (refusal) return refuse(refusal);
  return inTransaction<AbsenceNoted, AbsenceRefusal>(async (tx) => {
    const rows = await tx.booking.findMany({
      where: ownStandingIn(actor, input, at),
      select: { id: true, spaceId: true },
    });
    // A range is of one's own bookings, even where one may run the day: no other right is used.
    const asMember: PersonActor = { ...actor, grants: [] };
    const { cancelled, kept } = await cancelEach(tx, asMember, await lockBookings(tx, rows), at);
    const { expected = cancelled.length } = input;
    if (expected !== cancelled.length) return refuse("list_changed");
    const { count: givenUp } = await tx.seriesRefusal.updateMany({
      where: await awaitedIn(tx, actor, input),
      data: { closedAt: at },
    });
    if (cancelled.length + givenUp === 0) return refuse("nothing_to_cancel");
    const noted = { cancelled: cancelled.length, kept: kept.length, givenUp };
    if (cancelled.length === 0) return ok(noted);
    const about = { personId: actor.personId, path: "/mon-espace" };
    const ids = cancelled.map(({ id }) => id);
    await notifyOfDates(
      tx,
      "absence-noted",
      about,
      ids,
      daysOf(kept.map(({ booking }) => booking)),
    );
    return ok(noted);
  });
}
