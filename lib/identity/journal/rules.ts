import { type Actor, isHostOf, isStaff } from "@/lib/core/actor";
import { dayOf, homeTimeZone, instantAt } from "@/lib/core/day";

/** As what somebody sees other people's data: host of that space, or staff; null = neither, a member. */
export function viewerRole(actor: Actor, spaceId: string | null): "host" | "staff" | null {
  if (spaceId !== null && isHostOf(actor, spaceId)) return "host";
  return isStaff(actor) ? "staff" : null;
}

/** The start of the network's local day at that instant: views are noted once a day. */
export function journalDayStart(at: Date): Date {
  return instantAt(dayOf(at, homeTimeZone), 0, homeTimeZone);
}
