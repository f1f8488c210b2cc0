import type { AdRefusal } from "@/lib/members/ads/schema";

/** Each refusal has its sentence in the ads messages: a missing one does not compile. */
export const adRefusalKeys = {
  unknown_place: "refusals.unknown_place",
  day_passed: "refusals.day_passed",
  day_too_far: "refusals.day_too_far",
  too_many_ads: "refusals.too_many_ads",
  posted_too_often: "refusals.posted_too_often",
  ad_closed: "refusals.ad_closed",
} as const satisfies Record<AdRefusal, string>;
