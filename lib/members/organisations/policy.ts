import { type Actor, isStaff } from "@/lib/core/actor";
import type { OrganisationRole } from "./schema";

/** Makes organisations: intercommunal staff, hosts of any space, the system. */
export function canMakeOrganisations(actor: Actor): boolean {
  if (actor.kind === "system" || isStaff(actor)) return true;
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "host");
}

/** Names its delegates and ends it: staff, and the host who made it while still a host. */
export function canRunOrganisation(actor: Actor, { createdBy }: { createdBy: string }): boolean {
  if (actor.kind === "system" || isStaff(actor)) return true;
  return actor.kind === "person" && actor.personId === createdBy && canMakeOrganisations(actor);
}

export type Standing = { role: OrganisationRole; agreedAt: Date | null; endedAt: Date | null };

/** Belongs now, in that role, by their own agreement. */
export function isAgreed(standing: Standing | null | undefined, role: OrganisationRole): boolean {
  return standing?.role === role && standing.agreedAt !== null && standing.endedAt === null;
}
