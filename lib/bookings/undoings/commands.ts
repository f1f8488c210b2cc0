import type { Actor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inSavepoint, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { getSpaceById } from "@/lib/spaces/queries";
import { lockClosures, writeWithdrawal } from "../closures/commands";
import { closedWith, undoableUntil } from "../closures/rules";
import type { ClosureIdInput, UndoRefusal } from "../closures/schema";
import { cancelLocked, noteInJournal } from "../commands";
import { freeBooking } from "../freeings/commands";
import { lockHits } from "../hits/commands";
import { longestSettling } from "../hits/schema";
import { notifyOfBooking } from "../notices/commands";
import { changeBooking } from "../places/commands";
import { seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";
import { settleLapsed } from "../settlements/commands";
import { type HitChange, listHitChanges, listReplacementSpaces } from "./queries";
import type { LeftReason, UndoingNote } from "./schema";

type PutBack = Result<null, LeftReason>;

/**
 * Takes a closure back within ten minutes as if it had never been: bookings it moved return, those it
 * cancelled are reinstated through `booking_no_overlap`, each person is told. What changed since, or whose
 * place is had by somebody else, stays as it is and is listed. Twice is the same as once. Refuses
 * `too_late_to_undo`. Hosts for their space, staff for the network's; journalled.
 */
export async function undoClosure(
  actor: Actor,
  { closureId }: ClosureIdInput,
  at: Date = now(),
): Promise<Result<UndoingNote, UndoRefusal>> {
  return inTransaction<UndoingNote, UndoRefusal>(async (tx) => {
    const others = await listReplacementSpaces(tx, closureId);
    const standing = await lockClosures(tx, actor, closureId, others);
    if (standing.some(({ createdAt }) => undoableUntil(createdAt) <= at)) {
      return refuse("too_late_to_undo");
    }
    const ids = standing.map(({ id }) => id);
    await lockChanged(tx, await listHitChanges(tx, ids));
    const changes = await listHitChanges(tx, ids);
    const total: UndoingNote = { restored: 0, left: [] };
    for (const { id, spaceId, createdAt } of standing) {
      const own = changes.filter((change) => change.closureId === id);
      const note = await putAllBack(tx, actor, own, { closedAt: createdAt, at });
      await writeJournal(tx, {
        actor,
        action: "closure.undone",
        spaceId,
        subjectId: id,
        after: note,
      });
      total.restored += note.restored;
      total.left.push(...note.left);
    }
    // Only then: whoever waits is not given a place that somebody comes back to.
    await writeWithdrawal(tx, actor, standing, at);
    return ok(total);
  }, longestSettling);
}

async function lockChanged(tx: Tx, changes: HitChange[]): Promise<void> {
  const bookings = changes.flatMap(({ booking, replacement }) =>
    replacement ? [booking, replacement] : [booking],
  );
  await lockHits(
    tx,
    bookings,
    changes.map(({ former }) => former),
  );
}

type Times = { closedAt: Date; at: Date };

async function putAllBack(
  tx: Tx,
  actor: Actor,
  changes: HitChange[],
  times: Times,
): Promise<UndoingNote> {
  const note: UndoingNote = { restored: 0, left: [] };
  for (const change of changes) {
    const back = await inSavepoint(tx, () => putBack(tx, actor, change, times));
    if (back.ok) note.restored += 1;
    else note.left.push({ bookingId: change.booking.id, because: back.refusal });
  }
  return note;
}

async function putBack(tx: Tx, actor: Actor, change: HitChange, times: Times): Promise<PutBack> {
  const { booking, former, verb } = change;
  // Every verb counts the sequence up: one step is the closure's own.
  if (booking.sequence !== former.sequence + 1) return refuse("changed_since");
  if (verb !== "keep") {
    const kept = await whyNotBack(tx, change, times);
    if (kept) return refuse(kept);
    const back = verb === "move" ? moveBack : reinstate;
    const done = await back(tx, actor, change, times.at);
    if (!done.ok) return done;
  }
  await tellOfReturn(tx, change);
  return ok(null);
}

async function whyNotBack(
  tx: Tx,
  { booking, former, fromState, replacement, closureId }: HitChange,
  { closedAt, at }: Times,
): Promise<LeftReason | null> {
  const space = await getSpaceById(booking.spaceId, tx);
  const closedSince = await tx.closure.findFirst({
    where: {
      spaceId: booking.spaceId,
      withdrawnAt: null,
      id: { not: closureId },
      createdAt: { gte: closedAt },
      startsAt: { lt: former.endsAt },
      endsAt: { gt: former.startsAt },
      OR: [{ resourceId: null }, { resourceId: { in: closedWith(space, former.resourceId) } }],
    },
    select: { id: true },
  });
  if (closedSince) return "closed_since";
  await settleLapsed(tx, booking.spaceId, former, at);
  const isSeat = seatKinds.some((kind) => kind === booking.resource.kind);
  if (!booking.personId || !isSeat || fromState === "requested") return null;
  const own = [booking.id, ...(replacement ? [replacement.id] : [])];
  const other = await findOwnBookingDuring(tx, booking.personId, former, at, own);
  return other ? "already_booked" : null;
}

async function moveBack(
  tx: Tx,
  actor: Actor,
  { booking, former, closureId }: HitChange,
  at: Date,
): Promise<PutBack> {
  const { resourceId, day, part, startsAt, endsAt, lapsesAt } = former;
  const before = { resourceId: booking.resourceId, startsAt: booking.startsAt.toISOString() };
  const data = { resourceId, day: dateColumn(day), part, startsAt, endsAt, lapsesAt };
  const change = { verb: "move" as const, at, closureId, before };
  const moved = await freeBooking(tx, actor, booking, change, data);
  if (!moved.ok) return refuse(moved.refusal === "wrong_state" ? "changed_since" : "place_taken");
  await noteInJournal(tx, actor, booking, "booking.moved");
  return ok(null);
}

async function reinstate(
  tx: Tx,
  actor: Actor,
  { booking, former, fromState, replacement, closureId }: HitChange,
  at: Date,
): Promise<PutBack> {
  if (former.movedTo) {
    const isUntouched =
      replacement?.state === "confirmed" && replacement.sequence === 0 && !replacement.checkedInAt;
    if (!replacement || !isUntouched) return refuse("changed_since");
    const gone = await cancelLocked(tx, actor, replacement, { at, closureId });
    if (!gone.ok) return refuse("changed_since");
  }
  const change = { verb: "reinstate" as const, at, closureId, to: fromState };
  const back = await changeBooking(tx, actor, booking, change, { lapsesAt: former.lapsesAt });
  if (!back.ok) return refuse(back.refusal === "wrong_state" ? "changed_since" : "place_taken");
  if (fromState === "held" && !(await offerAgain(tx, booking))) return refuse("changed_since");
  await noteInJournal(tx, actor, booking, "booking.reinstated");
  return ok(null);
}

/** The line of the waiting list is open again, unless its person has taken another one (`waiting_once`). */
async function offerAgain(
  tx: Tx,
  { spaceId, waitingEntryId }: HitChange["booking"],
): Promise<boolean> {
  if (!waitingEntryId) return true;
  const count = await tx.$executeRaw(Prisma.sql`
    UPDATE waiting_entries e SET state = 'offered', closed_at = NULL
    WHERE e.space_id = ${spaceId}::uuid AND e.id = ${waitingEntryId}::uuid AND NOT EXISTS (
      SELECT FROM waiting_entries o
      WHERE o.space_id = e.space_id AND o.person_id = e.person_id AND o.id <> e.id
        AND o.starts_at = e.starts_at AND o.state IN ('waiting', 'offered'))`);
  return count === 1;
}

/** An offer that is held again needs no second mail: the first one still tells what to do. */
async function tellOfReturn(tx: Tx, change: HitChange): Promise<void> {
  const { booking, fromState, replacement } = change;
  if (fromState === "held") return;
  const kind = fromState === "requested" ? "booking-requested" : "booking-restored";
  const before = replacement && {
    resourceName: replacement.resource.name,
    startsAt: replacement.startsAt.toISOString(),
    endsAt: replacement.endsAt.toISOString(),
    elsewhere: {
      bookingId: replacement.id,
      spaceName: replacement.resource.space.name,
      sequence: replacement.sequence + 1,
    },
  };
  await notifyOfBooking(tx, kind, booking.id, { because: "closure_undone", before });
}
