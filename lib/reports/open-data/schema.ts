import type { Month } from "../schema";

/** Figures that tell of people: all are hidden where one is, since each would tell of the same few. */
export const figuresOfPeople = ["booked", "occupied", "personDays", "users", "guests"] as const;

/** Why figures are not told: fewer people than may be shown, or what would give those away. */
export type HiddenBecause = "few_people" | "protects_another";

/** One month of one space, or of the network (`space` null); `people` null where they are hidden. */
export type OpenMonth = {
  month: Month;
  space: { slug: string; name: string } | null;
  offered: number;
  people: Record<(typeof figuresOfPeople)[number], number> | null;
  hidden: HiddenBecause | null;
};
