import { z } from "zod";
import { companionLines, instantInput, shownInput, spaceSlugInput } from "../schema";

/** The form of a resource by the hour: a start and a length, as native controls give them. */
export const hoursForm = z.strictObject({
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  startsAt: instantInput,
  minutes: z.coerce.number().int().min(5).max(1440),
  companions: companionLines,
  note: z.string().trim().max(500).optional(),
  shown: shownInput,
  idempotencyKey: z.uuid().optional(),
});
