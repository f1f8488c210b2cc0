import type { CheckInRefusal } from "@/lib/bookings/schema";
import type { WalkInRefusal } from "@/lib/bookings/walk-ins/schema";

/** Each refusal has its sentence in the host messages: a missing one does not compile. */
export const checkInRefusalKeys = {
  belongs_to_event: "checkInRefusals.belongs_to_event",
  booking_cancelled: "checkInRefusals.booking_cancelled",
  not_today: "checkInRefusals.not_today",
  not_begun: "checkInRefusals.not_begun",
  not_there: "checkInRefusals.not_there",
  already_there: "checkInRefusals.already_there",
  slot_taken: "checkInRefusals.slot_taken",
  already_booked: "checkInRefusals.already_booked",
  house_full: "checkInRefusals.house_full",
} as const satisfies Record<CheckInRefusal, string>;

export const walkInRefusalKeys = {
  space_closed: "walkInRefusals.space_closed",
  slot_over: "walkInRefusals.slot_over",
  space_full: "walkInRefusals.space_full",
  house_full: "walkInRefusals.house_full",
  already_booked: "walkInRefusals.already_booked",
  unknown_person: "walkInRefusals.unknown_person",
  idempotency_key_reused: "walkInRefusals.idempotency_key_reused",
} as const satisfies Record<WalkInRefusal, string>;
