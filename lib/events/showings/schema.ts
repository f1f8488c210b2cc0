import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";
import type { EventAddress } from "../editing/schema";
import { editScopes } from "../series/schema";

/** The reason is told to whoever is registered. */
export const cancelEventInput = z.strictObject({
  eventId: z.uuid(),
  /** Of a series: this date, or this one and those that follow. */
  scope: z.enum(editScopes).optional(),
  reason: z.string().max(2_000).transform(severalLines).pipe(z.string().max(500)).optional(),
});
export type CancelEventInput = z.infer<typeof cancelEventInput>;

/** An event cancelled, or a draft given up that nobody had been shown. */
export type CancelledEvent = EventAddress & { wasShown: boolean };
