import { distanceKm, type Position } from "@/lib/core/distance";
import { smallestGroup } from "../../disclosure/schema";
import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/tellings/rules";
import { laterWaves, type OfWave, waveByWave } from "../../disclosure/waves/rules";
import type { Answers, Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { intentsTogether, withHeldIntents, withoutDominating } from "../intents/rules";
import { intentWeightOf, listOf, optionOf } from "../rules";
import { type Assumptions, type Response, roles } from "../schema";

/** Weeks in a month. */
export const weeksPerMonth = 4.33;

export type Travel = {
  /** Kilometres a month that would not be driven, weighted by intent; below zero when they would be more. */
  km: number;
  /** Kilograms CO2e a month, before and after the rebound of teleworking; null when no way of travelling counts. */
  grossKgCo2e: number | null;
  netKgCo2e: number | null;
  /** Salaried teleworkers who said where they live, work and would come, and make the trip each week. */
  base: number;
  /** Of these, those whose kilometres count and their CO2e does not: without a factor, or too few to be told. */
  withoutFactor: number;
};

type Trip = {
  intent: string;
  intentWeight: number;
  /** Before the weight of intent. */
  km: number;
  /** Way of travelling, as factors know it, and how many share the vehicle. */
  mode: string;
  /** Kilograms CO2e for a kilometre of this person; null when none is known. */
  factor: number | null;
} & OfWave;

/**
 * Commuting that could be avoided: salaried teleworkers only (Cerema: others do not come to travel
 * less), each day at the third place replacing at most one day of commuting. Straight lines × detour.
 * `isCounted`: which ways of travelling are summed.
 */
export function travelOf(
  trips: readonly Trip[],
  given: Pick<Assumptions, "teleworkReboundShare">,
  isCounted: (trip: Trip) => boolean = () => true,
): Travel {
  const counting = trips.filter((trip) => trip.factor !== null && isCounted(trip));
  const gross = sum(
    counting.map(({ km, intentWeight, factor }) => km * intentWeight * (factor ?? 0)),
  );
  const isNone = counting.length === 0;
  return {
    km: sum(trips.map(({ km, intentWeight }) => km * intentWeight)),
    grossKgCo2e: isNone ? null : gross,
    netKgCo2e: isNone ? null : gross * (1 - given.teleworkReboundShare),
    base: trips.length,
    withoutFactor: trips.length - counting.length,
  };
}

export type HeldTravel = Travel & {
  /** How many more are in it, and without a factor, of each wave that came after the first. */
  waves: ReadonlyMap<number, Pick<Travel, "base" | "withoutFactor">>;
  isTold: boolean;
  /** Whether some trips are in no sum, and the intents put together. */
  leavesAside: boolean;
  together: string[][];
};

/**
 * What may be summed of travel, and whether its kilometres may be told. Staff may change the factor of one
 * way of travelling at a time and so read its kilometres: one of too few people is said to have no factor,
 * and the smallest others with it until those without are enough. Each wave by itself, so that whoever comes
 * later changes nothing to it; one of several of which not even the whole may be told is left aside.
 */
export function heldTravel(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  positions: ReadonlyMap<string, Position>,
  given: Assumptions,
): HeldTravel {
  const all = tripsOf(questionnaire, responses, positions, given);
  const kmOf = ({ km }: Trip) => km;
  const trips = waveByWave(all, (wave, isAlone) => {
    const held = withHeldIntents(questionnaire, withoutDominating(questionnaire, wave, kmOf), kmOf);
    return isAlone || isSafeGap(tellingsOf(held)) ? held : [];
  });
  const counting = new Set(waveByWave(trips, countingOf));
  const travelIn = (some: readonly Trip[]) => travelOf(some, given, (trip) => counting.has(trip));
  return {
    ...travelIn(trips),
    waves: new Map(laterWaves(trips).map((own) => [own[0]?.wave ?? 0, travelIn(own)])),
    isTold: isEnough(trips),
    leavesAside: trips.length < all.length,
    together: intentsTogether(trips),
  };
}

function isEnough(trips: readonly Trip[]): boolean {
  return tellingPeople(tellingsOf(trips)) >= smallestGroup;
}

/** Of the trips of one wave, those whose kilograms are summed. */
function countingOf(trips: readonly Trip[]): Trip[] {
  const byMode = Map.groupBy(
    trips.filter(({ factor }) => factor !== null),
    ({ mode }) => mode,
  );
  const counting = [...byMode]
    .filter(([, own]) => isEnough(own))
    .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
    .map(([mode]) => mode);
  const isCounting = ({ factor, mode }: Trip) => factor !== null && counting.includes(mode);
  const others = () => trips.filter((trip) => !isCounting(trip));
  while (counting.length > 0 && !isSafeGap(tellingsOf(others()))) counting.pop();
  return trips.filter(isCounting);
}

export type ShownTravel = {
  km: number;
  /** Of those whose way of travelling has a factor and may be told; null where there is none. */
  co2: { grossKgCo2e: number; netKgCo2e: number } | null;
  /** Nobody, or five and more. */
  withoutFactor: number;
};

/** Travel as sheets say it, once it is known that it may be told. */
export function shownTravel({ km, grossKgCo2e, netKgCo2e, withoutFactor }: Travel): ShownTravel {
  const isNone = grossKgCo2e === null || netKgCo2e === null;
  return { km, co2: isNone ? null : { grossKgCo2e, netKgCo2e }, withoutFactor };
}

/** Kilometres each adds, by intent. */
function tellingsOf(trips: readonly Trip[]): Telling[] {
  return trips.map(({ km, intent, wave }, respondent) => ({
    respondent,
    value: km,
    group: intent,
    wave,
  }));
}

/** The commuting of each who counts. */
export function tripsOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  positions: ReadonlyMap<string, Position>,
  given: Assumptions,
): Trip[] {
  return responses.flatMap(({ answers, wave }): Trip[] => {
    const km = avoidableKm(questionnaire, answers, positions, given);
    const intentWeight = intentWeightOf(questionnaire, answers, given);
    if (km === null || intentWeight === null) return [];
    const option = optionOf(questionnaire, answers, roles.mode);
    const occupancy = option?.occupancy ?? 1;
    const factor = factorOf(option?.emissionMode, given);
    return [
      {
        intent: String(answers[roles.interest]),
        intentWeight,
        km,
        wave,
        // Those who share a car are apart: the kilometres told beside would give theirs away.
        mode: `${option?.emissionMode ?? ""} ${occupancy}`,
        factor: factor === null ? null : factor / occupancy,
      },
    ];
  });
}

