import type { ArrivalRefusal, DepartureRefusal } from "@/lib/bookings/presence/schema";

/** Each refusal has its sentence in the presence messages: a missing one does not compile. */
export const arrivalRefusalKeys = {
  wrong_code: "refusals.wrong_code",
  too_many_tries: "refusals.too_many_tries",
  nothing_now: "refusals.nothing_now",
  already_there: "refusals.already_there",
  slot_taken: "refusals.slot_taken",
  booking_cancelled: "refusals.booking_cancelled",
  already_booked: "refusals.already_booked",
  house_full: "refusals.house_full",
} as const satisfies Record<ArrivalRefusal, string>;

export const departureRefusalKeys = {
  not_there: "departureRefusals.not_there",
} as const satisfies Record<DepartureRefusal, string>;
