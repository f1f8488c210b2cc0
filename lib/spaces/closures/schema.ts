import type { Day, WallMinute } from "@/lib/core/day";

/** What of its days a closure takes. */
export const closureParts = ["day", "morning", "afternoon", "hours"] as const;

/**
 * From one local day to another, both included: whole days; until noon of the last (`morning`), from noon
 * of the first (`afternoon`), noon being the half-day boundary; or from one wall time to another.
 */
export type ClosureWhen =
  | { first: Day; last: Day; part: "day" | "morning" | "afternoon" }
  | { first: Day; last: Day; part: "hours"; startMinute: WallMinute; endMinute: WallMinute };
