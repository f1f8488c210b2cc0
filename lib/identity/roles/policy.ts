import { type Actor, isStaff, type RoleName } from "@/lib/core/actor";

/** Staff name hosts; only an admin names staff and admins; the system may do both. */
export function canGrantRole(actor: Actor, role: RoleName): boolean {
  if (actor.kind === "system") return true;
  if (role === "host") return isStaff(actor);
  return actor.kind === "person" && actor.grants.some((grant) => grant.role === "admin");
}

/** Who holds what is read by staff: they answer for it. */
export function canSeeRoles(actor: Actor): boolean {
  return isStaff(actor);
}
