import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { emailInput } from "@/lib/identity/schema";

export const organisationKinds = ["association", "employer", "town_hall"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationRoles = ["delegate", "beneficiary"] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

export const createOrganisationInput = z.strictObject({
  /** Made with the form: the same form sent twice makes one. */
  organisationId: z.uuid(),
  name: z.string().max(120).transform(oneLine).refine(Boolean, "required"),
  kind: z.enum(organisationKinds),
});
export type CreateOrganisationInput = z.infer<typeof createOrganisationInput>;

export const organisationInput = z.strictObject({ organisationId: z.uuid() });
export type OrganisationInput = z.infer<typeof organisationInput>;

/** Somebody named by the whole address: nobody is looked for by letters. */
export const addToOrganisationInput = z.strictObject({
  organisationId: z.uuid(),
  email: emailInput,
  role: z.enum(organisationRoles),
});
export type AddToOrganisationInput = z.infer<typeof addToOrganisationInput>;

export const organisationPersonInput = z.strictObject({
  organisationId: z.uuid(),
  personId: z.uuid(),
});
export type OrganisationPersonInput = z.infer<typeof organisationPersonInput>;

/** The answer is the same whoever has the address; only too many of them is said. */
export type OrganisationRefusal = "too_many_tries";
