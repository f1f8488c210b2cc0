import type { Interval } from "@/lib/core/interval";
import { type Holding, stateAt } from "../states/rules";
import type { ReinstateRefusal, ReleaseRefusal } from "./schema";

type Releasing = Holding & Interval & { checkedInAt: Date | null; cancellableUntil: Date };

/**
 * Whether what remains of a booking may be given back at that instant, too late to be cancelled and
 * before its end. While its member may cancel, that is what they do; whoever is there leaves instead.
 */
export function decideRelease(
  booking: Releasing,
  runsDay: boolean,
  at: Date,
): ReleaseRefusal | null {
  if (stateAt(booking, at) !== "confirmed") return "booking_ended";
  if (booking.checkedInAt) return "already_checked_in";
  if (at >= booking.endsAt) return "too_late_to_release";
  return !runsDay && at < booking.cancellableUntil ? "still_cancellable" : null;
}

/** Whether a booking ended by mistake may stand again: cancelled or missed, and not over. */
export function decideReinstatement(
  booking: Holding & Interval,
  at: Date,
): ReinstateRefusal | null {
  const state = stateAt(booking, at);
  if (state !== "cancelled" && state !== "no_show") return "not_restorable";
  return at >= booking.endsAt ? "booking_over" : null;
}
