import { type Actor, isStaff } from "@/lib/core/actor";
import { canKeepMembers } from "../memberships/policy";

/** Makes, renames and withdraws the habilitations of the network: staff, an admin, the system. */
export function canKeepHabilitations(actor: Actor): boolean {
  return actor.kind === "system" || isStaff(actor);
}

/** Gives one to a member of a space, and takes it back: whoever keeps the members of that space. */
export function canGiveHabilitations(actor: Actor, spaceId: string): boolean {
  return canKeepMembers(actor, spaceId);
}
