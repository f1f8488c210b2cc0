import { type Actor, isHostOf } from "@/lib/core/actor";

/**
 * Whom to call is for oneself and for the hosts of the spaces one belongs to now; nobody else, staff
 * and admins included.
 */
export function canSeeEmergencyContact(
  actor: Actor,
  owner: { personId: string; activeSpaceIds: readonly string[] },
): boolean {
  if (actor.kind !== "person") return false;
  if (actor.personId === owner.personId) return true;
  return owner.activeSpaceIds.some((spaceId) => isHostOf(actor, spaceId));
}
