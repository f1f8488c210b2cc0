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
