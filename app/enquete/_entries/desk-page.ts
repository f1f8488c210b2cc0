import type { DeskAddress } from "@/lib/surveys/desks/schema";

/** Where somebody enters the survey, by desk. */
export function deskPage(address: DeskAddress): string {
  if (address.kind === "staff") return "/pilotage/enquete/saisie";
  return address.kind === "space"
    ? `/hote/${address.slug}/enquete/saisie`
    : `/mon-espace/organisations/${address.organisationId}/saisie`;
}
