import type { BookingRefusal } from "../../schema";

/** Why one date of a changed series stays as it was, besides all that would refuse it as a new one. */
export type StayReason =
  | BookingRefusal
  | "too_late_to_cancel"
  | "already_checked_in"
  | "needs_approval";

export type EditSeriesRefusal = "series_over" | "not_bookable" | "other_kind" | "nothing_moved";
