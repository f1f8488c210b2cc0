import type { GivingRefusal, KeepingRefusal } from "@/lib/members/habilitations/schema";

/** Each refusal has its sentence in the habilitations messages: a missing one does not compile. */
export const keepingRefusalKeys = {
  name_taken: "keep.name_taken",
  still_required: "keep.still_required",
} as const satisfies Record<KeepingRefusal, string>;

export const givingRefusalKeys = {
  already_over: "host.already_over",
  longer_held: "host.longer_held",
} as const satisfies Record<GivingRefusal, string>;
