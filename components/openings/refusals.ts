import type { OpeningRefusal } from "@/lib/bookings/opening-changes/schema";

/** Each refusal has its sentence in the messages on hours: a missing one does not compile. */
export const openingRefusalKeys = {
  past_day: "refusals.past_day",
  hours_overlap: "refusals.hours_overlap",
  no_hours: "refusals.no_hours",
  nothing_changes: "refusals.nothing_changes",
  list_changed: "refusals.list_changed",
  too_many_hits: "refusals.too_many_hits",
} as const satisfies Record<OpeningRefusal, string>;
