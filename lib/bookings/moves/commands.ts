import type { Actor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import type { SpaceResource } from "@/lib/spaces/queries";
import { withAlternativesTo } from "../alternatives/queries";
import { noteInJournal } from "../commands";
import { whyNotThere } from "../destinations/queries";
import { decideEventMove } from "../event-rooms/rules";
import { freeBooking } from "../freeings/commands";
import { hostTermsOf } from "../hosted/rules";
import { lockToSay } from "../locks/commands";
import type { Moment } from "../moments/rules";
import { notifyOfBooking } from "../notices/commands";
import type { LockedBooking } from "../places/commands";
import { canRunDay } from "../policy";
import { heldInterval } from "../rules";
import { settleLapsed } from "../settlements/commands";
import { lapseOf } from "../states/rules";
import type { BookedPlace } from "../takings/commands";
import { decideDeparture, decideDestination, isSamePlace, wantedOfMove } from "./rules";
import type { MoveBookingInput, MoveRefusal } from "./schema";

/**
 * Takes a booking to another moment, resource or length in its space: its member until the deadline for
 * cancelling, a host at any time before its end (and beyond notice and horizon). Moving to where it is
 * changes nothing, while it stands. Refuses every MoveRefusal, with alternatives when the place is what is refused.
 */
export async function moveBooking(
  actor: Actor,
  input: MoveBookingInput,
  at: Date = now(),
): Promise<Result<BookedPlace, MoveRefusal>> {
  const result = await inTransaction<BookedPlace, MoveRefusal>((tx) =>
    moveIn(tx, actor, input, at),
  );
  return result.ok ? result : withAlternativesTo(result, input.bookingId, input, at);
}

async function moveIn(
  tx: Tx,
  actor: Actor,
  input: MoveBookingInput,
  at: Date,
): Promise<Result<BookedPlace, MoveRefusal>> {
  const { resourceId } = input;
  const { booking, space: read } = await lockToSay(tx, actor, "move", input.bookingId);
  const runsDay = canRunDay(actor, booking.spaceId);
  const space = runsDay ? hostTermsOf(read) : read;
  const resource = space.resources.find(({ id }) => id === (resourceId ?? booking.resourceId));
  const stays = decideDeparture(booking, runsDay, at);
  if (stays === "booking_ended") return refuse(stays);
  if (!resource) return refuse("other_space");
  const place = { id: booking.id, resource: { id: resource.id, name: resource.name } };
  const wanted = wantedOfMove(input, booking);
  if (isSamePlace(wanted, resource.id, booking)) return ok(place);
  if (stays) return refuse(stays);
  const moment =
    booking.source === "event"
      ? decideEventMove(space, resource, wanted, booking, at)
      : decideDestination(space, resource, wanted, booking, { runsDay, at });
  if (!moment.ok) return refuse(moment.refusal, moment.data);
  // What time has freed is written first: an UPDATE that meets it would be refused.
  await settleLapsed(tx, space.id, heldInterval(resource, moment), at);
  const state = booking.state === "requested" ? ("requested" as const) : ("confirmed" as const);
  const coming = { id: booking.id, personId: booking.personId, state, countsQuota: !runsDay, at };
  const kept = await whyNotThere(tx, space, resource, moment, coming);
  if (kept) return kept;
  const moved = await writeMove(tx, actor, booking, resource, moment, at);
  return moved.ok ? ok(place) : moved;
}

async function writeMove(
  tx: Tx,
  actor: Actor,
  booking: LockedBooking,
  resource: SpaceResource,
  { day, part, startsAt, endsAt }: Moment,
  at: Date,
): Promise<Result<null, "booking_ended" | "slot_taken" | "house_full">> {
  const { checkedInAt, source } = booking;
  const isRequest = booking.state === "requested";
  // The wait for an arrival begins anew, as for a booking just made.
  const lapse = { startsAt, createdAt: at, checkedInAt, source };
  const lapsesAt = isRequest ? startsAt : lapseOf(booking.space.noShowGraceMinutes, lapse);
  const before = {
    resourceId: booking.resourceId,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    day: booking.day,
    part: booking.part,
  };
  const place = { resourceId: resource.id, startsAt, endsAt, day: dateColumn(day), part, lapsesAt };
  const change = { verb: "move" as const, at, before };
  const changed = await freeBooking(tx, actor, booking, change, place);
  if (!changed.ok) {
    return refuse(changed.refusal === "wrong_state" ? "booking_ended" : changed.refusal);
  }
  await noteInJournal(tx, actor, booking, "booking.moved");
  await notifyOfBooking(tx, isRequest ? "booking-requested" : "booking-moved", booking.id, {
    before: {
      resourceName: booking.resourceName,
      startsAt: before.startsAt,
      endsAt: before.endsAt,
    },
  });
  return ok(null);
}
