import { type Actor, isHostOf, type PersonActor } from "@/lib/core/actor";

/** Anybody signed in books for themselves. */
export function canBook(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}

/** One's own booking, or any booking of a space one hosts; the system for demonstration data and jobs. */
export function canSeeBooking(
  actor: Actor,
  booking: { personId: string | null; spaceId: string },
): boolean {
  return isOwnBooking(actor, booking) || canRunDay(actor, booking.spaceId);
}

/** The person the booking is for. */
export function isOwnBooking(actor: Actor, booking: { personId: string | null }): boolean {
  return actor.kind === "person" && actor.personId === booking.personId;
}

/** Runs the day of a space (arrivals, walk-ins, closing): its hosts, an admin, the system. */
export function canRunDay(actor: Actor, spaceId: string): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "person") return false;
  return isHostOf(actor, spaceId) || actor.grants.some((grant) => grant.role === "admin");
}
