import { z } from "zod";
import type { Figures } from "../figures/rules";

/** Fewest and most desks one opens with. */
export const deskBounds = { least: 1, most: 200 } as const;

/** « Open a space at this commune with so many desks », as the address says it. */
export const scenarioInput = z.object({
  commune: z.string().regex(/^\d[\dAB]\d{3}$/),
  desks: z.coerce.number().int().min(deskBounds.least).max(deskBounds.most),
});
export type ScenarioInput = z.infer<typeof scenarioInput>;

/** The published tables a what-if is reckoned from, of one version of the sums: nothing else is seen of the answers. */
export type ToldTables = Pick<Figures, "demand" | "desks" | "flows" | "longestTrips" | "peak">;

/** A table that is not told, for want of people. */
export type Lack = keyof ToldTables;

/** How many people would come, and the weighted person-days a month they would give: both reckoned, not counted. */
export type Coming = { people: number; days: number };

/** A line of homes as the flows tell it. */
export type ComingFrom = {
  communes: string[];
  /** By car from the centre of these communes; null when none is known. */
  minutes: number | null;
  /** Who named the place; and who did not but would go as far, null where longest trips are not told. */
  named: number;
  near: number | null;
  days: number;
};

/** A half-day of the week: who would come, who would have a desk. */
export type SlotLoad = { wanted: number; seated: number };

export type Scenario = {
  /** Communes of the line of demand that holds the place, of which it has an equal share; empty when nobody named it. */
  among: string[];
  named: Coming;
  near: Coming | null;
  wantedDays: number;
  /** Null where the flows are not told. */
  homes: ComingFrom[] | null;
  medianMinutes: number | null;
  /** Every half-day of the grid, null where it is not told; and the days that find a desk. Null where no half-day is told. */
  week: { loads: Map<string, SlotLoad | null>; seatedDays: number } | null;
};
