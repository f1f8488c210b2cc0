import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";

/** Enters the survey for anybody: intercommunal staff, an admin. */
export function canEnterForAll(actor: Actor): boolean {
  return isStaff(actor);
}

/** Enters the survey at a space: its host, and an admin, who runs the day of every space. */
export function canEnterAtSpace(actor: Actor, spaceId: string): boolean {
  if (isHostOf(actor, spaceId)) return true;
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "admin");
}
