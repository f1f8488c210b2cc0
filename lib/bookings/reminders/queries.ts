import { dayFromColumn } from "@/lib/core/day";
import { Prisma, type Tx } from "@/lib/infra/db";
import { isReminderDue, type Remindable, reminderKey } from "./rules";

export type DueReminder = { bookingId: string; key: string };

/** Furthest start looked at: the evening before is never more than a day and a half ahead. */
const aheadMs = 36 * 3_600_000;

type Row = Omit<Remindable, "day"> & { id: string; personId: string; day: Date };

/** Sure bookings whose reminder is due and was not written yet; for the job. */
export async function listDueReminders(client: Tx, at: Date): Promise<DueReminder[]> {
  const until = new Date(at.getTime() + aheadMs);
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT b.id::text AS id, b.person_id::text AS "personId", b.day, b.starts_at AS "startsAt",
      b.created_at AS "createdAt", s.time_zone AS "timeZone"
    FROM spaces s
    JOIN bookings b ON b.space_id = s.id AND b.starts_at > ${at} AND b.starts_at < ${until}
      AND b.state = 'confirmed'
    JOIN persons p ON p.id = b.person_id AND p.erased_at IS NULL AND p.email IS NOT NULL
    ORDER BY b.starts_at, b.id`);
  const due = rows
    .filter((row) => isReminderDue({ ...row, day: dayFromColumn(row.day) }, at))
    .map((row) => ({ bookingId: row.id, key: reminderKey(row) }));
  const written = await client.notification.findMany({
    where: { onceKey: { in: due.map(({ key }) => key) } },
    select: { onceKey: true },
  });
  const known = new Set(written.map(({ onceKey }) => onceKey));
  return due.filter(({ key }) => !known.has(key));
}
