import type { Interval } from "@/lib/core/interval";
import { ok } from "@/lib/core/result";
import { db, inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { longestBookingMs } from "../rules";
import type { BookingState } from "../states/schema";

/**
 * Writes what time has already decided over that interval of a space: offers and requests that lapsed,
 * bookings nobody came for. True when something was freed. Rows another transaction is settling are
 * left to it.
 */
export async function settleLapsed(
  tx: Tx,
  spaceId: string,
  during: Interval,
  at: Date,
): Promise<boolean> {
  const settled = await inOwnTransaction(tx, async (own) => settleIn(own, spaceId, during, at));
  return settled > 0;
}

async function inOwnTransaction(client: Tx, work: (tx: Tx) => Promise<number>): Promise<number> {
  if (client !== db) return work(client);
  const result = await inTransaction<number, never>(async (tx) => ok(await work(tx)));
  return result.ok ? result.value : 0;
}

async function settleIn(tx: Tx, spaceId: string, during: Interval, at: Date): Promise<number> {
  const from = new Date(during.startsAt.getTime() - longestBookingMs);
  const rows = await tx.$queryRaw<{ id: string; state: BookingState }[]>(Prisma.sql`
    WITH due AS (
      SELECT id, state FROM bookings
      WHERE space_id = ${spaceId}::uuid AND lapses_at <= ${at}
        AND starts_at > ${from} AND starts_at < ${during.endsAt}
      ORDER BY id FOR UPDATE SKIP LOCKED
    ), settled AS (
      UPDATE bookings b
      SET state = CASE due.state WHEN 'confirmed' THEN 'no_show' ELSE 'lapsed' END::booking_state,
          ended_at = b.lapses_at, lapses_at = NULL, sequence = b.sequence + 1
      FROM due WHERE b.space_id = ${spaceId}::uuid AND b.id = due.id
      RETURNING b.id, b.state, b.ended_at, due.state AS was
    ), noted AS (
      INSERT INTO booking_changes (id, space_id, booking_id, at, verb, from_state, to_state)
      SELECT gen_random_uuid(), ${spaceId}::uuid, id, ended_at,
             CASE state WHEN 'no_show' THEN 'mark_no_show' ELSE 'lapse' END, was, state
      FROM settled
    )
    SELECT id, state FROM settled`);
  return rows.length;
}
