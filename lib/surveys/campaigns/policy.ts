import { type Actor, isStaff } from "@/lib/core/actor";

/** Runs campaigns and writes questionnaires: intercommunal staff and admins. */
export function canRunCampaigns(actor: Actor): boolean {
  return isStaff(actor);
}
