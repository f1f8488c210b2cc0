import type { Day } from "@/lib/core/day";
import type { eventThemes } from "../schema";

export const longestSearch = 100;

/** What the agenda is asked for by its address; null = whatever. */
export type AgendaSearch = {
  /** As typed, for the field. */
  text: string;
  /** Slug of the space that organises it. */
  space: string | null;
  theme: (typeof eventThemes)[number] | null;
  /** INSEE code of where it is. */
  commune: string | null;
  isWeekend: boolean;
  /** Those one comes to without registering. */
  isOpen: boolean;
  /** First local day of the month shown as a table; null = the list. */
  month: Day | null;
  /** From 1. */
  page: number;
};
