import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { type CommuteMode, commuteModes } from "../../commutes/schema";
import { isWholeMonths } from "../../comparisons/rules";
import { crossedStep, isFew, isSafePart, nearestStep, untoldMonths } from "../../disclosure/rules";
import type { PeopleBehind } from "../../disclosure/schema";
import { sumOf } from "../../indicators/counted/rules";
import type { Counting, ReportRows, Share } from "../../indicators/schema";
import {
  type CommuteAvoided,
  commuteAvoided,
  factorOf,
  netOf,
} from "../../indicators/travel/rules";
import { firstDayOf, lastDayOf, type Month } from "../../schema";
import { beside, eachPlace, plain, share, type Telling, withhold } from "../making/rules";
import type { Figure } from "../schema";

const kilometres = {
  indicator: "commuteAvoided",
  measure: "kilometres",
  unit: "kilometre",
} as const;
const people = { indicator: "commuteAvoided", measure: "people", unit: "person" } as const;
const gross = { indicator: "carbonAvoided", measure: "gross", unit: "kilogram" } as const;
const net = { indicator: "carbonAvoided", measure: "net", unit: "kilogram" } as const;
const weeklyDays = { indicator: "carbonAvoided", measure: "weeklyDays", unit: "day" } as const;

/** What one month counts, before it is known whether it may be told. */
type MonthTravel = { month: Month; travel: CommuteAvoided };

/**
 * 24 and 25, as sums of months that each may be told: five people counted or more, in each place and over the
 * network. Means of transport are told of the network, when they are of five people every month told, and so
 * are those left; kilograms are of the means that are told alone, since whoever changes one factor reads its
 * kilometres from what the sum becomes.
 */
export function travelFigures({ rows, counting, months }: Telling): Figure[] {
  if (!isWholeMonths(counting.range)) {
    return [kilometres, gross].map((named) => withhold(named, null, "whole_months_only"));
  }
  const each = months.flatMap((month) => monthTravel(rows, counting, month));
  const untold = untoldMonths(peopleBehind(each));
  const ofNetwork = each.filter(({ month }) => !untold.network.has(month));
  const byPlace = eachPlace(each[0]?.travel ?? nowhere).map(([place]) => {
    const own = place === null ? untold.network : untold.bySpace.get(place);
    return kilometresOf(
      place,
      each.filter(({ month }) => !own?.has(month)),
    );
  });
  const modes = toldModes(ofNetwork);
  return [
    ...beside({ months, untold }, [
      ...byPlace,
      ...kilometresByMode(ofNetwork, modes),
      ...kilograms(rows, ofNetwork, modes),
    ]),
    ...shareOfPeople(rows, counting),
  ];
}

const nowhere = { network: null, bySpace: new Map<string, null>() };

function monthTravel(rows: ReportRows, { at }: Counting, month: Month): MonthTravel[] {
  const range = { first: firstDayOf(month), last: lastDayOf(month) };
  const reading = commuteAvoided(rows, { range, at });
  return reading.kind === "counted" ? [{ month, travel: reading.value }] : [];
}

function peopleBehind(each: readonly MonthTravel[]): PeopleBehind {
  return new Map(
    each.map(({ month, travel: { network, bySpace } }) => [
      month,
      {
        network: network.persons,
        bySpace: new Map([...bySpace].map(([id, own]) => [id, own.persons])),
      },
    ]),
  );
}

/** Nothing is said where nobody travelled. */
function kilometresOf(place: string | null, told: readonly MonthTravel[]): Figure {
  const own = told.flatMap(({ travel }) =>
    place === null ? travel.network : (travel.bySpace.get(place) ?? []),
  );
  const isSomebody = own.some(({ persons }) => persons > 0);
  return plain(kilometres, place, isSomebody ? sumOf(own, ({ km }) => km) : null);
}

/** Means of transport that may be told of every one of these months, the most used first in the list of all. */
function toldModes(told: readonly MonthTravel[]): CommuteMode[] {
  const travelled = told.filter(({ travel }) => travel.network.persons > 0);
  if (travelled.length === 0) return [];
  const byMonth = travelled.map(({ travel }) => toldModesOf(travel));
  return commuteModes.filter((mode) => byMonth.every((modes) => modes.includes(mode)));
}

/** Those of five people and more, the smallest left out until those left are nobody, or five and more. */
function toldModesOf({ network }: CommuteAvoided): CommuteMode[] {
  const counted = [...network.byMode].sort((a, b) => b[1].persons - a[1].persons);
  const told = counted.filter(([, { persons }]) => persons >= smallestGroup);
  const isSafe = () => {
    const alone = sumOf(told, ([, { persons }]) => persons);
    return isSafePart(alone, network.persons);
  };
  while (told.length > 0 && !isSafe()) told.pop();
  return told.map(([mode]) => mode);
}

function kilometresByMode(told: readonly MonthTravel[], modes: readonly CommuteMode[]): Figure[] {
  if (modes.length === 0) return [];
  const others = commuteModes.filter((mode) => !modes.includes(mode));
  return [...modes.map((mode) => [mode]), others].flatMap((together) => {
    const own = staysBy(told, together);
    if (own.length === 0) return [];
    const part = { kind: "mode" as const, modes: together };
    return [
      plain(
        { ...kilometres, part },
        null,
        sumOf(own, ({ km }) => km),
      ),
    ];
  });
}

function staysBy(told: readonly MonthTravel[], modes: readonly CommuteMode[]) {
  return told.flatMap(({ travel }) =>
    modes.flatMap((mode) => travel.network.byMode.get(mode) ?? []),
  );
}

/** Said to be of the means told alone, where others are left out. */
function kilograms(
  rows: ReportRows,
  told: readonly MonthTravel[],
  modes: readonly CommuteMode[],
): Figure[] {
  const { values } = rows.travel.assumptions;
  const all = [gross, net, weeklyDays];
  const isNobody = told.every(({ travel }) => travel.network.persons === 0);
  if (isNobody) return all.map((named) => plain(named, null, null));
  if (modes.length === 0) return all.map((named) => withhold(named, null, "few_people"));
  const known = modes.filter((mode) => factorOf(mode, values) !== null);
  if (known.length === 0) return all.map((named) => plain(named, null, null));
  const kg = sumOf(known, (mode) =>
    sumOf(staysBy(told, [mode]), ({ km }) => km * (factorOf(mode, values) ?? 0)),
  );
  const isWhole = staysBy(told, commuteModes).length === staysBy(told, known).length;
  const part = isWhole ? {} : { part: { kind: "mode" as const, modes: known } };
  return [
    plain({ ...gross, ...part }, null, kg),
    plain({ ...net, ...part }, null, netOf(kg, values)),
    plain({ ...weeklyDays, ...part }, null, kg / values.yardstickKg),
  ];
}

/** How many of the teleworkers present are counted, to the nearest five: people of a longer period are no sum. */
function shareOfPeople(rows: ReportRows, counting: Counting): Figure[] {
  const reading = commuteAvoided(rows, counting);
  if (reading.kind !== "counted") return [];
  const { counted } = reading.value;
  if (!isSafePart(counted.count, counted.of)) {
    return [withhold(people, null, isFew(counted.count) ? "few_people" : "protects_another")];
  }
  const rounded: Share = {
    ...counted,
    count: nearestStep(counted.count),
    of: nearestStep(counted.of),
  };
  const figure = share(people, null, rounded);
  return [figure.value === null ? figure : { ...figure, nearest: crossedStep }];
}
