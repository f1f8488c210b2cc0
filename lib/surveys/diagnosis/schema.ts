import { z } from "zod";
import { roadHypotheses } from "@/lib/core/distance";
import type { Answers } from "../questionnaires/schema";

/** One counted response, as the diagnosis reads it: no time of day, no way back to who gave it. */
export type Response = {
  /** Local day of the network, `YYYY-MM-DD`. */
  day: string;
  source: string;
  entryMode: "online" | "paper" | "assisted";
  locale: string;
  answers: Answers;
};

/** Questions the diagnosis reads, by what they mean to it. */
export const roles = {
  profile: "profil",
  residence: "commune_residence",
  tie: "lien_territoire",
  size: "personnes_interessees",
  work: "commune_travail",
  trips: "trajets_semaine",
  mode: "mode_trajet",
  interest: "interet",
  obstacles: "freins",
  wished: "communes_souhaitees",
  longestTrip: "temps_max",
  frequency: "frequence",
  slots: "creneaux",
  spaces: "espaces",
  equipment: "equipements",
  services: "services",
  formula: "formule",
  budget: "budget_mois",
  fairPrice: "prix_demi_bon",
  dearPrice: "prix_demi_cher",
  contribution: "contribution",
} as const;

const share = z.number().min(0).max(1);
const amount = z.number().min(0).max(10_000);

/**
 * What a figure supposes, editable by staff and printed with every result. Emission factors: ADEME, Nos
 * Gestes Climat 3.4.0; rebound: ADEME 2020. Weights of intent and tariffs are hypotheses of ours.
 */
export const assumptions = z.strictObject({
  openDaysPerMonth: z.number().min(1).max(31).default(21),
  targetOccupancy: share.refine((value) => value > 0).default(0.7),
  peakToMeanDefault: z.number().min(1).max(10).default(1.4),
  roadDetourFactor: z.number().min(1).max(3).default(roadHypotheses.detourFactor),
  workWeeksPerYear: z.number().min(1).max(52).default(45),
  carKgCo2ePerKm: amount.default(0.178),
  busKgCo2ePerPkm: amount.default(0.113),
  trainKgCo2ePerPkm: amount.default(0.0277),
  /** No factor read yet: trips by motorbike are counted apart, not as nothing. */
  motorbikeKgCo2ePerKm: amount.nullable().default(null),
  teleworkReboundShare: share.default(0.31),
  /** Tariffs of the simulated income, euros; demonstration values. */
  hourPrice: amount.default(3),
  halfDayPrice: amount.default(8),
  bookletHalfDayPrice: amount.default(6.5),
  partialMonthPrice: amount.default(60),
  wholeMonthPrice: amount.default(120),
});
export type Assumptions = z.infer<typeof assumptions>;

export const assumptionNames = assumptions.keyof().options;
export type AssumptionName = (typeof assumptionNames)[number];

/** Local day each of them was last changed; one that is not there is as the questionnaire came. */
export const assumedOn = z.partialRecord(
  assumptions.keyof(),
  z.string().regex(/^\d{4}-\d\d-\d\d$/),
);
export type AssumedOn = z.infer<typeof assumedOn>;

/** A number as typed, with a comma or a point; nothing typed is no value. */
const typedNumber = z
  .string()
  .max(20)
  .regex(/^\s*\d+([.,]\d+)?\s*$/)
  .transform((text) => Number(text.trim().replace(",", ".")));

/**
 * What a form says anew, by name of assumption. A value out of its bounds is refused by the command, which
 * keeps the others as they were typed.
 */
export const changeAssumptionsInput = z
  .object({ slug: z.string().max(80), mark: z.string().max(80) })
  .catchall(typedNumber)
  .transform(({ slug, mark, ...values }) => ({ slug, mark, values }));
export type ChangeAssumptionsInput = z.infer<typeof changeAssumptionsInput>;

export type AssumptionsRefusal = "changed_since" | "out_of_bounds";

/** Desk kinds of the split, as options say it. */
export type DeskKind = "open" | "closed" | "dedicated";
