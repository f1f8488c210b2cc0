import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";

/** A number as people write it: digits with spaces, dots or hyphens, an international + in front. */
export const phoneInput = z
  .string()
  .max(30)
  .transform(oneLine)
  .refine((text) => /^\+?[\d .()-]{6,30}$/.test(text), "invalidValue");

export const emergencyContactInput = z.strictObject({
  name: z.string().max(80).transform(oneLine).refine(Boolean, "required"),
  phone: phoneInput,
});
export type EmergencyContactInput = z.infer<typeof emergencyContactInput>;
