import { isReminderDue } from "@/lib/bookings/reminders/rules";
import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma } from "@/lib/infra/db";
import { tellSomeRegistered } from "../tellings/notices/commands";

/** Furthest start looked at: the evening before is never more than a day and a half ahead. */
const aheadMs = 36 * 3_600_000;
const chunk = 200;

/**
 * Reminds everybody who has seats of an event of the next day, once, from six in the evening before by the
 * wall of the space; whoever registered that very day is not, nor whoever chose none. Bears being run twice.
 * Run by the system only.
 */
export async function remindOfEvents(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const coming = await db.event.findMany({
    where: {
      state: "published",
      startsAt: { gt: at, lt: new Date(at.getTime() + aheadMs) },
    },
    include: { space: { select: { timeZone: true } } },
  });
  for (const { space, ...event } of coming) {
    const onceKey = `event-reminder ${event.startsAt.toISOString()}`;
    const { startsAt } = event;
    const moment = { day: dayFromColumn(event.day), startsAt, timeZone: space.timeZone };
    const rows = await listUnreminded(event, onceKey);
    const due = rows.filter(({ createdAt }) => isReminderDue({ ...moment, createdAt }, at));
    for (let from = 0; from < due.length; from += chunk) {
      const ids = due.slice(from, from + chunk).map(({ id }) => id);
      await inTransaction(async (tx) => {
        await tellSomeRegistered(tx, "event-reminder", event, { ids, onceKey }, at);
        return ok(null);
      });
    }
  }
}

/** Those with seats who were not reminded of that start yet. */
async function listUnreminded({ spaceId, id }: { spaceId: string; id: string }, onceKey: string) {
  return db.$queryRaw<{ id: string; createdAt: Date }[]>(Prisma.sql`
    SELECT r.id::text, r.created_at AS "createdAt" FROM event_registrations r
    WHERE r.space_id = ${spaceId}::uuid AND r.event_id = ${id}::uuid AND r.state = 'confirmed'
      AND r.source <> 'walk_in' AND NOT EXISTS (
        SELECT FROM notifications n WHERE n.once_key = ${`${onceKey} `}::text || r.id::text)
    ORDER BY r.id`);
}
