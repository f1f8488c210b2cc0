import type { Actor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { withAlternativesTo } from "../alternatives/queries";
import { noteInJournal } from "../commands";
import { whyNotThere } from "../destinations/queries";
import { decideEventMove } from "../event-rooms/rules";
import { freeBooking } from "../freeings/commands";
import { hostTermsOf } from "../hosted/rules";
import { lockToSay } from "../locks/commands";
import { decideMoment } from "../moments/rules";
import { wantedOfMove } from "../moves/rules";
import { notifyOfBooking } from "../notices/commands";
import { changeBooking, lockBooking } from "../places/commands";
import { canRunDay } from "../policy";
import { heldInterval } from "../rules";
import type { BookingIdInput, CancelBookingInput } from "../schema";
import { settleLapsed } from "../settlements/commands";
import { lapseOf, stateAt } from "../states/rules";
import { decideReinstatement, decideRelease } from "./rules";
import type { ReinstateRefusal, ReleaseRefusal } from "./schema";

type Restored = Result<{ id: string }, ReinstateRefusal>;

/**
 * Gives back what remains of a booking that can no longer be cancelled: free for others at once, counted
 * apart from cancellations. Twice is the same as once. Refuses every ReleaseRefusal. Its member, hosts.
 */
export async function releaseBooking(
  actor: Actor,
  { bookingId, reason }: CancelBookingInput,
  at: Date = now(),
): Promise<Result<{ id: string }, ReleaseRefusal>> {
  return inTransaction<{ id: string }, ReleaseRefusal>(async (tx) => {
    const { booking } = await lockToSay(tx, actor, "release", bookingId);
    if (booking.source === "event") return refuse("belongs_to_event");
    if (booking.state === "released") return ok({ id: booking.id });
    const kept = decideRelease(booking, canRunDay(actor, booking.spaceId), at);
    if (kept) return refuse(kept);
    const change = { verb: "release" as const, at, reason: reason ?? null };
    const released = await freeBooking(tx, actor, booking, change);
    if (!released.ok) return refuse("booking_ended");
    await noteInJournal(tx, actor, booking, "booking.released", reason);
    await notifyOfBooking(tx, "booking-cancelled", booking.id);
    return released;
  });
}

/**
 * Undoes a cancellation or an absence noted by mistake, before the end and while the place is free: the
 * booking stands as it was, its member is told. Where it stands already nothing changes. Refuses
 * `booking_over`, `not_restorable`, and what would refuse a booking there, with alternatives. Hosts.
 */
export async function reinstateBooking(
  actor: Actor,
  { bookingId }: BookingIdInput,
  at: Date = now(),
): Promise<Restored> {
  const result = await inTransaction<{ id: string }, ReinstateRefusal>((tx) =>
    reinstateIn(tx, actor, bookingId, at),
  );
  return result.ok ? result : withAlternativesTo(result, bookingId, {}, at);
}

async function reinstateIn(tx: Tx, actor: Actor, bookingId: string, at: Date): Promise<Restored> {
  const { booking: found, space: read } = await lockToSay(tx, actor, "reinstate", bookingId);
  if (stateAt(found, at) === "confirmed") return ok({ id: bookingId });
  const ended = decideReinstatement(found, at);
  if (ended) return refuse(ended);
  const space = hostTermsOf(read);
  const resource = space.resources.find(({ id }) => id === found.resourceId);
  if (!resource) return refuse("not_bookable");
  // It was decided when it began: only what has closed since is in the way.
  const asOf = found.startsAt < at ? found.startsAt : at;
  const moment =
    found.source === "event"
      ? decideEventMove(space, resource, found, found, asOf)
      : decideMoment(space, resource, wantedOfMove({}, found), asOf);
  if (!moment.ok) return refuse(moment.refusal, moment.data);
  await settleLapsed(tx, space.id, heldInterval(resource, found), at);
  const booking = await lockBooking(tx, bookingId);
  const { personId, startsAt, checkedInAt, source } = booking;
  const coming = { id: bookingId, personId, state: "confirmed" as const, countsQuota: false, at };
  const kept = await whyNotThere(tx, space, resource, booking, coming);
  if (kept) return kept;
  const lapse = { startsAt, createdAt: at, checkedInAt, source };
  const lapsesAt = lapseOf(booking.space.noShowGraceMinutes, lapse);
  const change = { verb: "reinstate" as const, at };
  const restored = await changeBooking(tx, actor, booking, change, { lapsesAt });
  if (!restored.ok) {
    return refuse(restored.refusal === "wrong_state" ? "not_restorable" : restored.refusal);
  }
  await noteInJournal(tx, actor, booking, "booking.reinstated");
  await notifyOfBooking(tx, "booking-restored", bookingId);
  return restored;
}
