import type { Day } from "@/lib/core/day";
import type { CancelScope } from "../schema";

/** Whether cancelling that much of a series, said of `day`, speaks of this local day. */
export function isMeant(scope: CancelScope, day: Day | undefined, candidate: Day): boolean {
  if (scope === "all") return true;
  if (day === undefined) return false;
  return scope === "one" ? candidate === day : candidate >= day;
}
