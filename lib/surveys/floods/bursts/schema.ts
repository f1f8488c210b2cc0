import { z } from "zod";
import type { Day } from "@/lib/core/day";
import { campaignSlug, dayText } from "../../campaigns/changes/schema";

/** A day on which so many answers came that staff say whether they are counted. */
export type Burst = {
  day: Day;
  /** By whole hundreds. */
  atLeast: number;
  /** Those that wait are left out of the next batch. */
  isHeld: boolean;
};

export const decideBurstInput = z.strictObject({
  slug: campaignSlug,
  day: dayText,
  verb: z.enum(["count", "hold"]),
});
export type DecideBurstInput = z.infer<typeof decideBurstInput>;

export type BurstRefusal = "no_burst";
