import { z } from "zod";
import { instantInput, spaceSlugInput } from "../schema";

/** The form of a resource by the hour: a start and a length, as native controls give them. */
export const hoursForm = z.strictObject({
  slug: spaceSlugInput,
  resourceId: z.uuid(),
  startsAt: instantInput,
  minutes: z.coerce.number().int().min(5).max(1440),
  /** Names of those who come along, one a line. */
  companions: z
    .string()
    .max(2_000)
    .optional()
    .transform((text) =>
      (text ?? "")
        .split(/[\n,]/)
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    )
    .pipe(z.array(z.string().max(80)).max(30)),
  note: z.string().trim().max(500).optional(),
  idempotencyKey: z.uuid().optional(),
});
