import { z } from "zod";
import type { Day } from "@/lib/core/day";
import { dayInput } from "../../schema";
import { cancelScopes } from "../schema";

/** `day` says which date, for `one` and `from`; `expected` what the member saw before confirming. */
export const cancelSeriesInput = z
  .strictObject({
    seriesId: z.uuid(),
    scope: z.enum(cancelScopes),
    day: dayInput.optional(),
    expected: z.coerce.number().int().min(0).max(1000).optional(),
  })
  .refine(({ scope, day }) => scope === "all" || day !== undefined, {
    path: ["day"],
    message: "invalidDate",
  });
export type CancelSeriesInput = {
  seriesId: string;
  scope: (typeof cancelScopes)[number];
  day?: Day | undefined;
  expected?: number | undefined;
};

export type CancelSeriesRefusal = "nothing_to_cancel" | "too_late_to_cancel" | "list_changed";
