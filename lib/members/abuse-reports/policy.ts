import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";

export type ReportedOf = {
  /** Whom it is about. */
  personId: string;
  /** Spaces whose hosts answer for it. */
  spaceIds: readonly string[];
};

/** Staff see and handle every report, hosts those of their spaces; nobody one about themselves. */
export function canHandleReport(actor: Actor, { personId, spaceIds }: ReportedOf): boolean {
  if (actor.kind !== "person" || actor.personId === personId) return false;
  return isStaff(actor) || spaceIds.some((spaceId) => isHostOf(actor, spaceId));
}

/** The list of a space is for its hosts and staff; the whole network's (null) for staff. */
export function canListReports(actor: Actor, spaceId: string | null): boolean {
  return isStaff(actor) || (spaceId !== null && isHostOf(actor, spaceId));
}

/** Who told of it is said to staff alone: a host often knows both. */
export function canSeeReporter(actor: Actor): boolean {
  return isStaff(actor);
}
