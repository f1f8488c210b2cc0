import type { BookingRefusal, CancellationRefusal } from "@/lib/bookings/schema";

/** Each refusal has its sentence in the bookings messages: a missing one does not compile. */
export const bookingRefusalKeys = {
  slot_taken: "refusals.slot_taken",
  space_full: "refusals.space_full",
  space_closed: "refusals.space_closed",
  slot_over: "refusals.slot_over",
  beyond_horizon: "refusals.beyond_horizon",
  not_bookable: "refusals.not_bookable",
  already_booked: "refusals.already_booked",
  mode_not_offered: "refusals.mode_not_offered",
  length_refused: "refusals.length_refused",
  too_late_to_book: "refusals.too_late_to_book",
  resource_closed: "refusals.resource_closed",
  quota_reached: "refusals.quota_reached",
  too_many_people: "refusals.too_many_people",
  house_full: "refusals.house_full",
  habilitation_needed: "refusals.habilitation_needed",
  idempotency_key_reused: "refusals.idempotency_key_reused",
} as const satisfies Record<BookingRefusal, string>;

export const cancellationRefusalKeys = {
  too_late_to_cancel: "cancellation.too_late_to_cancel",
  already_checked_in: "cancellation.already_checked_in",
} as const satisfies Record<CancellationRefusal, string>;
