import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { findKeptSpace } from "../memberships/queries";

export type OpenInvitation = { id: string; email: string | null; createdAt: Date; expiresAt: Date };

/** Invitations of a space that may still be used, the latest first; never their code. Hosts of the space. */
export async function listOpenInvitations(
  actor: Actor,
  slug: string,
  at: Date,
): Promise<OpenInvitation[]> {
  const { id: spaceId } = await findKeptSpace(actor, slug);
  return db.invitation.findMany({
    where: { spaceId, usedAt: null, revokedAt: null, expiresAt: { gt: at } },
    select: { id: true, email: true, createdAt: true, expiresAt: true },
    orderBy: { id: "desc" },
  });
}
