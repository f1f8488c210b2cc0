import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { canSeeEmergencyContact } from "./policy";

export type EmergencyContactView = { name: string; phone: string };

/** Whom to call for somebody; null when nobody is named, and for whoever may not see it. */
export async function findEmergencyContact(
  actor: Actor,
  personId: string,
): Promise<EmergencyContactView | null> {
  const memberships = await db.membership.findMany({
    where: { personId, state: "active" },
    select: { spaceId: true },
  });
  const activeSpaceIds = memberships.map(({ spaceId }) => spaceId);
  if (!canSeeEmergencyContact(actor, { personId, activeSpaceIds })) return null;
  return db.emergencyContact.findUnique({
    where: { personId },
    select: { name: true, phone: true },
  });
}
