import { z } from "zod";
import type { OfWave } from "../../disclosure/waves/rules";

/** Fewest and most desks one opens with. */
export const deskBounds = { least: 1, most: 200 } as const;

/** « Open a space at this commune with so many desks », as the address says it. */
export const scenarioInput = z.object({
  commune: z.string().regex(/^\d[\dAB]\d{3}$/),
  desks: z.coerce.number().int().min(deskBounds.least).max(deskBounds.most),
});
export type ScenarioInput = z.infer<typeof scenarioInput>;

/** One interested respondent who would come to the commune asked about. */
export type Candidate = {
  /** Their rank in what is counted, nothing more. */
  respondent: number;
  profile: string;
  residence: string;
  /** Whether they named the commune, or only live or work near enough. */
  reason: "wished" | "near";
  /** The option of the question of interest; several where too few chose one of them; and how much it weighs. */
  intent: string;
  intentWeight: number;
  /** Person-days a month they would give this place: their own, split between the places they have. */
  declaredDays: number;
  /** People who may come at one half-day, split the same way. */
  persons: number;
  /** `weekday:half-day` they would come on. */
  slots: string[];
  /** Minutes by car from home, estimated; null when home is not known. */
  minutes: number | null;
} & OfWave;

/** A half-day of the week: who would come, who would have a desk. */
export type SlotLoad = { wanted: number; seated: number };
