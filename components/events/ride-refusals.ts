import type { RideRefusal } from "@/lib/events/rides/schema";

/** Each refusal has its sentence in the rides messages: a missing one does not compile. */
export const rideRefusalKeys = {
  event_begun: "refusals.event_begun",
  unknown_commune: "refusals.unknown_commune",
  already_said: "refusals.already_said",
} as const satisfies Record<RideRefusal, string>;
