import type { Interval } from "@/lib/core/interval";
import { decideDeparture } from "../moves/rules";
import { decideReinstatement, decideRelease } from "../releases/rules";
import { type Holding, stateAt } from "../states/rules";
import { isSwappable } from "../swaps/rules";

/** What one may want to do with a booking besides cancelling it. */
export type OfferedVerb = "move" | "swap" | "release" | "check_out" | "reinstate";

const ofEvents: readonly OfferedVerb[] = ["move", "reinstate"];

export type OfferableBooking = Holding &
  Interval & {
    personId: string | null;
    source?: string;
    checkedInAt: Date | null;
    checkedOutAt: Date | null;
    cancellableUntil: Date;
    needsApproval: boolean;
  };

/**
 * Verbs worth showing at that instant: those their own rules would not refuse outright. Nothing is
 * promised: the command decides again. Exchanging is shown to the member alone, restoring to hosts.
 */
export function offeredVerbs(
  booking: OfferableBooking,
  { isOwn, runsDay }: { isOwn: boolean; runsDay: boolean },
  at: Date,
): OfferedVerb[] {
  const isThere =
    stateAt(booking, at) === "confirmed" && booking.checkedInAt !== null && !booking.checkedOutAt;
  const verbs: [OfferedVerb, boolean][] = [
    ["move", decideDeparture(booking, runsDay, at) === null],
    ["swap", isOwn && isSwappable(booking, at)],
    ["release", decideRelease(booking, runsDay && !isOwn, at) === null],
    ["check_out", isThere && booking.startsAt <= at && at < booking.endsAt],
    ["reinstate", runsDay && decideReinstatement(booking, at) === null],
  ];
  // Whoever comes to an event is welcomed there: its room is only moved, or had again.
  const isSaid = (verb: OfferedVerb) => booking.source !== "event" || ofEvents.includes(verb);
  return verbs.flatMap(([verb, isOffered]) => (isOffered && isSaid(verb) ? [verb] : []));
}
