import { z } from "zod";
import type { Day } from "@/lib/core/day";
import { dayInput, spaceSlugInput } from "../schema";

/** Local days, both included: « du 3 au 16 »; one space, or all of them. */
export type AbsenceRange = { from: Day; until: Day; spaceSlug?: string | undefined };

export const absenceRangeInput = z.strictObject({
  from: dayInput,
  until: dayInput,
  spaceSlug: spaceSlugInput.optional(),
});

/** `expected` is how many the member was shown before confirming. */
export const cancelRangeInput = absenceRangeInput.extend({
  expected: z.coerce.number().int().min(0).max(1000).optional(),
});
export type CancelRangeInput = AbsenceRange & { expected?: number | undefined };

/** Why an absence is refused; each has its sentence in components/series/refusals.ts. */
export const absenceRefusals = [
  "range_backwards",
  "range_too_long",
  "list_changed",
  "nothing_to_cancel",
] as const;
export type AbsenceRefusal = (typeof absenceRefusals)[number];
