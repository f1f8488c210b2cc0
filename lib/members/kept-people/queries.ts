import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { findKeptSpace } from "../memberships/queries";

export type KeptView = { phone: string | null; codeUntil: Date | null };

/** What hosts keep of somebody without e-mail: telephone, and until when a code is good; null for others. */
export async function findKeptPerson(
  actor: Actor,
  { slug, personId }: { slug: string; personId: string },
  at: Date,
): Promise<KeptView | null> {
  const { id: spaceId } = await findKeptSpace(actor, slug);
  const kept = await db.keptPerson.findFirst({ where: { spaceId, personId, claimedAt: null } });
  if (!kept) return null;
  const isGood =
    kept.claimHash !== null && kept.claimExpiresAt !== null && kept.claimExpiresAt > at;
  return { phone: kept.phone, codeUntil: isGood ? kept.claimExpiresAt : null };
}
