import { z } from "zod";
import { bookingPartInput, dayInput, spaceSlugInput } from "../schema";

export const closureInput = z.strictObject({
  slug: spaceSlugInput,
  day: dayInput,
  part: bookingPartInput,
  reason: z.string().trim().min(1).max(200),
  /** Bookings the host was shown: another number means the list has changed meanwhile. */
  expectedHits: z.coerce.number().int().min(0).max(10_000),
});
export type ClosureInput = z.infer<typeof closureInput>;

export const withdrawClosureInput = z.strictObject({
  slug: spaceSlugInput,
  closureId: z.uuid(),
});
export type WithdrawClosureInput = z.infer<typeof withdrawClosureInput>;

export const closureRefusals = ["slot_over", "already_closed", "list_changed"] as const;
export type ClosureRefusal = (typeof closureRefusals)[number];
