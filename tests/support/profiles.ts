import type { PersonActor } from "@/lib/core/actor";
import { type Audience, profileFields } from "@/lib/members/audiences/schema";
import { saveProfile } from "@/lib/members/profiles/commands";
import { profileInput } from "@/lib/members/profiles/schema";

/** Who sees every field, as the form sends it. */
export function openedTo(audience: Audience): Record<string, string> {
  return Object.fromEntries(profileFields.map((field) => [`audience_${field}`, audience]));
}

/** Fills and sends the form of a profile as the browser would; what is not said is left empty. */
export async function fillProfile(
  actor: PersonActor,
  typed: Record<string, string | string[]> = {},
) {
  const input = profileInput.parse({ name: actor.name ?? "Maëlle Rives", ...typed });
  return saveProfile(actor, input);
}
