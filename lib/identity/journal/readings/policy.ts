import { type Actor, isStaff } from "@/lib/core/actor";

/** The journal is read by staff and admins: they answer for what hosts and they themselves do. */
export function canReadJournal(actor: Actor): boolean {
  return isStaff(actor);
}
