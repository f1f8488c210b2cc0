import { bookingRefusals } from "../schema";

/** Why a place is not given back. */
const releaseRefusals = [
  "booking_ended",
  "too_late_to_release",
  "already_checked_in",
  "still_cancellable",
  "belongs_to_event",
] as const;
export type ReleaseRefusal = (typeof releaseRefusals)[number];

/** Why a booking that ended does not stand again. */
const reinstateRefusals = [...bookingRefusals, "booking_over", "not_restorable"] as const;
export type ReinstateRefusal = (typeof reinstateRefusals)[number];
