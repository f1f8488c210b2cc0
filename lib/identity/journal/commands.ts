import { type Actor, personIdOf, requestIdOf } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db, Prisma, rowsOf, type Tx } from "@/lib/infra/db";
import { journalDayStart, viewerRole } from "./rules";
import type { ViewScreen } from "./schema";

export type JournalLine = {
  actor: Actor;
  /** `<noun>.<past verb>`, e.g. `booking.cancelled`. */
  action: string;
  spaceId?: string | null;
  subjectId?: string | null;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Adds a line to the append-only journal (trigger `journal_append_only`), in the transaction of the
 * change it tells. The system and visitors have no person: the action then says it all.
 */
export async function writeJournal(tx: Tx, line: JournalLine): Promise<void> {
  await tx.journalEntry.create({
    data: {
      actorId: personIdOf(line.actor),
      action: line.action,
      spaceId: line.spaceId ?? null,
      subjectId: line.subjectId ?? null,
      before: line.before ?? Prisma.DbNull,
      after: line.after ?? Prisma.DbNull,
      requestId: requestIdOf(line.actor),
    },
  });
}

export type PeopleViewed = {
  /** Null = seen for the whole network. */
  spaceId: string | null;
  screen: ViewScreen;
  people: string[];
  client?: Tx;
};

/**
 * Notes whose personal data a host or staff had on screen: once a local day for each viewer, screen,
 * space and person, so that a board open all day writes little. Others, and oneself, are not noted. Two
 * requests at once may both note somebody: listViewsOf says it once.
 */
export async function recordViews(
  actor: Actor,
  { spaceId, screen, people, client = db }: PeopleViewed,
  at: Date = now(),
): Promise<void> {
  const role = viewerRole(actor, spaceId);
  const viewerId = personIdOf(actor);
  const others = [...new Set(people)].filter((id) => id !== viewerId);
  if (!role || others.length === 0) return;
  await rowsOf(client, newViews, [
    ...[viewerId, spaceId, screen, others, at, journalDayStart(at)],
    ...[requestIdOf(actor), role],
  ]);
}

const newViews = {
  name: "new_views",
  text: `INSERT INTO journal_entries (at, actor_id, action, space_id, after, request_id)
    SELECT $5::timestamptz, $1::uuid, 'people.viewed', $2::uuid,
      jsonb_build_object('screen', $3::text, 'as', $8::text, 'people', jsonb_agg(seen.id)), $7::text
    FROM unnest($4::text[]) AS seen(id)
    WHERE NOT EXISTS (
      SELECT FROM journal_entries known
      WHERE known.actor_id = $1::uuid AND known.at BETWEEN $6::timestamptz AND $5::timestamptz
        AND known.action = 'people.viewed' AND known.space_id IS NOT DISTINCT FROM $2::uuid
        AND known.after ->> 'screen' = $3::text AND known.after -> 'people' ? seen.id)
    HAVING count(*) > 0`,
};
