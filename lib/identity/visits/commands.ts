import { LRUCache } from "lru-cache";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";

/** Whose visit of which day this process has noted: forgetting it costs one statement. */
const noted = new LRUCache<string, string>({ max: 10_000 });

/**
 * Notes the day somebody came, never the hour, once a day: an account in use is not erased. A warning
 * that nobody uses it is over with that.
 */
export async function noteVisit(actor: Actor, at: Date = now()): Promise<void> {
  const personId = personIdOf(actor);
  const day = at.toISOString().slice(0, 10);
  if (!personId || noted.get(personId) === day) return;
  await db.person.updateMany({
    where: { id: personId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: new Date(day) } }] },
    data: { lastSeenAt: new Date(day), inactivityWarnedAt: null },
  });
  noted.set(personId, day);
}
