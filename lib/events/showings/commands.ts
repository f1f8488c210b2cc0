import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { ceilingPassed } from "../ceilings/queries";
import { noteChange } from "../changes/commands";
import type {
  EditingRefusal,
  EventAddress,
  EventIdInput,
  EventPlaceInput,
} from "../editing/schema";
import { type HeldEvent, holdEvent, noteInJournal } from "../holds/commands";
import { lockEvent } from "../locks/commands";
import { serveLine } from "../offers/commands";
import { freeRoom, takeRoom } from "../rooms/commands";
import { isTurnedDown } from "../schema";
import type { CancelEventInput, CancelledEvent } from "./schema";

type Outcome = Result<EventAddress, EditingRefusal>;

/** Shows a draft to everybody; in a room, it books the room. Shown already, nothing changes. Refuses as `showEvent`. Hosts and staff: speakers prepare it. */
export async function publishEvent(
  actor: Actor,
  { eventId }: EventIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<EventAddress, EditingRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "create", eventId, at);
    if (event.state === "published") return ok(addressOf(event, space));
    if (event.state !== "draft") return refuse("event_ended");
    const shown = await showEvent(tx, actor, space, event, at);
    if (!shown.ok) return shown;
    await noteChange(tx, actor, event, { verb: "published", at });
    await noteInJournal(tx, actor, event, "event.published");
    return shown;
  });
}

/**
 * Shows an event, whatever it was, with the room it says: the booking is taken anew, and a minimum whose
 * deadline has passed asks for nothing more. The space and the event are held by the caller, who notes why.
 * Refuses `in_the_past`, `over_ceiling` and as `takeRoom`.
 */
export async function showEvent(
  tx: Tx,
  actor: Actor,
  space: Space,
  event: HeldEvent,
  at: Date,
): Promise<Outcome> {
  const { id, spaceId, resourceId, startsAt, endsAt, capacity, title } = event;
  if (startsAt <= at) return refuse("in_the_past");
  const place: EventPlaceInput = placeOf(event);
  const passed = await ceilingPassed(tx, space, { place, capacity, startsAt, endsAt }, id, at);
  if (passed) return refuse("over_ceiling", passed);
  const day = dayFromColumn(event.day);
  const wanted = { startsAt, endsAt, day, title, people: capacity };
  const room = resourceId
    ? await takeRoom(tx, actor, space, { ...wanted, resourceId }, at)
    : ok(null);
  if (!room.ok) return room;
  await tx.event.update({
    where: { spaceId_id: { spaceId, id } },
    data: {
      state: "published",
      bookingId: room.value,
      publishedAt: event.publishedAt ?? at,
      ...{ endedAt: null, endedBy: null, endReason: null },
      ...withoutPassedMinimum(event, at),
      sequence: { increment: 1 },
    },
  });
  return ok(addressOf(event, space));
}

/** Whoever shows it after the deadline has decided that it takes place: it is not cancelled at once again. */
function withoutPassedMinimum({ minimumAt }: HeldEvent, at: Date) {
  return minimumAt && minimumAt <= at ? { minimumPeople: null, minimumAt: null } : {};
}

function placeOf({ placeKind, resourceId, address, communeId }: HeldEvent): EventPlaceInput {
  if (placeKind === "room") return { kind: "room", resourceId: resourceId ?? "" };
  if (placeKind === "elsewhere") return { kind: "elsewhere", address: address ?? "", communeId };
  return { kind: placeKind };
}

function addressOf({ id, slug }: { id: string; slug: string }, space: Space): EventAddress {
  return { id, slug, spaceSlug: space.slug };
}

/**
 * Cancels an event to come, or gives a draft up (`wasShown` says which): its room is free again, whoever is
 * registered is told, once, with the reason. Twice is the same as once; `reopenEvent` undoes it. Refuses `event_ended` (over,
 * refused, or proposed: it is answered). Hosts of the space and staff.
 */
export async function cancelEvent(
  actor: Actor,
  { eventId, reason: said }: CancelEventInput,
  at: Date = now(),
): Promise<Result<CancelledEvent, EditingRefusal>> {
  return inTransaction<CancelledEvent, EditingRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "cancel", eventId, at);
    const reason = said ?? null;
    const cancelled = { ...addressOf(event, space), wasShown: event.publishedAt !== null };
    if (event.state === "cancelled") return ok(cancelled);
    const isAnswered = event.state !== "proposed" && !isTurnedDown(event.state);
    if (!isAnswered || event.endsAt <= at) return refuse("event_ended");
    await endEvent(tx, actor, event, { reason, at });
    await noteInJournal(tx, actor, event, "event.cancelled", reason);
    return ok(cancelled);
  });
}

/**
 * Writes the cancellation of an event held by the caller, and gives its room back; no check, no journal.
 * `endMinimum`: the people it was short of, when it is time that cancels it.
 */
export async function endEvent(
  tx: Tx,
  actor: Actor,
  event: HeldEvent,
  {
    reason,
    endMinimum = null,
    at,
  }: { reason: string | null; endMinimum?: number | null; at: Date },
): Promise<void> {
  const { spaceId, id, state, bookingId } = event;
  // Before its room: what the calendar has to tell it is then nothing new (`event_follows_room`).
  await tx.event.update({
    where: { spaceId_id: { spaceId, id } },
    data: {
      state: "cancelled",
      ...{ endedAt: at, endedBy: personIdOf(actor), endReason: reason, endMinimum },
      sequence: { increment: 1 },
    },
  });
  if (bookingId) await freeRoom(tx, actor, bookingId, { at, reason });
  await noteChange(tx, actor, event, {
    verb: "cancelled",
    at,
    reason,
    tells: state === "published",
  });
}

/**
 * Opens a cancelled event again, its room taken anew: whoever is registered still is, and is told, with what
 * was changed meanwhile. A draft given up is a draft again. Refuses `event_ended` (it was not cancelled) and as `showEvent`.
 */
export async function reopenEvent(
  actor: Actor,
  { eventId }: EventIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<EventAddress, EditingRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "cancel", eventId, at);
    if (event.state === "published") return ok(addressOf(event, space));
    if (event.state !== "cancelled") return refuse("event_ended");
    const before = await changedMeanwhile(tx, event);
    const back = event.publishedAt
      ? await showEvent(tx, actor, space, event, at)
      : await takeUpAgain(tx, space, event);
    if (!back.ok) return back;
    const tells = event.publishedAt !== null;
    await noteChange(tx, actor, event, { verb: "reopened", at, tells, before });
    await noteInJournal(tx, actor, event, "event.reopened");
    if (tells) await serveLine(tx, await lockEvent(tx, event), at);
    return back;
  });
}

/** What stood when it was cancelled and was written anew since, by name: of each, the oldest. */
async function changedMeanwhile(
  tx: Tx,
  { spaceId, id: eventId, endedAt }: HeldEvent,
): Promise<Prisma.InputJsonObject> {
  const lines = await tx.eventChange.findMany({
    where: { spaceId, eventId, verb: "edited", ...(endedAt ? { at: { gte: endedAt } } : {}) },
    select: { before: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return Object.assign({}, ...lines.map(({ before }) => before));
}

/** A draft that was given up, a draft again. */
async function takeUpAgain(tx: Tx, space: Space, event: HeldEvent): Promise<Outcome> {
  await tx.event.update({
    where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
    data: { state: "draft", endedAt: null, endedBy: null, endReason: null },
  });
  return ok(addressOf(event, space));
}
