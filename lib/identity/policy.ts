import { type Actor, isStaff } from "@/lib/core/actor";

/** Staff name hosts; only an admin names staff and admins; the system may do both. */
export function canGrantRole(actor: Actor, role: "host" | "staff" | "admin"): boolean {
  if (actor.kind === "system") return true;
  if (role === "host") return isStaff(actor);
  return actor.kind === "person" && actor.grants.some((grant) => grant.role === "admin");
}
