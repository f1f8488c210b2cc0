import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { type EventKey, lockEvent } from "../locks/commands";
import type { Room } from "../registrations/rules";
import { type LineEntry, nextOffered, seatsLeft } from "../seats/rules";
import { type NoticedEvent, tellSomeRegistered } from "../tellings/notices/commands";
import { hasLapsed, offerEnd } from "./rules";

/**
 * Settles the line of an event whose row is held (`lockEvent`): offers that have ended lapse, and what is
 * free is offered in the order of `nextOffered`, each told in this transaction; where nobody registers any
 * more, whoever waits or is offered some has them. Whoever frees seats calls it after, whoever takes
 * some before; so does a change of the capacity. Returns what is left then.
 */
export async function serveLine(tx: Tx, event: NoticedEvent, at: Date): Promise<Room> {
  const capacity = event.capacity ?? Number.POSITIVE_INFINITY;
  const line = await readLine(tx, event);
  if (event.state !== "published") return roomIn(capacity, line, at);
  const lapsed = line.filter((entry) => hasLapsed(entry, event, at));
  await lapse(tx, event, lapsed, at);
  const standing = line.filter((entry) => !lapsed.includes(entry));
  const next = nextOffered(capacity, standing, at);
  if (!event.needsRegistration) {
    const sure = [...standing.filter(({ state }) => state === "offered"), ...next];
    await confirm(tx, event, sure, at);
    const seated = standing.map((entry) =>
      sure.includes(entry) ? { ...entry, state: "confirmed" as const } : entry,
    );
    return roomIn(capacity, seated, at);
  }
  const offerUntil = offerEnd(event, at);
  await offer(tx, event, { next, offerUntil }, at);
  const served = standing.map((entry) =>
    next.includes(entry) ? { ...entry, state: "offered" as const, offerUntil } : entry,
  );
  return roomIn(capacity, served, at);
}

function roomIn(capacity: number, line: readonly LineEntry[], at: Date): Room {
  const waiting = line.filter(({ state }) => state === "waiting");
  return {
    capacity,
    left: seatsLeft(capacity, line, at),
    waiting: waiting.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

/** The line one by one, and all those sure of their seats as one entry: an event may have thousands. */
async function readLine(tx: Tx, { spaceId, id: eventId }: EventKey): Promise<LineEntry[]> {
  return tx.$queryRaw<LineEntry[]>(Prisma.sql`
    SELECT id::text, state::text, quantity, rank, offer_until AS "offerUntil" FROM event_registrations
    WHERE space_id = ${spaceId}::uuid AND event_id = ${eventId}::uuid AND state IN ('waiting', 'offered')
    UNION ALL
    SELECT 'confirmed', 'confirmed', coalesce(sum(quantity), 0)::int, 0, NULL FROM event_registrations
    WHERE space_id = ${spaceId}::uuid AND event_id = ${eventId}::uuid AND state = 'confirmed'`);
}

const idsOf = (entries: readonly LineEntry[]) => entries.map(({ id }) => id);

async function lapse(tx: Tx, event: NoticedEvent, entries: LineEntry[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE event_registrations
    SET state = 'lapsed', offer_until = NULL, ended_at = least(coalesce(offer_until, ${at}), ${at})
    WHERE space_id = ${event.spaceId}::uuid AND id = ANY(${idsOf(entries)}::uuid[])`);
  // Once it has begun nobody is next, and there is no line to go back to.
  if (at >= event.startsAt) return;
  const offered = entries.filter(({ state }) => state === "offered");
  await tellSomeRegistered(tx, "event-offer-lapsed", event, { ids: idsOf(offered) }, at);
}

async function offer(
  tx: Tx,
  event: NoticedEvent,
  { next, offerUntil }: { next: readonly LineEntry[]; offerUntil: Date },
  at: Date,
): Promise<void> {
  if (next.length === 0) return;
  await tx.eventRegistration.updateMany({
    where: { spaceId: event.spaceId, id: { in: idsOf(next) } },
    data: { state: "offered", offerUntil },
  });
  await tellSomeRegistered(tx, "event-offered", event, { ids: idsOf(next) }, at);
}

/** Sure of their seats, with nothing to answer. */
async function confirm(tx: Tx, event: NoticedEvent, entries: LineEntry[], at: Date): Promise<void> {
  if (entries.length === 0) return;
  await tx.eventRegistration.updateMany({
    where: { spaceId: event.spaceId, id: { in: idsOf(entries) } },
    data: { state: "confirmed", offerUntil: null },
  });
  await tellSomeRegistered(tx, "event-registered", event, { ids: idsOf(entries) }, at);
}

/** How many events one turn of the job looks at; the next minute goes on. */
const mostEvents = 200;

/**
 * Settles the line of every event that has an offer ended by now, or somebody waiting for one that has
 * begun: what each command does for its own, for events nobody touches. Run by the system only.
 */
export async function settleLines(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const due = await db.$queryRaw<EventKey[]>(Prisma.sql`
    SELECT DISTINCT e.space_id::text AS "spaceId", e.id::text FROM event_registrations r
    JOIN events e ON e.space_id = r.space_id AND e.id = r.event_id
    WHERE e.state = 'published' AND (r.state = 'offered' AND r.offer_until <= ${at}
      OR r.state IN ('waiting', 'offered') AND e.starts_at <= ${at})
    LIMIT ${mostEvents}`);
  let failure: unknown;
  for (const key of due) {
    try {
      await inTransaction(async (tx) => {
        await serveLine(tx, await lockEvent(tx, key), at);
        return ok(null);
      });
    } catch (error) {
      // One event keeps no other from its line; the job still says that it failed.
      failure ??= error;
    }
  }
  if (failure) throw failure;
}
