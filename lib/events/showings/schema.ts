import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";

/** The reason is told to whoever is registered. */
export const cancelEventInput = z.strictObject({
  eventId: z.uuid(),
  reason: z.string().max(2_000).transform(severalLines).pipe(z.string().max(500)).optional(),
});
export type CancelEventInput = z.infer<typeof cancelEventInput>;
