import type { Day } from "@/lib/core/day";

/** Why a resource is not set up so; each has its sentence in components/terms/refusals.ts. */
export const termsRefusals = [
  "changed_since",
  "name_taken",
  "past_day",
  "part_of_itself",
  "service_booked",
  "places_booked",
  "capacity_booked",
] as const;
export type TermsRefusal = (typeof termsRefusals)[number];

/** Bookings that stand in the way of a change: how many, from the first of their local days to the last. */
export type InTheWay = { count: number; first: Day; last: Day };
