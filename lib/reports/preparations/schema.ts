import { z } from "zod";
import { day, daysBetween, existingDay } from "@/lib/core/day";
import { earliestDay, longestRange } from "../events/schema";
import type { DayRange } from "../rules";

const localDay = z
  .string()
  .refine((text) => existingDay(text) !== null && text >= earliestDay, { message: "invalidDate" })
  .transform((text) => day(text));

/** A period as the form carries it. */
export const preparationInput = z
  .strictObject({ du: localDay, au: localDay })
  .refine(({ du, au }) => du <= au && daysBetween(du, au) < longestRange, {
    message: "endBeforeStart",
    path: ["au"],
  })
  .transform(({ du, au }): DayRange => ({ first: du, last: au }));

export const preparationRefusals = ["too_many", "nothing_over"] as const;
export type PreparationRefusal = (typeof preparationRefusals)[number];

/** Days for which what was prepared is kept (classification: `asked_at`, seven days). */
export const keptDays = 7;

export type PreparationState = "waiting" | "running" | "done" | "failed";

export type Preparation = {
  id: string;
  range: DayRange;
  askedAt: Date;
  /** Name of whoever asked; null when they have none, or are the reader. */
  askedBy: string | null;
  state: PreparationState;
  done: number;
  total: number;
  expiresAt: Date;
};
