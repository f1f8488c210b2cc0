import type { Day } from "@/lib/core/day";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import type { DayRange } from "../rules";
import { firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../schema";
import type {
  BehindMonth,
  Bounds,
  HiddenBecause,
  PeopleBehind,
  Untold,
  UntoldBecause,
} from "./schema";

/**
 * Which places may not tell of their people over some days. A place of one to four people does not; nor do
 * the next smallest, until the network less those told leaves each hidden one at least five values; nor the
 * network where no place is left to hide. Where the network is of one to four, no place tells even that
 * nobody came: four places of somebody would be one each. Elsewhere nobody is no secret.
 */
export function untoldPlaces(
  people: ReadonlyMap<string, number>,
  network: number,
): { places: Map<string, HiddenBecause>; network: HiddenBecause | null } {
  const present = [...people].filter(([, count]) => count > 0);
  const reasons = (those: readonly Counted[]) =>
    new Map(
      those.map(([id, count]) => [id, isFew(count) ? "few_people" : "protects_another"] as const),
    );
  if (isFew(network)) {
    const all = [...people.keys()].map((id) => [id, "protects_another"] as const);
    return { places: new Map(all), network: "few_people" };
  }
  const hidden = present.filter(([, count]) => isFew(count));
  const others = present
    .filter(([, count]) => !isFew(count))
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  while (hidden.length > 0 && !areOpen(hidden, network)) {
    const next = others.pop();
    if (!next) return { places: reasons(hidden), network: "protects_another" };
    hidden.push(next);
  }
  return { places: reasons(hidden), network: null };
}

type Counted = [string, number];

/**
 * Whether what the hidden come to together leaves each of them at least five values, and a small one any
 * of its four. Why each is hidden is told: a small one has one at least and four at most, another has five,
 * and no more than the network: three values at the least.
 */
function areOpen(hidden: readonly Counted[], network: number): boolean {
  const counts = hidden.map(([, count]) => count);
  const sumOf = (of: (count: number) => number) =>
    counts.reduce((sum, count) => sum + of(count), 0);
  const below = sumOf((count) => count - (isFew(count) ? 1 : smallestGroup));
  const isUnbounded = counts.some((count) => !isFew(count));
  const above = sumOf((count) => smallestGroup - 1 - count);
  if (isUnbounded && network < smallestGroup + 2) return false;
  return below >= smallestGroup - 1 && (isUnbounded || above >= smallestGroup - 2);
}

/**
 * Whether a month tells how many people came to each place that tells of it, beside how many came to the
 * network: a place less would be those who went elsewhere only, and the places together less the network,
 * where all of them tell, how often people were at a further one. Neither may be of one to four.
 */
export function tellsUsersOfPlaces({ network, bySpace }: BehindMonth): boolean {
  const untold = untoldPlaces(bySpace, network);
  const told = [...bySpace].flatMap(([id, count]) => (untold.places.has(id) ? [] : count));
  if (untold.network || told.some((count) => count > 0 && isFew(network - count))) return false;
  const again = told.reduce((sum, count) => sum + count, 0) - network;
  return untold.places.size > 0 || !isFew(again);
}

/**
 * The months that no report tells of, whatever its period. A longer period is told without them, so that a
 * quarter less two of its months is not the third: every sum is of months that may each be told. `parted`:
 * months a part of which is asked for (`partedMonths`): none of their people is told.
 */
export function untoldMonths(behind: PeopleBehind, parted: readonly Month[] = []): Untold {
  const untold: Untold = { network: new Map(), bySpace: new Map() };
  for (const [month, { network, bySpace }] of behind) {
    const own = parted.includes(month) ? partOnly(bySpace) : untoldPlaces(bySpace, network);
    if (own.network) untold.network.set(month, own.network);
    for (const [id, because] of own.places) {
      const months = untold.bySpace.get(id) ?? new Map<Month, UntoldBecause>();
      untold.bySpace.set(id, months.set(month, because));
    }
  }
  return untold;
}

/** The same for how many people came: places leave out the months that tell it of none of them too. */
export function untoldUsers(behind: PeopleBehind, untold: Untold): Untold {
  const without = [...behind].filter(([, own]) => !tellsUsersOfPlaces(own));
  if (without.length === 0) return untold;
  const bySpace = new Map(untold.bySpace);
  for (const [month, own] of without) {
    for (const [id, count] of own.bySpace) {
      const months = bySpace.get(id);
      if (count === 0 || months?.has(month)) continue;
      bySpace.set(id, new Map([...(months ?? []), [month, "protects_another"]]));
    }
  }
  return { ...untold, bySpace };
}

/** Why nothing is told of several months: their people before the days asked for. */
export function becauseOf(reasons: readonly UntoldBecause[]): UntoldBecause {
  return reasons.find((each) => each !== "whole_months_only") ?? "whole_months_only";
}

function partOnly(bySpace: ReadonlyMap<string, number>) {
  const because = "whole_months_only" as const;
  return { places: new Map([...bySpace.keys()].map((id) => [id, because])), network: because };
}

/**
 * Months of which a range asks for a part: two ranges a day apart would tell who came that day. The month
 * that runs is whole up to yesterday.
 */
export function partedMonths({ first, last }: DayRange, yesterday: Day): Month[] {
  const isWhole = (month: Month) =>
    firstDayOf(month) >= first && (lastDayOf(month) <= last || last >= yesterday);
  return monthsOf({ first: monthOf(first), last: monthOf(last) }).filter(
    (month) => !isWhole(month),
  );
}

/** A part of a group of people and the rest of it may both be told: neither is of one to four. */
export function isSafePart(part: number, whole: number): boolean {
  return [part, whole - part].every((people) => people === 0 || people >= smallestGroup);
}

/** A count of one to four people. */
export function isFew(people: number): boolean {
  return people > 0 && people < smallestGroup;
}

/** Parts of a group are told to the nearest of so many: what may be of one to four may be of none, or five. */
export const crossedStep = smallestGroup;
/** How far what is told to the nearest five may be from what was counted. */
export const slack = (crossedStep - 1) / 2;

export function nearestStep(count: number): number {
  return crossedStep * Math.round(count / crossedStep);
}

/**
 * Whether a part of a group may be told to the nearest five beside what is known of it and of the group: none
 * of the numbers it may be told as leaves it, or the rest, to be of somebody and fewer than five. Not only its
 * own, or that it is not told would say which.
 */
export function hasRoomInside(part: Bounds, whole: Bounds): boolean {
  const isSmall = ({ least, most }: Bounds) => least > 0 && most < smallestGroup;
  for (let told = nearestStep(part.least); told - slack <= part.most; told += crossedStep) {
    const own = {
      least: Math.max(part.least, told - slack),
      most: Math.min(part.most, told + slack),
    };
    const rest = { least: whole.least - own.most, most: whole.most - own.least };
    if (isSmall(own) || isSmall(rest)) return false;
    if (own.most >= whole.most) break;
  }
  return true;
}

/** People of several months: no fewer than of one, nor more than of all together; and as they are told. */
export function boundsOver(months: readonly Bounds[], count: number | null): Bounds {
  const least = Math.max(0, ...months.map((own) => own.least));
  const most = months.reduce((sum, own) => sum + own.most, 0);
  if (count === null || months.length < 2) return { least, most };
  const told = nearestStep(count);
  return { least: Math.max(least, told - slack), most: Math.min(most, told + slack) };
}

/**
 * Whether the people of several months, to the nearest five, leave those who did not come in one of them open:
 * « 10 » of nine and of eleven is eleven or twelve, two or three of whom did not come in the first.
 */
export function leavesMonthsOpen(count: number, months: readonly number[]): boolean {
  const { least, most } = boundsOver(
    months.map((own) => ({ least: own, most: own })),
    count,
  );
  return months.every((own) => {
    const beyond = { least: least - own, most: most - own };
    const isSmall = beyond.least > 0 && beyond.most < smallestGroup;
    return !isSmall || (beyond.least === 1 && beyond.most === smallestGroup - 1);
  });
}

/** How many people came to several of these places, at the least and at the most. */
export function severalOf(places: readonly Bounds[], network: Bounds): Bounds {
  const sum = (counts: readonly number[]) => counts.reduce((total, each) => total + each, 0);
  const present = places.filter((each) => each.most > 0);
  const least = sum(present.map((each) => each.least));
  const most = present.map((each) => each.most).sort((a, b) => b - a);
  // Each is counted once more for each further place, and in another than the largest.
  const again = Math.max(0, sum(most) - network.least);
  return {
    least: Math.max(0, Math.ceil((least - network.most) / Math.max(1, present.length - 1))),
    most: Math.min(network.most, again, sum(most.slice(1))),
  };
}

/**
 * Whether a part of the people of several months, told to the nearest five, leaves a small one of each month
 * room to be none: told of « 0 » and « 0 », three and more of both would be one or two of each.
 */
export function hasRoom(whole: number, months: readonly number[]): boolean {
  if (months.length < 2) return true;
  const most = months.map((count) => nearestStep(count) + slack);
  const sum = most.reduce((total, each) => total + each, 0);
  const least = nearestStep(whole) - slack;
  if (least <= 0) return true;
  return sum >= smallestGroup && most.every((each) => each >= smallestGroup || least <= sum - each);
}

export type Run<Value> = { first: Month; last: Month; value: Value };

/**
 * Months (or runs of them) put together from the oldest on, each run closed as soon as it may be told: the
 * same whatever period is asked for, so that none is the difference of two. The last, not yet enough, are in none.
 */
export function tellableRuns<Value>(
  parts: readonly Run<Value>[],
  add: (sum: Value, next: Value) => Value,
  mayTell: (sum: Value) => boolean,
): Run<Value>[] {
  const runs: Run<Value>[] = [];
  let open: Run<Value> | null = null;
  for (const { first, last, value } of parts) {
    open = open
      ? { first: open.first, last, value: add(open.value, value) }
      : { first, last, value };
    if (mayTell(open.value)) {
      runs.push(open);
      open = null;
    }
  }
  return runs;
}

/**
 * Keys whose count over a period would tell, beside the same count of its months, how many they were in
 * the months that do not tell it: distinct people of the whole are at the most the sum of the months.
 */
export function toldByMonths(
  whole: ReadonlyMap<string, number>,
  months: readonly ReadonlyMap<string, number>[],
): Set<string> {
  const keys = [...whole].flatMap(([key, count]) => {
    const counts = months.map((month) => month.get(key) ?? 0);
    const told = counts.filter((each) => each >= smallestGroup);
    const most = (smallestGroup - 1) * (counts.length - told.length);
    const least = count - told.reduce((sum, each) => sum + each, 0);
    const isOpen = most === 0 || most - Math.max(least, 0) >= smallestGroup - 1;
    return isOpen ? [] : key;
  });
  return new Set(keys);
}
