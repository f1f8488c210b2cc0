import type { PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { hasOpenAd } from "../ads/queries";
import { isListed } from "../audiences/rules";
import { audiencesColumn } from "../audiences/schema";
import { relationTo } from "../profiles/queries";
import type { BlockInput } from "./schema";

/**
 * The actor and that person no longer see each other anywhere; nobody is told. Again does nothing more.
 * NotFound for oneself and for whoever the actor neither sees (in the directory or under an ad) nor has
 * written with: no id is tried out here.
 */
export async function blockPerson(
  actor: PersonActor,
  { personId }: BlockInput,
  at: Date = now(),
): Promise<Result<{ personId: string }, never>> {
  const pair = { blockerId: actor.personId, blockedId: personId };
  return inTransaction(async (tx) => {
    const isKnown = await knows(tx, actor, personId, at);
    // After the look, which a block of the same pair made meanwhile would already have hidden.
    const already = await tx.block.findUnique({ where: { blockerId_blockedId: pair } });
    if (already) return ok({ personId });
    if (!isKnown) throw new NotFound();
    await tx.block.createMany({ data: [{ ...pair, createdAt: at }], skipDuplicates: true });
    return ok({ personId });
  });
}

/** Takes back one's own block, not the other's; without one, nothing happens. */
export async function unblockPerson(
  actor: PersonActor,
  { personId }: BlockInput,
): Promise<Result<{ personId: string }, never>> {
  return inTransaction(async (tx) => {
    await tx.block.deleteMany({ where: { blockerId: actor.personId, blockedId: personId } });
    return ok({ personId });
  });
}

async function knows(tx: Tx, actor: PersonActor, otherId: string, at: Date): Promise<boolean> {
  if (otherId === actor.personId) return false;
  const other = await tx.person.findFirst({
    where: { id: otherId, erasedAt: null },
    select: { profile: { select: { audiences: true } } },
  });
  const relation = await relationTo(actor, otherId, at, tx);
  const conversation = await tx.conversation.findFirst({
    where: {
      OR: [
        { starterId: actor.personId, otherId },
        { starterId: otherId, otherId: actor.personId },
      ],
    },
    select: { id: true },
  });
  if (!other) return false;
  const audiences = audiencesColumn.parse(other.profile?.audiences ?? {});
  if (conversation !== null || isListed(audiences, relation)) return true;
  return relation !== "hidden" && (await hasOpenAd(otherId, at, tx));
}
