import { dayOf } from "@/lib/core/day";
import { networkTimeZone } from "@/lib/spaces/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { isFew, isSafePart, type Run, tellableRuns } from "../../disclosure/rules";
import type { HiddenBecause } from "../../disclosure/schema";
import type { FirstPresence } from "../../facts/schema";
import { isInRange, sharing } from "../../indicators/counted/rules";
import { retention, retentionMonths } from "../../indicators/loyalty/rules";
import type { Counting, ReportRows, Share } from "../../indicators/schema";
import type { DayRange } from "../../rules";
import {
  addMonths,
  earlierOf,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsOf,
} from "../../schema";
import { plain, share, withhold } from "../making/rules";
import type { Figure, Withheld } from "../schema";

/**
 * 10 and 11, of the network. Few are new in one month of a small network: months are told together, in
 * runs that are the same whatever the period, and a period tells those that lie in it.
 */
export function loyaltyFigures(rows: ReportRows, counting: Counting): Figure[] {
  const months = countedMonths(rows, counting);
  const runs = newRuns(rows, months);
  const fresh = newcomers(rows, runs, counting);
  return [fresh, ...returned(rows, counting, { runs, withheld: fresh.withheld })];
}

/** From the first month somebody came to the last that is over, by the network's clock. */
function countedMonths(rows: ReportRows, { at }: Counting): Month[] {
  const firsts = rows.firsts.map(({ day }) => monthOf(day));
  const [first] = firsts;
  if (first === undefined) return [];
  const last = addMonths(monthOf(dayOf(at, networkTimeZone)), -1);
  return monthsOf({ first: firsts.reduce(earlierOf, first), last });
}

type NewRun = Run<number>;

/**
 * New people by runs of months of five and more. In the first month of all everybody is new: its newcomers
 * are its people, whom its places may not tell, and it is told with five of the months after it. Months of
 * nobody in which no run is open are runs of their own, so that who comes next is told of their own month.
 */
function newRuns(rows: ReportRows, months: readonly Month[]): NewRun[] {
  const fresh = Map.groupBy(rows.firsts, ({ day }) => monthOf(day));
  const back = Map.groupBy(rows.firsts, ({ returnedOn }) => returnedOn && monthOf(returnedOn));
  const parts = months.map((month, at) => {
    const own = fresh.get(month) ?? [];
    const count = own.length;
    const open = mostAtLeast(own);
    const present = count + (back.get(month)?.length ?? 0);
    return {
      ...{ first: month, last: month },
      value: { count, counted: at === 0 ? 0 : count, months: [{ count, present, open }] },
    };
  });
  const runs = tellableRuns(
    parts,
    (sum, next) => ({
      count: sum.count + next.count,
      counted: sum.counted + next.counted,
      months: [...sum.months, ...next.months],
    }),
    ({ count, counted, months: own }) =>
      count === 0 || (counted >= smallestGroup && leavesEachOpen(count, own)),
  );
  return runs.map(({ value: { count }, ...run }) => ({ ...run, value: count }));
}

/**
 * New in a month; known to have come in it: these, and who came back for the first time; and how many whoever
 * reads may know were new at the least.
 */
type NewMonth = { count: number; present: number; open: number };

/**
 * A month of few people leaves each of its four values. So does a month that hides its network because all its
 * places are of few: of two such places, six people leave each two at the least. Of one where five came, any.
 */
function mostAtLeast(fresh: readonly FirstPresence[]): number {
  const places = [
    ...Map.groupBy(
      fresh.flatMap((each) => each.spaceIds),
      String,
    ).values(),
  ];
  if (places.some((own) => own.length >= smallestGroup)) return Number.POSITIVE_INFINITY;
  return isFew(fresh.length) ? 1 : (smallestGroup - 1) * Math.max(0, places.length - 1) + 1;
}

/**
 * Whether each month of few people may still have had one newcomer: of all of a run, the others hold the rest.
 * No more are new in a month than come in it, as it tells; four where it does not, for few came. How many
 * came long ago is not read, and they are at least as many as are known to have.
 */
