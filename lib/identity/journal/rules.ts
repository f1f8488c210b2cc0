import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";
import { dayOf, homeTimeZone, instantAt } from "@/lib/core/day";

/**
 * As what somebody sees other people's data: host of that space, or staff; null = neither, a member. On a
 * page of no space: staff, or a host of any.
 */
export function viewerRole(actor: Actor, spaceId: string | null): "host" | "staff" | null {
  if (spaceId !== null && isHostOf(actor, spaceId)) return "host";
  if (isStaff(actor)) return "staff";
  const hosts = actor.kind === "person" && actor.grants.some(({ role }) => role === "host");
  return spaceId === null && hosts ? "host" : null;
}

/** The start of the network's local day at that instant: views are noted once a day. */
export function journalDayStart(at: Date): Date {
  return instantAt(dayOf(at, homeTimeZone), 0, homeTimeZone);
}
