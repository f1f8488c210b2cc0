import { NotFound } from "@/lib/core/errors";
import { Prisma, type Tx } from "@/lib/infra/db";

/** An event as its key. */
export type EventKey = { spaceId: string; id: string };

/**
 * The row of an event held until the transaction ends: whoever registers, cancels or is served takes it
 * first, so that seats are counted one after the other. Whoever also changes its room holds the space
 * alone before (`lockAlone(tx, spaceLock(…))`): a closure takes them in that order. NotFound.
 */
export async function lockEvent(tx: Tx, { spaceId, id }: EventKey) {
  await tx.$queryRaw(Prisma.sql`
    SELECT FROM events WHERE space_id = ${spaceId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`);
  const event = await tx.event.findUnique({ where: { spaceId_id: { spaceId, id } } });
  if (!event) throw new NotFound();
  return event;
}
