import type { Actor } from "@/lib/core/actor";

/** One erases oneself, and the system whoever has not been for two years: nobody another, staff neither. */
export function canErase(actor: Actor, personId: string): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "person" && actor.personId === personId;
}
