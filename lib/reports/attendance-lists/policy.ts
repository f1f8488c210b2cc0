import type { Actor } from "@/lib/core/actor";
import { canReadReports } from "../policy";

/** Staff and admins, as people who answer for what they open; never the system. */
export function canOpenLists(actor: Actor): boolean {
  return actor.kind === "person" && canReadReports(actor);
}
