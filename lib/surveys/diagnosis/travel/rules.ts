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
  /** Salaried teleworkers who said where they live, work and would come. */
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

export type ShownTravel = Omit<Travel, "withoutFactor"> & { withoutFactor: number | null };

/** As it may be shown; null when fewer than five count. */
export function shownTravel(travel: Travel): ShownTravel | null {
  if (travel.base < smallestGroup) return null;
  return { ...travel, withoutFactor: shownCount(travel.withoutFactor, smallestGroup) };
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
  if (wishedDays === undefined || typeof trips !== "number") return null;
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
