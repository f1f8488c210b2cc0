import { parseDay } from "@/lib/core/day";
import type { Refused } from "@/lib/core/result";
import { listAlternatives } from "../queries";
import type { Wish } from "./rules";

/** The refusal with up to three free places near what was asked, around the nearest day it names. */
export async function withAlternatives<Refusal extends string>(
  refused: Refused<Refusal>,
  wish: Omit<Wish, "nearest">,
  at: Date,
): Promise<Refused<Refusal>> {
  const details = { ...(typeof refused.data === "object" ? refused.data : {}) };
  const nearest = "nearestDay" in details ? parseDay(String(details.nearestDay)) : null;
  const alternatives = await listAlternatives({ ...wish, nearest }, at);
  return { ...refused, data: { ...details, alternatives } };
}
