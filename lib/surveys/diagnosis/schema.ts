import { z } from "zod";
import { roadHypotheses } from "@/lib/core/distance";
import type { OfWave } from "../disclosure/waves/rules";
import type { Answers } from "../questionnaires/schema";

/** One counted response, as the diagnosis reads it: no time of day, no way back to who gave it. */
export type Response = {
  /** Local day of the network, `YYYY-MM-DD`. */
  day: string;
  source: string;
  entryMode: "online" | "paper" | "assisted";
  locale: string;
  answers: Answers;
  /** Number of the batch that counted it first; without one all are of the same. */
  batch?: number;
} & OfWave;

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
  skill: "savoir_faire",
} as const;

export type Bounds = { least: number; most: number };

const share: Bounds = { least: 0, most: 1 };
/** Of time: what nobody ever uses takes no number of desks. */
const occupancy: Bounds = { least: 0.01, most: 1 };
const amount: Bounds = { least: 0, most: 10_000 };

/** From and up to which each value may be, both included. */
const bounds = {
  openDaysPerMonth: { least: 1, most: 31 },
  fewestDesksOccupancy: occupancy,
  targetOccupancy: occupancy,
  mostDesksOccupancy: occupancy,
  peakToMeanDefault: { least: 1, most: 10 },
  communesNamedEach: { least: 1, most: 10 },
  roadDetourFactor: { least: 1, most: 3 },
  carKgCo2ePerKm: amount,
  busKgCo2ePerPkm: amount,
  trainKgCo2ePerPkm: amount,
  motorbikeKgCo2ePerKm: amount,
  teleworkReboundShare: share,
  hourPrice: amount,
  halfDayPrice: amount,
  bookletHalfDayPrice: amount,
  officeHalfDayPrice: amount,
  roomHalfDayPrice: amount,
  partialMonthPrice: amount,
  wholeMonthPrice: amount,
} satisfies Record<string, Bounds>;

const within = ({ least, most }: Bounds) => z.number().min(least).max(most);

const plainValues = z.object({
  openDaysPerMonth: within(bounds.openDaysPerMonth).default(21),
  /** Share of the time desks are used, for the fewest to plan, those aimed at, and the most. */
  fewestDesksOccupancy: within(bounds.fewestDesksOccupancy).default(0.8),
  targetOccupancy: within(bounds.targetOccupancy).default(0.7),
  mostDesksOccupancy: within(bounds.mostDesksOccupancy).default(0.5),
  peakToMeanDefault: within(bounds.peakToMeanDefault).default(1.4),
  /** Of the what-if: how many communes one names, for no table tells how many named two. */
  communesNamedEach: within(bounds.communesNamedEach).default(2),
  roadDetourFactor: within(bounds.roadDetourFactor).default(roadHypotheses.detourFactor),
  carKgCo2ePerKm: within(bounds.carKgCo2ePerKm).default(0.178),
  busKgCo2ePerPkm: within(bounds.busKgCo2ePerPkm).default(0.113),
  trainKgCo2ePerPkm: within(bounds.trainKgCo2ePerPkm).default(0.0277),
  /** No factor read yet: trips by motorbike are counted apart, not as nothing. */
  motorbikeKgCo2ePerKm: within(bounds.motorbikeKgCo2ePerKm).nullable().default(null),
  teleworkReboundShare: within(bounds.teleworkReboundShare).default(0.31),
  /** Tariffs of the simulated income, euros; demonstration values. */
  hourPrice: within(bounds.hourPrice).default(3),
  halfDayPrice: within(bounds.halfDayPrice).default(8),
  bookletHalfDayPrice: within(bounds.bookletHalfDayPrice).default(6.5),
  /** What real use is priced at beside what was declared: an office, a room and whatever is no desk. */
  officeHalfDayPrice: within(bounds.officeHalfDayPrice).default(12),
  roomHalfDayPrice: within(bounds.roomHalfDayPrice).default(16),
  partialMonthPrice: within(bounds.partialMonthPrice).default(60),
  wholeMonthPrice: within(bounds.wholeMonthPrice).default(120),
});

/**
 * What a figure supposes, editable by staff and printed with every result. Emission factors: ADEME, Nos
 * Gestes Climat 3.4.0; rebound: ADEME 2020. Weights of intent and tariffs are hypotheses of ours. What a
 * campaign stored that is no assumption any more is left out.
 */
export const assumptions = plainValues.extend({
  /** By option of the question of interest; one that is not there is as the questionnaire came. */
  intentWeights: z.record(z.string(), within(share)).default({}),
});
export type Assumptions = z.infer<typeof assumptions>;

export const assumptionNames = plainValues.keyof().options;
export type AssumptionName = (typeof assumptionNames)[number];

const intentPrefix = "intentWeight_";

/** Under which name forms, dates and the journal know the weight of an option of the question of interest. */
export function intentName(option: string): string {
  return `${intentPrefix}${option}`;
}

/** The option a name is the weight of; null for another name. */
export function intentOption(name: string): string | null {
  return name.startsWith(intentPrefix) ? name.slice(intentPrefix.length) : null;
}

/** Bounds of a value by its name; null where there is no such value. */
export function boundsOf(name: string): Bounds | null {
  if (intentOption(name) !== null) return share;
  const known = assumptionNames.find((each) => each === name);
  return known ? bounds[known] : null;
}

/** Local day each value was last changed, by its name; one that is not there is as the questionnaire came. */
export const assumedOn = z.record(z.string(), z.string().regex(/^\d{4}-\d\d-\d\d$/));
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

export type AssumptionsRefusal = "changed_since" | "out_of_bounds" | "occupancies_not_in_order";

/** Kinds of place with a tariff of their own: an open desk, an office, and whatever is no desk. */
export const pricedKinds = ["desk", "office", "room"] as const;
export type PricedKind = (typeof pricedKinds)[number];

/** Desk kinds of the split, as options say it. */
export type DeskKind = "open" | "closed" | "dedicated";
