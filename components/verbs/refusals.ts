import { bookingRefusalKeys } from "@/components/bookings/refusals";
import type { MoveRefusal } from "@/lib/bookings/moves/schema";
import type { ReleaseRefusal } from "@/lib/bookings/releases/schema";
import type { RequestRefusal } from "@/lib/bookings/requests/schema";
import type { BookingRefusal, CheckInRefusal } from "@/lib/bookings/schema";
import type { SwapRefusal } from "@/lib/bookings/swaps/schema";

/** Refusals of a place have their sentence in the bookings messages, those of a verb in its own. */
export const moveRefusalKeys = {
  booking_ended: "moveRefusals.booking_ended",
  too_late_to_move: "moveRefusals.too_late_to_move",
  already_checked_in: "moveRefusals.already_checked_in",
  needs_approval: "moveRefusals.needs_approval",
  other_kind: "moveRefusals.other_kind",
  other_space: "moveRefusals.other_space",
} as const satisfies Record<Exclude<MoveRefusal, BookingRefusal>, string>;

export const requestRefusalKeys = {
  already_answered: "requestRefusals.already_answered",
  request_lapsed: "requestRefusals.request_lapsed",
} as const satisfies Record<Exclude<RequestRefusal, BookingRefusal>, string>;

export const releaseRefusalKeys = {
  booking_ended: "releaseRefusals.booking_ended",
  too_late_to_release: "releaseRefusals.too_late_to_release",
  already_checked_in: "releaseRefusals.already_checked_in",
  belongs_to_event: "releaseRefusals.belongs_to_event",
  still_cancellable: "releaseRefusals.still_cancellable",
} as const satisfies Record<ReleaseRefusal, string>;

export const leaveRefusalKeys = {
  booking_cancelled: "leaveRefusals.booking_cancelled",
  not_today: "leaveRefusals.not_today",
  belongs_to_event: "leaveRefusals.belongs_to_event",
  not_begun: "leaveRefusals.not_begun",
  not_there: "leaveRefusals.not_there",
  already_there: "leaveRefusals.already_there",
  slot_taken: "leaveRefusals.slot_taken",
  already_booked: "leaveRefusals.already_booked",
  house_full: "leaveRefusals.house_full",
} as const satisfies Record<CheckInRefusal, string>;

export const swapRefusalKeys = {
  unknown_code: "swapRefusals.unknown_code",
  own_booking: "swapRefusals.own_booking",
  not_swappable: "swapRefusals.not_swappable",
  already_booked: "swapRefusals.already_booked",
  other_already_booked: "swapRefusals.other_already_booked",
  too_many_proposals: "swapRefusals.too_many_proposals",
  swap_closed: "swapRefusals.swap_closed",
  booking_changed: "swapRefusals.booking_changed",
  habilitation_needed: "swapRefusals.habilitation_needed",
} as const satisfies Record<SwapRefusal, string>;

/** Whether the refusal is of the place, with a sentence in the bookings messages. */
export function isOfPlace(refusal: string): refusal is BookingRefusal {
  return Object.hasOwn(bookingRefusalKeys, refusal);
}
