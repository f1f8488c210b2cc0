import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { hullOf, type Interval } from "@/lib/core/interval";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma, rowsOf, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { notifyOfBooking, notifyOfLapsedRequest } from "../notices/commands";
import { closeSpentOffers, offerFreed } from "../offers/commands";
import { spaceLock, tellWebhooks } from "../places/commands";
import { longestBookingMs } from "../rules";
import type { BookingState } from "../states/schema";

/** Bookings settled in one transaction; what is left is for the next. */
const batch = 100;

const anythingDue = {
  name: "anything_due",
  text: `SELECT EXISTS (SELECT FROM bookings
    WHERE space_id = $1::uuid AND lapses_at <= $2 AND starts_at > $3 AND starts_at < $4) AS due`,
};

/** Whether time has decided over that interval of a space something that no row says yet. */
export async function hasLapsed(
  tx: Tx,
  spaceId: string,
  during: Interval,
  at: Date,
): Promise<boolean> {
  const from = new Date(during.startsAt.getTime() - longestBookingMs);
  const [row] = await rowsOf<{ due: boolean }>(tx, anythingDue, [spaceId, at, from, during.endsAt]);
  return row?.due === true;
}

/**
 * Writes what time has already decided over that interval of a space: offers and requests that lapsed,
 * bookings nobody came for; tells the members of the last two, and serves whoever waits. True when
 * something was freed. Holds the space alone: a transaction that already took a place there must not call it.
 */
export async function settleLapsed(
  tx: Tx,
  spaceId: string,
  during: Interval,
  at: Date,
): Promise<boolean> {
  // Most places in the way are simply taken: a transaction is opened only when something is due.
  if (!(await hasLapsed(tx, spaceId, during, at))) return false;
  const settled = await inOwnTransaction(tx, async (own) => settleIn(own, spaceId, during, at));
  return settled > 0;
}

/**
 * Does it, and does it again when it was refused `slot_taken` though only what time has ended held the
 * place: an UPDATE meets the constraint until that is written. `wanted` says where, once it is known.
 */
export async function againOnceSettled<Value, Refusal extends string>(
  tx: Tx,
  attempt: () => Promise<Result<Value, Refusal>>,
  wanted: () => (Interval & { spaceId: string }) | null,
  at: Date,
): Promise<Result<Value, Refusal>> {
  const first = await attempt();
  const place = wanted();
  if (first.ok || first.refusal !== "slot_taken" || !place) return first;
  return (await settleLapsed(tx, place.spaceId, place, at)) ? attempt() : first;
}

async function inOwnTransaction(client: Tx, work: (tx: Tx) => Promise<number>): Promise<number> {
  if (client !== db) return work(client);
  const result = await inTransaction<number, never>(async (tx) => ok(await work(tx)));
  return result.ok ? result.value : 0;
}

type Settled = Interval & { id: string; state: BookingState; was: BookingState };

async function settleIn(tx: Tx, spaceId: string, during: Interval, at: Date): Promise<number> {
  await lockAlone(tx, spaceLock(spaceId));
  const settled = await writeLapsed(tx, spaceId, during, at);
  if (settled.length === 0) return 0;
  await closeSpentOffers(tx, spaceId, "lapsed", at);
  await tellWebhooks(
    tx,
    spaceId,
    settled.map(({ id }) => id),
    "cancelled",
  );
  for (const { id, state } of settled) {
    if (state === "no_show") await notifyOfBooking(tx, "booking-no-show", id);
  }
  await offerFreed(tx, spaceId, hullOf(settled), at);
  // Last: what was just offered to whoever waits is free for nobody else.
  for (const { id, was } of settled) {
    if (was === "requested") await notifyOfLapsedRequest(tx, id, at);
  }
  return settled.length;
}

async function writeLapsed(
  tx: Tx,
  spaceId: string,
  during: Interval,
  at: Date,
): Promise<Settled[]> {
  const from = new Date(during.startsAt.getTime() - longestBookingMs);
  return tx.$queryRaw<Settled[]>(Prisma.sql`
    WITH due AS (
      SELECT id, state FROM bookings
      WHERE space_id = ${spaceId}::uuid AND lapses_at <= ${at}
        AND starts_at > ${from} AND starts_at < ${during.endsAt}
      ORDER BY lapses_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ), settled AS (
      UPDATE bookings b
      SET state = CASE due.state WHEN 'confirmed' THEN 'no_show' ELSE 'lapsed' END::booking_state,
          ended_at = b.lapses_at, lapses_at = NULL, sequence = b.sequence + 1
      FROM due WHERE b.space_id = ${spaceId}::uuid AND b.id = due.id
      RETURNING b.id, b.state, b.starts_at, b.ends_at, b.ended_at, due.state AS was
    ), noted AS (
      INSERT INTO booking_changes (id, space_id, booking_id, at, verb, from_state, to_state)
      SELECT gen_random_uuid(), ${spaceId}::uuid, id, ended_at,
             CASE state WHEN 'no_show' THEN 'mark_no_show' ELSE 'lapse' END, was, state
      FROM settled
    )
    SELECT id, state, was, starts_at AS "startsAt", ends_at AS "endsAt" FROM settled`);
}

/** Past and to come, as far as a booking may be. */
const always: Interval = { startsAt: new Date(0), endsAt: new Date("2200-01-01T00:00:00Z") };

/**
 * Settles a space wholly, however much there is: what a take in a transaction needs done first
 * (StaleReading), and what a last try does itself.
 */
export async function settleSpace(tx: Tx, spaceId: string, at: Date): Promise<void> {
  for (let isMore = true; isMore; ) isMore = await settleLapsed(tx, spaceId, always, at);
}

/**
 * Every space where something has lapsed or somebody waits: writes it, tells people, serves the next,
 * and those whom longer hours or a new desk can serve; closes the lines of slots that began. Nothing
 * rests on it: readings and takings tell the truth without. Several at once do it once. System only.
 */
export async function settleEverywhere(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const spaces = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT space_id AS id FROM bookings WHERE lapses_at <= ${at}
    UNION SELECT space_id FROM waiting_entries WHERE state = 'waiting'`);
  const failures: unknown[] = [];
  for (const { id } of spaces) {
    // One space in trouble keeps no other waiting.
    await settleWhole(id, at).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "some spaces were not settled");
}

async function settleWhole(spaceId: string, at: Date): Promise<void> {
  for (;;) {
    const settled = await inOwnTransaction(db, async (tx) => {
      const count = await settleIn(tx, spaceId, always, at);
      await tx.waitingEntry.updateMany({
        where: { spaceId, state: "waiting", startsAt: { lte: at } },
        data: { state: "lapsed", closedAt: at },
      });
      await offerFreed(tx, spaceId, { startsAt: at, endsAt: always.endsAt }, at);
      return count;
    });
    if (settled < batch) return;
  }
}
