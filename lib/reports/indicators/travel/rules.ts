import { distanceKm, type Position } from "@/lib/core/distance";
import { whyNotCounted } from "../../commutes/rules";
import type { Commute, CommuteMode } from "../../commutes/schema";
import { isWholeMonths } from "../../comparisons/rules";
import type { AssumptionValues } from "../../travel-assumptions/schema";
import {
  byPlace,
  distinct,
  keptBookings,
  type Presence,
  personDaysOf,
  presencesIn,
  sharing,
  sumOf,
} from "../counted/rules";
import type { ByPlace, Counting, Reading, ReportPerson, ReportRows, Share } from "../schema";

/** One person's days at one site, and the kilometres these avoid; below zero where the site is farther. */
type Stay = {
  personId: string;
  spaceId: string;
  mode: CommuteMode;
  personDays: number;
  km: number;
};

/** Of whom a figure is: how many people must be known before any of it is told, so for each means of transport. */
export type TravelBase = { persons: number; personDays: number };
export type Kilometres = TravelBase & { km: number };

/** Who is counted of the salaried teleworkers present, and by which version of the assumptions. */
export type TravelCounted = {
  counted: Share;
  countedDays: Share;
  /** Who gave nothing: they were not asked, did not answer, did not agree, or took it back. */
  gaveNothing: Share;
  assumptionsVersion: number;
};

export type CommuteAvoided = ByPlace<Kilometres & { byMode: Map<CommuteMode, Kilometres> }> &
  TravelCounted;

/**
 * 24. Kilometres of commuting avoided, by means of transport. Only salaried teleworkers who gave where and
 * how they go to work and agreed; for each of their person-days at a site, twice what is nearer than work.
 * Nothing below zero is left out. Of whole months only: two reports one day apart would tell of one person.
 */
export function commuteAvoided(rows: ReportRows, counting: Counting): Reading<CommuteAvoided> {
  if (!isWholeMonths(counting.range)) return { kind: "whole_months_only" };
  const { stays, counted } = travelIn(rows, counting);
  const value = byPlace(rows.spaces, (spaces) => {
    const own = staysIn(stays, spaces);
    return { ...kilometresOf(own), byMode: byMode(own, kilometresOf) };
  });
  return { kind: "counted", value: { ...value, ...counted } };
}

export type ModeCarbon = TravelBase & {
  /** Kilograms CO2e; null where no factor is known. */
  grossKg: number | null;
};
export type Carbon = {
  grossKg: number | null;
  /** Once the rebound is taken off; what is emitted more, below zero, stays whole. */
  netKg: number | null;
  /** How many weekly days of telework avoid as much in a year, by the yardstick; of the gross. */
  weeklyDays: number | null;
  /** Whose kilograms are summed. */
  base: TravelBase;
  /** Whose kilometres count and kilograms do not: no factor is known of how they travel. */
  withoutFactor: TravelBase;
  byMode: Map<CommuteMode, ModeCarbon>;
};
export type CarbonAvoided = ByPlace<Carbon> & TravelCounted;

/**
 * 25. Kilograms CO2e of the kilometres of indicator 24, gross and net of the rebound of teleworking. Who
 * shows it must hide a means of transport of too few people from the sum too: staff may change one factor
 * at a time, and read its kilometres from what the sum becomes.
 */
export function carbonAvoided(rows: ReportRows, counting: Counting): Reading<CarbonAvoided> {
  if (!isWholeMonths(counting.range)) return { kind: "whole_months_only" };
  const { stays, counted } = travelIn(rows, counting);
  const { values } = rows.travel.assumptions;
  const value = byPlace(rows.spaces, (spaces) => carbonOf(staysIn(stays, spaces), values));
  return { kind: "counted", value: { ...value, ...counted } };
}

function carbonOf(stays: readonly Stay[], values: AssumptionValues): Carbon {
  const isKnown = ({ mode }: Stay) => factorOf(mode, values) !== null;
  const known = stays.filter(isKnown);
  const grossKg = grossOf(known, values);
  return {
    grossKg,
    netKg: grossKg === null ? null : netOf(grossKg, values),
    weeklyDays: grossKg === null ? null : grossKg / values.yardstickKg,
    base: baseOf(known),
    withoutFactor: baseOf(stays.filter((stay) => !isKnown(stay))),
    byMode: byMode(stays, (own) => ({
      ...baseOf(own),
      grossKg: grossOf(own.filter(isKnown), values),
    })),
  };
}

function grossOf(stays: readonly Stay[], values: AssumptionValues): number | null {
  if (stays.length === 0) return null;
  return sumOf(stays, ({ km, mode }) => km * (factorOf(mode, values) ?? 0));
}

