import { z } from "zod";
import { roadHypotheses } from "@/lib/core/distance";

/** What an assumption is in: kilograms CO2e for a kilometre, a plain number, a percentage, kilograms. */
export type AssumptionUnit = "factor" | "number" | "percent" | "kilograms";

type Terms = { usual: number | null; least: number; most: number; unit: AssumptionUnit };

/**
 * What the travel avoided supposes (indicators 24 and 25), from and up to which each may be, both included,
 * and what the platform came with. Where each comes from is said in the messages (`travelAssumptions.sources`).
 */
const terms = {
  /** Of the vehicle, whoever is in it. */
  carKgPerKm: { usual: 0.178, least: 0, most: 2, unit: "factor" },
  /** People in a car of those who share it. */
  sharedCarPeople: { usual: 2, least: 1, most: 9, unit: "number" },
  /** None read yet: kilometres by motorbike are counted, their kilograms are not. */
  motorbikeKgPerKm: { usual: null, least: 0, most: 2, unit: "factor" },
  /** Of a passenger. */
  busKgPerKm: { usual: 0.113, least: 0, most: 2, unit: "factor" },
  trainKgPerKm: { usual: 0.0277, least: 0, most: 2, unit: "factor" },
  activeKgPerKm: { usual: 0, least: 0, most: 2, unit: "factor" },
  detourFactor: { usual: roadHypotheses.detourFactor, least: 1, most: 3, unit: "number" },
  /** Percentage of what is avoided that other trips and uses take back. */
  reboundPercent: { usual: 31, least: 0, most: 100, unit: "percent" },
  /** Kilograms CO2e a year that a weekly day of telework avoids, to compare with. */
  yardstickKg: { usual: 271, least: 1, most: 10_000, unit: "kilograms" },
} as const satisfies Record<string, Terms>;

export type AssumptionName = keyof typeof terms;
export const assumptionNames = Object.keys(terms) as AssumptionName[];

export function termsOf(name: AssumptionName): Terms {
  return terms[name];
}

/** May be left empty: nothing is known of it, and what needs it is counted apart. */
export type AssumptionValues = Record<Exclude<AssumptionName, "motorbikeKgPerKm">, number> & {
  motorbikeKgPerKm: number | null;
};

export const usualValues: AssumptionValues = {
  carKgPerKm: terms.carKgPerKm.usual,
  sharedCarPeople: terms.sharedCarPeople.usual,
  motorbikeKgPerKm: terms.motorbikeKgPerKm.usual,
  busKgPerKm: terms.busKgPerKm.usual,
  trainKgPerKm: terms.trainKgPerKm.usual,
  activeKgPerKm: terms.activeKgPerKm.usual,
  detourFactor: terms.detourFactor.usual,
  reboundPercent: terms.reboundPercent.usual,
  yardstickKg: terms.yardstickKg.usual,
};

const within = (name: AssumptionName) => z.number().min(terms[name].least).max(terms[name].most);

/** As kept; what a later platform adds is as usual in the versions before it. */
export const keptValues = z.object({
  carKgPerKm: within("carKgPerKm").default(usualValues.carKgPerKm),
  sharedCarPeople: within("sharedCarPeople").default(usualValues.sharedCarPeople),
  motorbikeKgPerKm: within("motorbikeKgPerKm").nullable().default(null),
  busKgPerKm: within("busKgPerKm").default(usualValues.busKgPerKm),
  trainKgPerKm: within("trainKgPerKm").default(usualValues.trainKgPerKm),
  activeKgPerKm: within("activeKgPerKm").default(usualValues.activeKgPerKm),
  detourFactor: within("detourFactor").default(usualValues.detourFactor),
  reboundPercent: within("reboundPercent").default(usualValues.reboundPercent),
  yardstickKg: within("yardstickKg").default(usualValues.yardstickKg),
});

/** The version the platform came with; each change is one more. */
export const firstVersion = 1;

/** What is supposed, with the version that says it. */
export type TravelAssumptions = { version: number; values: AssumptionValues };

const typed = z.string().max(20).optional();

/** As typed; what is no number, or out of its bounds, is told by `readValues` with the others kept. */
export const changeTravelInput = z.strictObject({
  /** The version the form was drawn from. */
  version: z.coerce.number().int().min(firstVersion).max(1_000_000),
  ...(Object.fromEntries(assumptionNames.map((name) => [name, typed])) as Record<
    AssumptionName,
    typeof typed
  >),
});
export type ChangeTravelInput = z.infer<typeof changeTravelInput>;

export type TravelAssumptionsRefusal = "changed_since" | "not_a_value" | "nothing_changed";
