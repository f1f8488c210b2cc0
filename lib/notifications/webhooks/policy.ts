import { type Actor, isHostOf, type PersonActor } from "@/lib/core/actor";

/** Anybody hears of their own bookings; of those of a space, its hosts and an admin. */
export function canHearOf(actor: Actor, spaceId: string | null): actor is PersonActor {
  if (actor.kind !== "person") return false;
  if (spaceId === null || isHostOf(actor, spaceId)) return true;
  return actor.grants.some((grant) => grant.role === "admin");
}

/** One's own address, or that of a space one may hear of. */
export function canManageWebhook(
  actor: Actor,
  webhook: { personId: string | null; spaceId: string | null },
): boolean {
  if (actor.kind !== "person") return false;
  if (webhook.spaceId !== null) return canHearOf(actor, webhook.spaceId);
  return webhook.personId === actor.personId;
}
