import { z } from "zod";

export const profileInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** INSEE code; left out when the person would rather not say. */
  commune: z
    .string()
    .regex(/^[0-9AB]{5}$/)
    .optional(),
});
export type ProfileInput = z.infer<typeof profileInput>;

export type ProfileRefusal = "unknown_commune";
