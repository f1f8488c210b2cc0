import type { Actor } from "@/lib/core/actor";
import { addDays, dayFromColumn, instantAt } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, Prisma } from "@/lib/infra/db";
import { tellSomeRegistered } from "../../tellings/notices/commands";

/** Nine in the morning of the day after, by the wall of the space. */
const askedAtMinute = 540;
/** An event nobody was asked about in these days is not asked about any more. */
const behindMs = 4 * 86_400_000;
const chunk = 200;

/**
 * Asks whoever came what they thought, once, from nine in the morning of the day after: those ticked, or
 * where nobody was, all who had seats. Bears being run twice. Run by the system only.
 */
export async function askFeedback(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const over = await db.event.findMany({
    where: {
      ...{ state: "published", needsRegistration: true },
      endsAt: { lte: at, gt: new Date(at.getTime() - behindMs) },
    },
    include: { space: { select: { timeZone: true } } },
  });
  for (const { space, ...event } of over) {
    const next = addDays(dayFromColumn(event.day), 1);
    if (at < instantAt(next, askedAtMinute, space.timeZone)) continue;
    const onceKey = "event-over";
    const ids = await listUnasked(event, onceKey);
    for (let from = 0; from < ids.length; from += chunk) {
      const some = ids.slice(from, from + chunk);
      await inTransaction(async (tx) => {
        const telling = { ids: some, onceKey, page: "avis" as const };
        await tellSomeRegistered(tx, "event-over", event, telling, at);
        return ok(null);
      });
    }
  }
}

/** Those who came and were not asked yet. */
async function listUnasked(
  { spaceId, id }: { spaceId: string; id: string },
  onceKey: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH ticked AS (
      SELECT registration_id FROM event_attendees
      WHERE space_id = ${spaceId}::uuid AND event_id = ${id}::uuid AND present_at IS NOT NULL)
    SELECT r.id::text FROM event_registrations r
    WHERE r.space_id = ${spaceId}::uuid AND r.event_id = ${id}::uuid
      AND CASE WHEN EXISTS (SELECT FROM ticked) THEN r.id IN (SELECT registration_id FROM ticked)
        ELSE r.state = 'confirmed' END
      AND NOT EXISTS (
        SELECT FROM notifications n WHERE n.once_key = ${`${onceKey} `}::text || r.id::text)
    ORDER BY r.id`);
  return rows.map((row) => row.id);
}
