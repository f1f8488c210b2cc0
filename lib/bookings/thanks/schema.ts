import { z } from "zod";
import { dayInput } from "../schema";

/** Meetings that may still be thanked for. */
export const thankableDays = 30;

export const thankInput = z.strictObject({
  personId: z.uuid(),
  day: dayInput,
  text: z.string().trim().max(300).optional(),
});
export type ThankInput = z.infer<typeof thankInput>;
