import { type Actor, isHostOf } from "@/lib/core/actor";

/** Sets up the resources of a space: its hosts, an admin, the system. */
export function canSetUpResources(actor: Actor, spaceId: string): boolean {
  if (actor.kind === "system") return true;
  if (isHostOf(actor, spaceId)) return true;
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "admin");
}
