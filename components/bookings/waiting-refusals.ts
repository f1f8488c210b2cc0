import type {
  LeavingRefusal,
  OfferRefusal,
  WaitingRefusal,
} from "@/lib/bookings/waiting-list/schema";
import { bookingRefusalKeys } from "./refusals";

/** Each refusal of joining a line: its sentence in the waiting-list messages, else that of a booking. */
export const waitingRefusalKeys = {
  places_free: "waitingList.refusals.places_free",
  slot_begun: "waitingList.refusals.slot_begun",
  already_waiting: "waitingList.refusals.already_waiting",
  too_many: "waitingList.refusals.too_many",
  on_request: "waitingList.refusals.on_request",
  slot_taken: `bookings.${bookingRefusalKeys.slot_taken}`,
  space_full: `bookings.${bookingRefusalKeys.space_full}`,
  space_closed: `bookings.${bookingRefusalKeys.space_closed}`,
  slot_over: `bookings.${bookingRefusalKeys.slot_over}`,
  beyond_horizon: `bookings.${bookingRefusalKeys.beyond_horizon}`,
  not_bookable: `bookings.${bookingRefusalKeys.not_bookable}`,
  already_booked: `bookings.${bookingRefusalKeys.already_booked}`,
  mode_not_offered: `bookings.${bookingRefusalKeys.mode_not_offered}`,
  length_refused: `bookings.${bookingRefusalKeys.length_refused}`,
  too_late_to_book: `bookings.${bookingRefusalKeys.too_late_to_book}`,
  resource_closed: `bookings.${bookingRefusalKeys.resource_closed}`,
  too_many_people: `bookings.${bookingRefusalKeys.too_many_people}`,
  house_full: `bookings.${bookingRefusalKeys.house_full}`,
  habilitation_needed: `bookings.${bookingRefusalKeys.habilitation_needed}`,
  quota_reached: `bookings.${bookingRefusalKeys.quota_reached}`,
  idempotency_key_reused: `bookings.${bookingRefusalKeys.idempotency_key_reused}`,
} as const satisfies Record<WaitingRefusal, string>;

export const offerRefusalKeys = {
  offer_over: "answers.offer_over",
  already_booked: "answers.already_booked",
} as const satisfies Record<OfferRefusal, string>;

export const leavingRefusalKeys = {
  already_served: "answers.already_served",
} as const satisfies Record<LeavingRefusal, string>;
