import type { PersonActor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/infra/db";

/**
 * Everybody this person must not see and who must not see them: blocked by either of the two. Every
 * list of people, ads, messages or presences leaves them out.
 */
export async function listHiddenPeople(personId: string, client: Tx = db): Promise<string[]> {
  const blocks = await client.block.findMany({
    where: { OR: [{ blockerId: personId }, { blockedId: personId }] },
  });
  return blocks.map(({ blockerId, blockedId }) => (blockerId === personId ? blockedId : blockerId));
}

export type BlockedPerson = {
  id: string;
  /** Null when their name is not for members to read any more, and the two never wrote to each other. */
  name: string | null;
  since: Date;
};

/** Whom the actor blocked, the last first; never who blocked the actor. */
export async function listBlockedPeople(actor: PersonActor): Promise<BlockedPerson[]> {
  return db.$queryRaw<BlockedPerson[]>`
    SELECT b.blocked_id AS id, b.created_at AS since,
      CASE WHEN p.audiences->>'name' IN ('members', 'everyone') OR EXISTS (
        SELECT FROM conversations c
        WHERE (c.starter_id, c.other_id) IN ((b.blocker_id, b.blocked_id), (b.blocked_id, b.blocker_id))
      ) THEN n.name END AS name
    FROM blocks b JOIN persons n ON n.id = b.blocked_id LEFT JOIN profiles p ON p.person_id = n.id
    WHERE b.blocker_id = ${actor.personId}::uuid ORDER BY b.created_at DESC, b.blocked_id`;
}
