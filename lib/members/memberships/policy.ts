import { type Actor, isHostOf } from "@/lib/core/actor";

/** Keeps the members of a space (answers, invites, welcomes): its hosts, an admin, the system. */
export function canKeepMembers(actor: Actor, spaceId: string): boolean {
  if (actor.kind === "system") return true;
  if (isHostOf(actor, spaceId)) return true;
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "admin");
}
