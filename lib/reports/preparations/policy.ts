import type { Actor } from "@/lib/core/actor";
import { canReadReports } from "../policy";

/** Whoever asked, while they may read reports, and admins. */
export function canOpenPreparation(actor: Actor, askedBy: string): boolean {
  if (actor.kind !== "person" || !canReadReports(actor)) return false;
  return actor.personId === askedBy || seesEvery(actor);
}

/** Admins see those of everybody. */
export function seesEvery(actor: Actor): boolean {
  return actor.kind === "person" && actor.grants.some(({ role }) => role === "admin");
}
