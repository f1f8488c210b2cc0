import { type Actor, personIdOf } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { Prisma, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import type { BookingPayload } from "@/lib/notifications/schema";
import { getSpaceOfResource, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { cancelLocked, noteInJournal } from "../commands";
import { whyNotThere } from "../destinations/queries";
import { freeBooking, freeBookings } from "../freeings/commands";
import { lockCalendars } from "../locks/commands";
import { decideMoment, type Moment } from "../moments/rules";
import { notifyOfBooking } from "../notices/commands";
import { changeBooking, lockResources, personLock, spaceLock } from "../places/commands";
import { canRunDay } from "../policy";
import { heldInterval } from "../rules";
import { settleLapsed } from "../settlements/commands";
import { lapseOf } from "../states/rules";
import { takePlace } from "../takings/commands";
import { hasRoomFor, type Outcome } from "./rules";
import type { Hit, Place } from "./schema";

/** Why bookings are hit, for their history and for the people. */
export type Cause = {
  because: NonNullable<BookingPayload["because"]>;
  reason: string | null;
  closureOf: (hit: Hit) => string | null;
  at: Date;
};

export type Settled = { moved: number; cancelled: number; kept: number };

/**
 * Holds spaces alone, in sorted order and before anything else: every booking under way there has ended,
 * the next ones wait and will see what changes.
 */
export async function lockSpaces(tx: Tx, spaceIds: string[]): Promise<void> {
  const ids = [...new Set(spaceIds)].sort();
  for (const id of ids) await lockAlone(tx, spaceLock(id));
  await lockCalendars(tx, ids);
}

/** Spaces that these places belong to. */
export async function listSpaceIdsOf(tx: Tx, places: Place[]): Promise<string[]> {
  const ids = places.map(({ resourceId }) => resourceId);
  const rows = await tx.resource.findMany({
    where: { id: { in: ids } },
    select: { spaceId: true },
  });
  return rows.map(({ spaceId }) => spaceId);
}

/**
 * After their spaces, in the one order of all verbs: the persons, the places left and come to, the rows.
 * The list is to be read again once all are held.
 */
export async function lockHits(
  tx: Tx,
  hits: Pick<Hit, "id" | "personId" | "resourceId">[],
  places: Pick<Place, "resourceId">[],
): Promise<void> {
  const persons = new Set(hits.flatMap(({ personId }) => personId ?? []));
  for (const id of [...persons].sort()) await lockAlone(tx, personLock(id));
  const resourceIds = [...hits, ...places].map(({ resourceId }) => resourceId);
  const shared = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT o.id FROM resources r JOIN resources o ON o.space_id = r.space_id AND o.places && r.places
    WHERE r.id = ANY(${resourceIds}::uuid[])`);
  await lockResources(
    tx,
    shared.map(({ id }) => id),
  );
  await tx.$queryRaw(Prisma.sql`
    SELECT id FROM bookings WHERE id = ANY(${hits.map(({ id }) => id)}::uuid[]) ORDER BY id FOR UPDATE`);
}

/**
 * Does to each what was decided, tells each person, notes it in the journal. Takes no decision: the
 * caller has locked (`lockSpaces`, `lockHits`) and compared the list. Refuses `list_changed` when a place
 * is not to be had any more; nothing then remains of the transaction.
 */
export async function settleHits(
  tx: Tx,
  actor: Actor,
  outcomes: Outcome[],
  cause: Cause,
): Promise<Result<Settled, "list_changed">> {
  const settled: Settled = { moved: 0, cancelled: 0, kept: 0 };
  const hitsTo = (what: "cancel" | "keep") =>
    outcomes.flatMap(({ hit, choice }) => (choice === what ? [hit] : []));
  settled.cancelled = await cancelHits(tx, actor, hitsTo("cancel"), cause);
  for (const hit of hitsTo("keep")) await keepHit(tx, actor, hit, cause);
  settled.kept = hitsTo("keep").length;
  // What is freed is free by now; places are taken in sorted order.
  const moves = outcomes.flatMap((outcome) => (outcome.choice === "move" ? [outcome] : []));
  for (const { hit, place } of moves.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const moved = await moveHit(tx, actor, hit, place, cause);
    if (!moved.ok) return moved;
    settled.moved += 1;
  }
  return ok(settled);
}

function keyOf({ hit, place }: { hit: Hit; place: Place }): string {
  return `${place.resourceId} ${hit.startsAt.toISOString()}`;
}

/** Space by space: all is freed before anything is offered to whoever waits there. */
async function cancelHits(tx: Tx, actor: Actor, hits: Hit[], cause: Cause): Promise<number> {
  const { reason, at, because } = cause;
  for (const spaceId of [...new Set(hits.map((hit) => hit.spaceId))].sort()) {
    const ofSpace = hits.filter((hit) => hit.spaceId === spaceId);
    const freed = await freeBookings(tx, actor, ofSpace, (hit) => {
      const closureId = cause.closureOf(hit);
      return { verb: "cancel", reason, closureId, at, before: asItWas(hit) };
    });
    if (!freed.ok) throw new Error(`bookings of the list could not be cancelled: ${spaceId}`);
    for (const hit of ofSpace) {
      await noteInJournal(tx, actor, hit, "booking.cancelled", reason);
      await notifyOfBooking(tx, "booking-closed", hit.id, { because });
    }
  }
  return hits.length;
}

async function keepHit(tx: Tx, actor: Actor, hit: Hit, cause: Cause): Promise<void> {
  const { reason, at, because } = cause;
  const closureId = cause.closureOf(hit);
  const change = { verb: "keep" as const, reason, closureId, at, before: asItWas(hit) };
  const kept = await changeBooking(tx, actor, hit, change);
  if (!kept.ok) throw new Error(`a booking of the list could not be kept: ${hit.id}`);
  await noteInJournal(tx, actor, hit, "booking.kept", reason);
  await notifyOfBooking(tx, "booking-kept", hit.id, { because, reason });
}

/** What an undoing needs to put it back (`formerPlace` reads it). */
function asItWas(hit: Hit): Record<string, unknown> {
  return {
    resourceId: hit.resourceId,
    day: hit.day,
    part: hit.part,
    startsAt: hit.startsAt.toISOString(),
    endsAt: hit.endsAt.toISOString(),
    lapsesAt: hit.lapsesAt?.toISOString() ?? null,
    sequence: hit.sequence,
  };
}

async function moveHit(
  tx: Tx,
  actor: Actor,
  hit: Hit,
  place: Place,
  cause: Cause,
): Promise<Result<null, "list_changed">> {
  const space = await getSpaceOfResource(place.resourceId, tx);
  const resource = space.resources.find(({ id }) => id === place.resourceId);
  if (!resource) return refuse("list_changed");
  const isElsewhere = space.id !== hit.spaceId;
  const mayAsk = !resource.needsApproval || canRunDay(actor, space.id);
  const mayLeave = mayAsk && hit.state === "confirmed" && hit.source !== "event";
  if (isElsewhere && !mayLeave) return refuse("list_changed");
  const moment = decideMoment(space, resource, place.wanted, cause.at);
  // A request lapses at its start, so it has to begin later than now.
  const isLate = hit.state === "requested" && moment.ok && moment.startsAt <= cause.at;
  if (!moment.ok || isLate) return refuse("list_changed");
  if (!(await isToBeHad(tx, space, resource, moment, hit, cause.at))) return refuse("list_changed");
  return isElsewhere
    ? moveElsewhere(tx, actor, hit, { space, resource, moment }, cause)
    : moveWithin(tx, actor, hit, { space, resource, moment }, cause);
}

async function isToBeHad(
  tx: Tx,
  space: Space,
  resource: SpaceResource,
  moment: Moment,
  hit: Hit,
  at: Date,
): Promise<boolean> {
  if (!hasRoomFor(resource, hit)) return false;
  // What time has freed is written first: an UPDATE that meets it would be refused.
  await settleLapsed(tx, space.id, heldInterval(resource, moment), at);
  const state = hit.state === "requested" ? ("requested" as const) : ("confirmed" as const);
  const { id, personId } = hit;
  const coming = { id, personId, state, countsQuota: false, at };
  return (await whyNotThere(tx, space, resource, moment, coming)) === null;
}

type Destination = { space: Space; resource: SpaceResource; moment: Moment };

async function moveWithin(
  tx: Tx,
  actor: Actor,
  hit: Hit,
  { space, resource, moment }: Destination,
  { because, reason, closureOf, at }: Cause,
): Promise<Result<null, "list_changed">> {
  const { day, part, startsAt, endsAt } = moment;
  const isRequest = hit.state === "requested";
  const lapse = { startsAt, createdAt: at, checkedInAt: null, source: hit.source };
  const lapsesAt = isRequest ? startsAt : lapseOf(space.noShowGraceMinutes, lapse);
  const change = {
    verb: "move" as const,
    at,
    reason,
    closureId: closureOf(hit),
    before: asItWas(hit),
  };
  const data = { resourceId: resource.id, day: dateColumn(day), part, startsAt, endsAt, lapsesAt };
  const moved = await freeBooking(tx, actor, hit, change, data);
  if (!moved.ok) return refuse("list_changed");
  await noteInJournal(tx, actor, hit, "booking.moved", reason);
  const kind = isRequest ? "booking-requested" : "booking-moved";
  await notifyOfBooking(tx, kind, hit.id, { because, reason, before: placeOf(hit) });
  return ok(null);
}

function placeOf({ resourceName, startsAt, endsAt }: Hit) {
  return { resourceName, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** A booking belongs to its space: in another one it is another booking, and this one ends. */
async function moveElsewhere(
  tx: Tx,
  actor: Actor,
  hit: Hit,
  { space, resource, moment }: Destination,
  { because, reason, closureOf, at }: Cause,
): Promise<Result<null, "list_changed">> {
  const id = crypto.randomUUID();
  const before = { ...asItWas(hit), movedTo: { spaceId: space.id, bookingId: id } };
  const change = { reason, closureId: closureOf(hit), at, before };
  const cancelled = await cancelLocked(tx, actor, hit, change);
  if (!cancelled.ok) return refuse("list_changed");
  const taken = await takePlace(tx, space, moment, [resource], {
    id,
    personId: hit.personId,
    guestName: hit.personId ? null : hit.name,
    companions: hit.companions,
    state: "confirmed",
    source: "host",
    createdBy: personIdOf(actor),
    createdAt: at,
    countsQuota: false,
  });
  if (!taken.ok) return refuse("list_changed");
  const home = await tx.space.findFirstOrThrow({
    where: { id: hit.spaceId },
    select: { name: true },
  });
  const entry = { bookingId: hit.id, spaceName: home.name, sequence: hit.sequence + 1 };
  await noteInJournal(tx, actor, { ...hit, id, spaceId: space.id }, "booking.moved", reason);
  await notifyOfBooking(tx, "booking-moved", id, {
    because,
    reason,
    before: { ...placeOf(hit), elsewhere: entry },
  });
  return ok(null);
}
