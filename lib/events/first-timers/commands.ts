import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma, type Tx } from "@/lib/infra/db";
import { daysOpen } from "../attendance/rules";
import { isUnseen } from "./queries";

/** Who somebody was is kept thirteen months: a month before, what it says of them is frozen. */
const monthsKnown = 12;

/**
 * Freezes whether each person present had come before: of sheets that are closed by then, and of whoever is
 * about to be forgotten, so that forgetting makes nobody new again. Frozen once, never reckoned anew. System
 * only.
 */
export async function freezeFirstTimers(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  await inTransaction(async (tx) => {
    await freeze(
      tx,
      Prisma.sql`(e.day + ${daysOpen}::int < (${at}::timestamptz AT TIME ZONE s.time_zone)::date OR EXISTS (
        SELECT FROM event_registrations o
        WHERE (o.person_id = r.person_id OR o.email_key = r.email_key)
          AND o.created_at <= ${at}::timestamptz - make_interval(months => ${monthsKnown}::int)))`,
    );
    return ok(null);
  }, 60_000);
}

/** The same of one person who leaves, and of that mailbox, in the caller's transaction, sheets closed or not. */
export async function freezeFirstTimesOf(
  tx: Tx,
  { personId, emailKeys }: { personId: string; emailKeys: string[] },
): Promise<void> {
  await freeze(
    tx,
    Prisma.sql`(r.person_id = ${personId}::uuid OR r.email_key = ANY(${emailKeys}::text[]))`,
  );
}

async function freeze(tx: Tx, which: Prisma.Sql): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE event_attendees a SET first_time = ${isUnseen}
    FROM event_registrations r, events e JOIN spaces s ON s.id = e.space_id
    WHERE r.space_id = a.space_id AND r.id = a.registration_id
      AND e.space_id = a.space_id AND e.id = a.event_id
      AND a.first_time IS NULL AND a.position = 0 AND a.present_at IS NOT NULL
      AND (r.person_id IS NOT NULL OR r.email_key IS NOT NULL) AND ${which}`);
}
