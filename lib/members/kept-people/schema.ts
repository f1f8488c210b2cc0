import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { emergencyContactInput, phoneInput } from "../emergency-contacts/schema";
import { slugInput } from "../memberships/schema";

export const keepPersonInput = z.strictObject({
  slug: slugInput,
  /** Made with the form: the same form sent twice keeps one person. */
  personId: z.uuid(),
  name: z.string().max(80).transform(oneLine).refine(Boolean, "required"),
  phone: phoneInput.optional(),
});
export type KeepPersonInput = z.infer<typeof keepPersonInput>;

export const contactOfInput = emergencyContactInput.extend({ slug: slugInput, personId: z.uuid() });
export type ContactOfInput = z.infer<typeof contactOfInput>;
