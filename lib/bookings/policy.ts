import { type Actor, isHostOf, isStaff, type PersonActor } from "@/lib/core/actor";
import type { BookingVerb } from "./states/schema";

/** What an actor is to a booking. Staff read figures, they touch no booking. */
export type Standing = "owner" | "host" | "admin" | "system" | "stranger";

const hosts: readonly Standing[] = ["host", "admin", "system"];
const ownerAndHosts: readonly Standing[] = ["owner", ...hosts];

/**
 * Who may say which verb of a booking, as data: the screens, the actions and the API read this table
 * and nothing else. `see` is reading it with its names; `book_for` is booking for somebody else.
 */
export const bookingRights: Record<BookingVerb | "see" | "book_for", readonly Standing[]> = {
  see: ownerAndHosts,
  book_for: hosts,
  confirm: hosts,
  refuse: hosts,
  accept: ["owner"],
  lapse: ["system"],
  cancel: ownerAndHosts,
  move: ownerAndHosts,
  keep: hosts,
  swap: ["owner"],
  check_in: ownerAndHosts,
  undo_check_in: hosts,
  check_out: ownerAndHosts,
  mark_no_show: hosts,
  release: ownerAndHosts,
  reinstate: hosts,
};

/** Whether the actor may say that verb of this booking; what they may not see is « not found ». */
export function canDo(
  actor: Actor,
  verb: keyof typeof bookingRights,
  booking: { personId: string | null; spaceId: string },
): boolean {
  return standingsOf(actor, booking).some((standing) => bookingRights[verb].includes(standing));
}

/** All that the actor is to it: a host may hold a booking of their own. */
export function standingsOf(
  actor: Actor,
  booking: { personId: string | null; spaceId: string },
): Standing[] {
  if (actor.kind === "system") return ["system"];
  if (actor.kind !== "person") return ["stranger"];
  const standings: Standing[] = [];
  if (isOwnBooking(actor, booking)) standings.push("owner");
  if (isHostOf(actor, booking.spaceId)) standings.push("host");
  if (actor.grants.some((grant) => grant.role === "admin")) standings.push("admin");
  return standings.length > 0 ? standings : ["stranger"];
}

/** Anybody signed in books for themselves. */
export function canBook(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}

/** One's own booking, or any booking of a space one hosts; the system for demonstration data and jobs. */
export function canSeeBooking(
  actor: Actor,
  booking: { personId: string | null; spaceId: string },
): boolean {
  return canDo(actor, "see", booking);
}

/** The person the booking is for. */
export function isOwnBooking(actor: Actor, booking: { personId: string | null }): boolean {
  return actor.kind === "person" && actor.personId === booking.personId;
}

/** Runs the day of a space (arrivals, walk-ins, closing): its hosts, an admin, the system. */
export function canRunDay(actor: Actor, spaceId: string): boolean {
  return canDo(actor, "book_for", { personId: null, spaceId });
}

/** Closes the whole network at once, and opens it again: intercommunal staff, an admin, the system. */
export function canCloseNetwork(actor: Actor): boolean {
  return actor.kind === "system" || isStaff(actor);
}