function leavesEachOpen(sum: number, months: readonly NewMonth[]): boolean {
  const held = months.map(({ present }) =>
    present === 0 ? 0 : Math.max(smallestGroup - 1, present),
  );
  const all = held.reduce((total, each) => total + each, 0);
  return months.every(
    ({ count, open }, at) => count === 0 || sum - (all - (held[at] ?? 0)) <= open,
  );
}

function newcomers(rows: ReportRows, runs: readonly NewRun[], { range }: Counting): Figure {
  const named = { indicator: "newUsers", measure: "persons", unit: "person" } as const;
  const inside = runsIn(runs, range);
  if (inside.length === 0) return withhold(named, null, untoldNew(rows, runs, range));
  const value = inside.reduce((sum, run) => sum + run.value, 0);
  return { ...plain(named, null, value), without: left(range, inside) };
}

/** Few where all that is not told yet is in the period, and few; else the period cuts what is told together. */
function untoldNew(rows: ReportRows, runs: readonly NewRun[], range: DayRange): HiddenBecause {
  const lastTold = runs.at(-1)?.last;
  const open = rows.firsts.filter(({ day }) => lastTold === undefined || monthOf(day) > lastTold);
  const isWithin = open.every(({ day }) => isInRange(day, range));
  return isWithin && isFew(open.length) && !isCut(runs, range) ? "few_people" : "protects_another";
}

/** A run is partly in the period. */
function isCut(runs: readonly Run<unknown>[], range: DayRange): boolean {
  return runs.some(
    ({ first, last }) => firstDayOf(first) <= range.last && lastDayOf(last) >= range.first,
  );
}

/** Runs of the same runs: others would tell, by their bases, how many were new in between. */
function returned(
  rows: ReportRows,
  { range, at }: Counting,
  fresh: { runs: readonly NewRun[]; withheld: Withheld | null },
): Figure[] {
  const named = { indicator: "retention", measure: "returned", unit: "person" } as const;
  const runs = tellableRuns(
    fresh.runs.flatMap((run) => returnsOf(rows, at, run)),
    add,
    ({ count, of }) => isSafePart(count, of),
  );
  const inside = runsIn(runs, range);
  if (inside.length === 0) {
    const isTooEarly =
      lastDayOf(addMonths(monthOf(range.first), retentionMonths)) >= dayOf(at, networkTimeZone);
    const because = fresh.withheld ?? (isCut(runs, range) ? "protects_another" : "few_people");
    return [withhold(named, null, isTooEarly ? "no_base" : because)];
  }
  const sum = inside.map(({ value }) => value).reduce(add);
  return [
    { ...share(named, null, sum), without: left(range, inside) },
    ...inside.flatMap(({ value, ...run }) =>
      value.of === 0 ? [] : share({ ...named, part: { kind: "cohort", ...run } }, null, value),
    ),
  ];
}

/** Who came back of those new in a run; none while three months of one of its months are not over. */
function returnsOf(rows: ReportRows, at: Date, { first, last }: NewRun): Run<Share>[] {
  const range = { first: firstDayOf(first), last: lastDayOf(last) };
  const { cohorts, returned: value } = retention(rows, { range, at });
  const isOver = cohorts.every((cohort) => cohort.returned !== null);
  return isOver ? [{ first, last, value }] : [];
}

function add(sum: Share, next: Share): Share {
  return sharing(sum.count + next.count, sum.of + next.of);
}

function runsIn<Value>(runs: readonly Run<Value>[], range: Counting["range"]): Run<Value>[] {
  return runs.filter(
    ({ first, last }) => firstDayOf(first) >= range.first && lastDayOf(last) <= range.last,
  );
}

function left({ first, last }: Counting["range"], runs: readonly Run<unknown>[]): Month[] {
  return monthsOf({ first: monthOf(first), last: monthOf(last) }).filter(
    (month) => !runs.some((run) => run.first <= month && month <= run.last),
  );
}
