import { distanceKm, type Position } from "@/lib/core/distance";
import { shownCount } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import type { Answers, Questionnaire } from "../../questionnaires/schema";
import { intentWeightOf, listOf, optionOf } from "../rules";
import { type Assumptions, type Response, roles } from "../schema";

/** Weeks in a month. */
export const weeksPerMonth = 4.33;

export type Travel = {
  /** Kilometres a month that would not be driven, weighted by intent; below zero when they would be more. */
  km: number;
  /** Kilograms CO2e a month, before and after the rebound of teleworking. */
  grossKgCo2e: number;
  netKgCo2e: number;
  /** Salaried teleworkers who said where they live, work and would come, and make the trip each week. */
  base: number;
  /** Of these, those whose way of travelling has no factor yet: their kilometres count, their CO2e does not. */
  withoutFactor: number;
};

/**
 * Commuting that could be avoided: salaried teleworkers only (Cerema: others do not come to travel
 * less), each day at the third place replacing at most one day of commuting. Straight lines × detour.
 */
export function travelOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  positions: ReadonlyMap<string, Position>,
  given: Assumptions,
): Travel {
  const trips = responses.flatMap(({ answers }) => {
    const km = avoidableKm(questionnaire, answers, positions, given);
    return km === null ? [] : [{ km, factor: factorOf(questionnaire, answers, given) }];
  });
  const gross = trips.reduce((sum, { km, factor }) => sum + km * (factor ?? 0), 0);
  return {
    km: trips.reduce((sum, { km }) => sum + km, 0),
    grossKgCo2e: gross,
    netKgCo2e: gross * (1 - given.teleworkReboundShare),
    base: trips.length,
    withoutFactor: trips.filter(({ factor }) => factor === null).length,
  };
}

export type ShownTravel = {
  km: number;
  /** Of those whose way of travelling has a factor; null where they are fewer than five. */
  co2: Pick<Travel, "grossKgCo2e" | "netKgCo2e"> | null;
  /** Null between one and four. */
  withoutFactor: number | null;
};

/** As it may be shown; null when fewer than five count. */
export function shownTravel({ km, base, withoutFactor, ...co2 }: Travel): ShownTravel | null {
  if (base < smallestGroup) return null;
  return {
    km,
    co2: base - withoutFactor < smallestGroup ? null : co2,
    withoutFactor: shownCount(withoutFactor, smallestGroup),
  };
}

/** Kilometres a month one respondent would avoid, weighted by intent; null when they do not count. */
export function avoidableKm(
  questionnaire: Questionnaire,
  answers: Answers,
  positions: ReadonlyMap<string, Position>,
  given: Assumptions,
): number | null {
  const home = positions.get(String(answers[roles.residence]));
  const work = positions.get(String(answers[roles.work]));
  const intent = intentWeightOf(questionnaire, answers, given) ?? 0;
  const wishedDays = optionOf(questionnaire, answers, roles.frequency)?.personDaysPerMonth;
  const trips = answers[roles.trips];
  if (answers[roles.profile] !== "teletravailleur" || !home || !work) return null;
  // Who never makes the trip has none to spare, and is not asked how they would.
  if (wishedDays === undefined || typeof trips !== "number" || trips === 0) return null;
  const wished = listOf(answers, roles.wished).flatMap((insee) => positions.get(insee) ?? []);
  if (wished.length === 0) return null;
  const nearest = Math.min(...wished.map((place) => distanceKm(home, place)));
  const kmPerDay = 2 * given.roadDetourFactor * (distanceKm(home, work) - nearest);
  return intent * Math.min(wishedDays, trips * weeksPerMonth) * kmPerDay;
}

/** Kilograms CO2e for a kilometre of this person; null when no factor is known. */
function factorOf(
  questionnaire: Questionnaire,
  answers: Answers,
  given: Assumptions,
): number | null {
  const option = optionOf(questionnaire, answers, roles.mode);
  const factors = {
    car: given.carKgCo2ePerKm,
    motorbike: given.motorbikeKgCo2ePerKm,
    bus: given.busKgCo2ePerPkm,
    train: given.trainKgCo2ePerPkm,
    none: 0,
  };
  const factor = option?.emissionMode ? factors[option.emissionMode] : null;
  return factor === null ? null : factor / (option?.occupancy ?? 1);
}
