import { type Actor, isStaff } from "@/lib/core/actor";

/** Takes in places around from other people's files: intercommunal staff, admins, the system. */
export function canImportPlaces(actor: Actor): boolean {
  return actor.kind === "system" || isStaff(actor);
}