/** Kilometres a month one respondent would avoid, before any weight; null when they do not count, or do not commute. */
export function avoidableKm(
  questionnaire: Questionnaire,
  answers: Answers,
  positions: ReadonlyMap<string, Position>,
  given: Assumptions,
): number | null {
  const home = positions.get(String(answers[roles.residence]));
  const work = positions.get(String(answers[roles.work]));
  const wishedDays = optionOf(questionnaire, answers, roles.frequency)?.personDaysPerMonth;
  const trips = answers[roles.trips];
  if (answers[roles.profile] !== "teletravailleur" || !home || !work) return null;
  // Who never makes the trip has none to spare, and is not asked how they would.
  if (wishedDays === undefined || typeof trips !== "number" || trips === 0) return null;
  const wished = listOf(answers, roles.wished).flatMap((insee) => positions.get(insee) ?? []);
  if (wished.length === 0) return null;
  const nearest = Math.min(...wished.map((place) => distanceKm(home, place)));
  const kmPerDay = 2 * given.roadDetourFactor * (distanceKm(home, work) - nearest);
  return Math.min(wishedDays, trips * weeksPerMonth) * kmPerDay;
}

/** Kilograms CO2e for a kilometre of a vehicle, or of a seat of a bus or a train; null when no factor is known. */
function factorOf(mode: SurveyOption["emissionMode"], given: Assumptions): number | null {
  const factors = {
    car: given.carKgCo2ePerKm,
    motorbike: given.motorbikeKgCo2ePerKm,
    bus: given.busKgCo2ePerPkm,
    train: given.trainKgCo2ePerPkm,
    none: 0,
  };
  return mode ? factors[mode] : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
