import type { TermsRefusal } from "@/lib/bookings/terms/schema";

/** Each refusal has its sentence in the messages on terms: a missing one does not compile. */
export const termsRefusalKeys = {
  changed_since: "refusals.changed_since",
  name_taken: "refusals.name_taken",
  past_day: "refusals.past_day",
  part_of_itself: "refusals.part_of_itself",
  service_booked: "refusals.service_booked",
  places_booked: "refusals.places_booked",
  capacity_booked: "refusals.capacity_booked",
} as const satisfies Record<TermsRefusal, string>;
