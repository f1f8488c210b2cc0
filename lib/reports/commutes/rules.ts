import type { Situation } from "@/lib/members/profiles/schema";
import type { CommuteInput, CommuteRefusal } from "./schema";

/** What decides whether somebody's travel is counted: as their profile says today. */
export type Standing = { situation: Situation | null; communeId: string | null };

/**
 * Why the travel of somebody is not counted, whatever they gave: only salaried teleworkers come instead of
 * commuting (never the self-employed), and a distance begins where one lives. Null when it may be.
 */
export function whyNotCounted({
  situation,
  communeId,
}: Standing): "not_teleworker" | "no_home" | null {
  if (situation !== "teleworker") return "not_teleworker";
  return communeId === null ? "no_home" : null;
}

/** Whether what was given may be kept: agreed to, and kilometres to a space with their space. */
export function decideCommute(
  standing: Standing,
  { agrees, space, kmToSpace }: CommuteInput,
): CommuteRefusal | null {
  const why = whyNotCounted(standing);
  if (why) return why;
  if (agrees !== "yes") return "not_agreed";
  if (space !== undefined && kmToSpace === undefined) return "space_without_km";
  return kmToSpace !== undefined && space === undefined ? "km_without_space" : null;
}
