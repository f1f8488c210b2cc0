import { db, Prisma } from "@/lib/infra/db";

/**
 * SQL that is true of an attendee `a` of a registration `r` of an event `e` whom no earlier event of the
 * network saw, by their account or their mailbox, as far as these are kept. Null-free.
 */
export const isUnseen: Prisma.Sql = Prisma.sql`(
  (r.person_id IS NOT NULL OR r.email_key IS NOT NULL) AND NOT EXISTS (
    SELECT FROM event_registrations before
    JOIN event_attendees there ON there.space_id = before.space_id
      AND there.registration_id = before.id AND there.position = 0 AND there.present_at IS NOT NULL
    JOIN events earlier ON earlier.space_id = before.space_id AND earlier.id = before.event_id
    WHERE (before.person_id = r.person_id OR before.email_key = r.email_key)
      AND earlier.starts_at < e.starts_at))`;

/** The same as it was frozen, and as it is read now until then. */
export const comesFirst: Prisma.Sql = Prisma.sql`coalesce(a.first_time, ${isUnseen})`;

/**
 * Of whoever registered and is present, those whom no earlier event of the network saw, by their account
 * or their mailbox; once the sheet is closed, as it was then.
 */
export async function countFirstTimers(spaceId: string, eventId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count
    FROM event_attendees a
    JOIN event_registrations r ON r.space_id = a.space_id AND r.id = a.registration_id
    JOIN events e ON e.space_id = a.space_id AND e.id = a.event_id
    WHERE a.space_id = ${spaceId}::uuid AND a.event_id = ${eventId}::uuid
      AND a.position = 0 AND a.present_at IS NOT NULL AND ${comesFirst}`);
  return row?.count ?? 0;
}
