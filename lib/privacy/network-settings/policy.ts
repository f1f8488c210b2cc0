import { type Actor, isStaff } from "@/lib/core/actor";

/** Staff answer for what the network says of itself. */
export function canEditNetwork(actor: Actor): boolean {
  return actor.kind === "system" || isStaff(actor);
}
