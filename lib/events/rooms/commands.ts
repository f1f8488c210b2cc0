import { whyNotThere } from "@/lib/bookings/destinations/queries";
import { decideRoom, momentOf } from "@/lib/bookings/event-rooms/rules";
import { freeBooking } from "@/lib/bookings/freeings/commands";
import { type ChangeRefusal, lockBooking } from "@/lib/bookings/places/commands";
import { heldInterval } from "@/lib/bookings/rules";
import { settleLapsed } from "@/lib/bookings/settlements/commands";
import { type TakeRefusal, takePlace } from "@/lib/bookings/takings/commands";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { type Tx, violatedConstraint } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import type { EditingRefusal, WantedRoom } from "../editing/schema";
import type { HeldEvent } from "../holds/commands";

/** The longest name that the calendar of a room keeps of whom it is held for. */
const longestName = 80;
const nameOf = (title: string) => title.slice(0, longestName);

/**
 * Books a room for an event, the space held alone by the caller. Refuses `room_taken`, `over_ceiling` when the
 * house is full then, and as `decideRoom`.
 * The booking is nobody's: no grace, no quota, no mail.
 */
export async function takeRoom(
  tx: Tx,
  actor: Actor,
  space: Space,
  wanted: WantedRoom,
  at: Date,
): Promise<Result<string, EditingRefusal>> {
  const room = space.resources.find(({ id }) => id === wanted.resourceId);
  const refused = decideRoom(space, room, wanted, at);
  if (refused || !room) return refused ?? refuse("not_bookable");
  const bookingId = newId();
  const moment = momentOf(wanted);
  const coming = { id: bookingId, personId: null, state: "confirmed" as const, countsQuota: false };
  if (await whyNotThere(tx, space, room, moment, { ...coming, at })) return refuse("room_taken");
  const taken = await takePlace(tx, space, moment, [room], {
    id: bookingId,
    personId: null,
    guestName: nameOf(wanted.title),
    people: wanted.people,
    state: "confirmed",
    source: "event",
    createdBy: personIdOf(actor),
    createdAt: at,
    lapsesAt: null,
    countsQuota: false,
  });
  return taken.ok ? ok(taken.value.id) : whyNotHad(taken);
}

/**
 * Moves the booking of an event to another time or room; whoever waited for the place it leaves is served.
 * The event says its new place first, so that the calendar has nothing to tell it. Refuses as `takeRoom`.
 */
export async function moveRoom(
  tx: Tx,
  actor: Actor,
  space: Space,
  bookingId: string,
  wanted: WantedRoom,
  at: Date,
): Promise<Result<string, EditingRefusal>> {
  const room = space.resources.find(({ id }) => id === wanted.resourceId);
  const refused = decideRoom(space, room, wanted, at);
  if (refused || !room) return refused ?? refuse("not_bookable");
  const booking = await lockBooking(tx, bookingId);
  const moment = momentOf(wanted);
  await settleLapsed(tx, space.id, heldInterval(room, moment), at);
  const coming = { id: bookingId, personId: null, state: "confirmed" as const, countsQuota: false };
  if (await whyNotThere(tx, space, room, moment, { ...coming, at })) return refuse("room_taken");
  const { startsAt, endsAt, part } = moment;
  const before = {
    ...{ resourceId: booking.resourceId, day: booking.day, part: booking.part },
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
  };
  const moved = await freeBooking(
    tx,
    actor,
    booking,
    { verb: "move", at, before },
    {
      ...{ resourceId: room.id, startsAt, endsAt, part, lapsesAt: null },
      day: dateColumn(moment.day),
      guestName: nameOf(wanted.title),
      people: wanted.people,
    },
  );
  return moved.ok ? ok(bookingId) : whyNotHad(moved);
}

/** Gives the room of an event back, once the event no longer says it holds it; whoever waits is served. */
export async function freeRoom(
  tx: Tx,
  actor: Actor,
  bookingId: string,
  { at, reason = null }: { at: Date; reason?: string | null },
): Promise<void> {
  const booking = await lockBooking(tx, bookingId);
  if (booking.state !== "confirmed") return;
  const freed = await freeBooking(tx, actor, booking, { verb: "cancel", at, reason });
  if (!freed.ok) throw new Error(`the room of an event is not given back: ${freed.refusal}`);
}

/**
 * The room of an event as it now says it: moved, taken, given back or called by its new title
 * and seats. `event` is
 * as it was before, `wanted` null where it holds none any more. Refuses as `takeRoom`.
 */
export async function settleRoom(
  tx: Tx,
  actor: Actor,
  space: Space,
  event: HeldEvent,
  wanted: WantedRoom | null,
  at: Date,
): Promise<Result<null, EditingRefusal>> {
  const { spaceId, id, bookingId } = event;
  const where = { spaceId_id: { spaceId, id } };
  if (!wanted) {
    if (bookingId) await freeRoom(tx, actor, bookingId, { at });
    return ok(null);
  }
  if (!bookingId) {
    const taken = await takeRoom(tx, actor, space, wanted, at);
    if (!taken.ok) return taken;
    await tx.event.update({ where, data: { bookingId: taken.value } });
    return ok(null);
  }
  const isThere =
    wanted.resourceId === event.resourceId &&
    +wanted.startsAt === +event.startsAt &&
    +wanted.endsAt === +event.endsAt;
  if (!isThere) {
    const moved = await moveRoom(tx, actor, space, bookingId, wanted, at);
    return moved.ok ? ok(null) : moved;
  }
  return callRoom(tx, { spaceId, id: bookingId }, wanted);
}

/** The booking where it is, by the title and the seats of the event. */
async function callRoom(
  tx: Tx,
  booking: { spaceId: string; id: string },
  { title, people }: WantedRoom,
): Promise<Result<null, EditingRefusal>> {
  const data = { guestName: nameOf(title), people };
  try {
    await tx.booking.update({ where: { spaceId_id: booking }, data });
  } catch (error) {
    if (violatedConstraint(error) === "house_never_too_full") return refuse("over_ceiling", full);
    throw error;
  }
  return ok(null);
}

/** The calendar judges last: it knows that the house is full, not by how many. */
const full = { where: "full" };

function whyNotHad({ refusal }: Refused<TakeRefusal | ChangeRefusal>): Refused<EditingRefusal> {
  return refusal === "house_full" ? refuse("over_ceiling", full) : refuse("room_taken");
}
