import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import type { Tx } from "@/lib/infra/db";
import { findKeptSpace } from "@/lib/members/memberships/queries";
import type { MembershipPersonInput } from "@/lib/members/memberships/schema";
import { erasePerson } from "../commands";

/**
 * Erases somebody without e-mail who asks it of their host, as an account erases itself. Journalled.
 * Hosts of the space that keeps the person; NotFound once they have an account of their own, which only
 * they erase. GDPR, article 17.
 */
export async function eraseKeptPerson(
  actor: Actor,
  { slug, personId }: MembershipPersonInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  const { id: spaceId } = await findKeptSpace(actor, slug);
  const stillMay = async (tx: Tx) => {
    await tx.$queryRaw`SELECT 1 FROM kept_people WHERE person_id = ${personId}::uuid FOR UPDATE`;
    const kept = await tx.keptPerson.findFirst({ where: { spaceId, personId, claimedAt: null } });
    if (!kept) throw new NotFound();
  };
  const erased = await erasePerson(actor, personId, at, { spaceId, stillMay });
  if (!erased.ok) throw new Error(`somebody without e-mail has a role: ${erased.refusal}`);
  return ok(null);
}