/** What a rebound takes back is a part of what is avoided: where nothing is, there is none. */
export function netOf(grossKg: number, { reboundPercent }: AssumptionValues): number {
  return grossKg > 0 ? grossKg * (1 - reboundPercent / 100) : grossKg;
}

/** Kilograms CO2e of one person for a kilometre; null where none is known. */
export function factorOf(mode: CommuteMode, values: AssumptionValues): number | null {
  const factors: Record<CommuteMode, number | null> = {
    car: values.carKgPerKm,
    shared_car: values.carKgPerKm / values.sharedCarPeople,
    motorbike: values.motorbikeKgPerKm,
    bus: values.busKgPerKm,
    train: values.trainKgPerKm,
    active: values.activeKgPerKm,
  };
  return factors[mode];
}

function travelIn(rows: ReportRows, counting: Counting) {
  const { commutes, assumptions } = rows.travel;
  const given = new Map(commutes.map((commute) => [commute.personId, commute]));
  const teleworkers = rows.people.filter(({ situation }) => situation === "teleworker");
  const presences = presencesOf(rows, teleworkers, counting);
  const present = teleworkers
    .map((person) => ({
      person,
      commute: given.get(person.id),
      days: personDaysOf(presences.get(person.id) ?? []),
    }))
    .filter(({ days }) => days.size > 0);
  const stays = present.flatMap(({ person, commute, days }) =>
    commute && whyNotCounted(person) === null ? staysOf(rows, person, commute, days) : [],
  );
  const allDays = sumOf(present, ({ days }) => sumOf([...days.values()], (own) => own));
  const { persons, personDays } = baseOf(stays);
  const counted: TravelCounted = {
    counted: sharing(persons, present.length),
    countedDays: sharing(personDays, allDays),
    gaveNothing: sharing(present.filter(({ commute }) => !commute).length, present.length),
    assumptionsVersion: assumptions.version,
  };
  return { stays, counted };
}

/** By person, of these people alone: a network has few teleworkers among millions of bookings. */
function presencesOf(
  rows: ReportRows,
  people: readonly ReportPerson[],
  { range, at }: Counting,
): Map<string | null, Presence[]> {
  const ids = new Set<string | null>(people.map(({ id }) => id));
  const own = presencesIn(rows.spaces, keptBookings(rows, at), range).filter(({ personId }) =>
    ids.has(personId),
  );
  return Map.groupBy(own, ({ personId }) => personId);
}

function staysOf(
  rows: ReportRows,
  person: ReportPerson,
  commute: Commute,
  days: ReadonlyMap<string, number>,
): Stay[] {
  return [...days].flatMap(([spaceId, personDays]) => {
    const kmPerDay = kilometresAvoided(rows, person, commute, spaceId);
    if (kmPerDay === null) return [];
    const { mode } = commute;
    return [{ personId: person.id, spaceId, mode, personDays, km: personDays * kmPerDay }];
  });
}

/** There and back, for one day at that site; null where a place is not known. */
function kilometresAvoided(
  { travel: { positions, assumptions } }: ReportRows,
  { communeId }: ReportPerson,
  { workplaceId, kmToWork, toSpace }: Commute,
  spaceId: string,
): number | null {
  const home = positions.ofCommunes.get(communeId ?? "");
  const byRoad = (to: Position | undefined) =>
    home && to ? assumptions.values.detourFactor * distanceKm(home, to) : null;
  const toWork = kmToWork ?? byRoad(positions.ofCommunes.get(workplaceId));
  const typed = toSpace?.spaceId === spaceId ? toSpace.km : null;
  const toSite = typed ?? byRoad(positions.ofSpaces.get(spaceId));
  return toWork === null || toSite === null ? null : 2 * (toWork - toSite);
}

function staysIn(stays: readonly Stay[], spaces: readonly { id: string }[]): Stay[] {
  return stays.filter(({ spaceId }) => spaces.some(({ id }) => id === spaceId));
}

function baseOf(stays: readonly Stay[]): TravelBase {
  return {
    persons: distinct(stays.map(({ personId }) => personId)),
    personDays: sumOf(stays, ({ personDays }) => personDays),
  };
}

function kilometresOf(stays: readonly Stay[]): Kilometres {
  return { ...baseOf(stays), km: sumOf(stays, ({ km }) => km) };
}

function byMode<Value>(
  stays: readonly Stay[],
  count: (own: readonly Stay[]) => Value,
): Map<CommuteMode, Value> {
  const groups = Map.groupBy(stays, ({ mode }) => mode);
  return new Map([...groups].map(([mode, own]) => [mode, count(own)]));
}
