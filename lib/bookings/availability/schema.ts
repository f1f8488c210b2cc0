import { z } from "zod";
import { dayInput } from "../schema";

/** Most days a reading may ask for. */
export const mostDays = 31;

export const availabilityInput = z.strictObject({
  from: dayInput,
  days: z.coerce.number().int().min(1).max(mostDays).default(7),
});
export type AvailabilityInput = z.infer<typeof availabilityInput>;
