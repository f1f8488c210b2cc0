import { z } from "zod";

export type ContactRefusal = "too_many" | "unknown_commune";
export type ContactLinkRefusal = "unknown_link";

/** What one may wish to hear of. */
export const contactWishes = ["resultats", "ouverture", "ateliers"] as const;
const wish = z.enum(contactWishes);

/** What the form sends; consent is a box that is ticked, or the form is not taken. */
export const contactInput = z.strictObject({
  campaign: z.string().min(1).max(120),
  email: z.email({ message: "invalidEmail" }).max(254),
  firstName: z.string().trim().min(1).max(60).optional(),
  wishes: z.union([wish.transform((one) => [one]), z.array(wish).min(1).max(3)]),
  /** As written; the command finds which one it is. */
  commune: z.string().trim().max(120).optional(),
  consent: z.literal("1", { message: "required" }),
  website: z.string().max(0).optional(),
});
export type ContactInput = z.infer<typeof contactInput>;

/** The link of the mail: 128 random bits. */
export const contactLinkInput = z.strictObject({ token: z.string().regex(/^[\w-]{22}$/) });
