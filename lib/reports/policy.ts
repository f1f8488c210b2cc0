import { type Actor, isStaff } from "@/lib/core/actor";

/** Usage reports: intercommunal staff, admins, the system. Hosts see their own day, not the network. */
export function canReadReports(actor: Actor): boolean {
  return actor.kind === "system" || isStaff(actor);
}
