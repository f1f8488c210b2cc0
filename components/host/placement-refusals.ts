import type { PlacementRefusal } from "@/lib/spaces/plans/schema";

/** Each refusal has its sentence in the board messages: a missing one does not compile. */
export const placementRefusalKeys = {
  no_plan: "plan.refusals.no_plan",
  outside_plan: "plan.refusals.outside_plan",
} as const satisfies Record<PlacementRefusal, string>;
