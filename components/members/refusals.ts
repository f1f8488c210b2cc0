import type { PhotoRefusal } from "@/lib/members/photos/schema";
import type { ProfileRefusal } from "@/lib/members/profiles/schema";

/** Each refusal has its sentence in the profile messages: a missing one does not compile. */
export const profileRefusalKeys = {
  unknown_commune: "refusals.unknown_commune",
  ambiguous_commune: "refusals.ambiguous_commune",
  unknown_space: "refusals.unknown_space",
  official_name: "refusals.official_name",
  name_of_role_holder: "refusals.name_of_role_holder",
} as const satisfies Record<ProfileRefusal, string>;

export const photoRefusalKeys = {
  not_an_image: "photo.refusals.not_an_image",
  moving: "photo.refusals.moving",
  too_many_pixels: "photo.refusals.too_many_pixels",
  too_heavy: "photo.refusals.too_heavy",
  too_many_tries: "photo.refusals.too_many_tries",
} as const satisfies Record<PhotoRefusal, string>;
