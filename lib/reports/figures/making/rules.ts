import { begunRows, type TellingRows, tellingRows } from "../../disclosure/rows/rules";
import { becauseOf, crossedStep, isFew, nearestStep } from "../../disclosure/rules";
import type { Untold } from "../../disclosure/schema";
import type { ByPlace, Counting, MissingReason, ReportRows, Share } from "../../indicators/schema";
import type { DayRange } from "../../rules";
import { earlierOf, firstDayOf, lastDayOf, type Month } from "../../schema";
import type { Figure, FigurePart, Measure, Unit, Withheld } from "../schema";

/** What a number is, before what it comes to. */
export type Named = Pick<Figure, "indicator" | "measure" | "unit"> & { part?: FigurePart };

const nothing = {
  ...{ place: null, part: null, value: null, of: null },
  ...{ nearest: null, perThousand: null, withheld: null, because: null, without: [] },
};

/** A number of one place (null: the network), as it is; null has no base. */
export function plain(named: Named, place: string | null, value: number | null): Figure {
  const withheld = value === null ? ("no_base" as const) : null;
  return { ...nothing, ...named, place, value, withheld };
}

/** A part of a whole, as it is. */
export function share(named: Named, place: string | null, { count, of }: Share): Figure {
  return of === 0
    ? { ...nothing, ...named, place, withheld: "no_base" }
    : { ...nothing, ...named, place, value: count, of };
}

/** A number that is not told, and why. */
export function withhold(named: Named, place: string | null, withheld: Withheld): Figure {
  return { ...nothing, ...named, place, withheld };
}

/** What nothing collects yet. */
export function missing(
  { indicator, measure, unit }: { indicator: Figure["indicator"]; measure: Measure; unit: Unit },
  because: MissingReason,
): Figure {
  return { ...nothing, indicator, measure, unit, withheld: "not_collected", because };
}

/** The network (null) first, then each space. */
export function eachPlace<Value>({ network, bySpace }: ByPlace<Value>): [string | null, Value][] {
  return [[null, network], ...bySpace];
}

/** A number of each place that says nothing of anybody. */
export function ofPlaces<Value>(
  named: Named,
  values: ByPlace<Value>,
  of: (value: Value) => number | null,
): Figure[] {
  return eachPlace(values).map(([place, value]) => plain(named, place, of(value)));
}

/** What a family of figures is counted from: everything, and what may be told of people. */
export type Telling = {
  rows: ReportRows;
  counting: Counting;
  /** The months of the period. */
  months: readonly Month[];
  /** Of these, the ones of which the period has a part only. */
  parted: readonly Month[];
  untold: Untold;
  /** Of how many people came: the months that places leave out of that too (`tellsUsersOfPlaces`). */
  untoldUsers: Untold;
  /** Bookings as far as months told go, for what counts days and hours. */
  told: TellingRows;
  /** Bookings that begin in months told, for what counts each once. */
  begun: TellingRows;
};

export function tellingOf(
  rows: ReportRows,
  counting: Counting,
  over: Pick<Telling, "months" | "parted" | "untold" | "untoldUsers">,
): Telling {
  const told = tellingRows(rows, over.untold, counting.at);
  return { rows, counting, ...over, told, begun: begunRows(rows, over.untold) };
}

/** The same for how many people came, of the months that tell it. */
export function tellingUsers(telling: Telling): Telling {
  const { rows, counting, untoldUsers } = telling;
  return untoldUsers === telling.untold
    ? telling
    : tellingOf(rows, counting, { ...telling, untold: untoldUsers });
}

/** An indicator of each place, over the months that may be told of it. */
export function toldOf<Value>(
  { counting, told }: Pick<Telling, "counting" | "told">,
  count: (rows: ReportRows, counting: Counting) => ByPlace<Value>,
): ByPlace<Value> {
  const network = count(told.ofNetwork, counting);
  if (told.ofSpaces === told.ofNetwork) return network;
  return { network: network.network, bySpace: count(told.ofSpaces, counting).bySpace };
}

/** The same figures, saying which months they leave out; withheld where they leave out all of them. */
export function beside(
  { months, untold: { network, bySpace } }: Pick<Telling, "months" | "untold">,
  figures: readonly Figure[],
): Figure[] {
  return figures.map((figure) => {
    const own = figure.place === null ? network : bySpace.get(figure.place);
    const left = months.filter((month) => own?.has(month));
    if (!own || left.length === 0 || figure.withheld === "not_collected") return figure;
    if (left.length < months.length) return { ...figure, without: left };
    return {
      ...figure,
      ...emptied,
      withheld: becauseOf(left.flatMap((month) => own.get(month) ?? [])),
    };
  });
}

const emptied = { value: null, of: null, nearest: null, perThousand: null };

/** A count of people: not told from one to four. */
export function people(named: Named, place: string | null, count: number): Figure {
  return isFew(count) ? withhold(named, place, "few_people") : plain(named, place, count);
}

/**
 * A count of distinct people: as it is over one month told, to the nearest five over several, since two such
 * counts a month apart would tell how many came for the first time.
 */
export function distinctPeople(
  named: Named,
  place: string | null,
  count: number,
  telling: Pick<Telling, "months" | "untold">,
): Figure {
  if (isFew(count) || monthsTold(telling, place).length < 2) return people(named, place, count);
  return nearest(named, place, { count, of: null });
}

/** Months of the period that may be told of that place (null: the network). */
export function monthsTold(
  { months, untold }: Pick<Telling, "months" | "untold">,
  place: string | null,
): Month[] {
  const own = place === null ? untold.network : untold.bySpace.get(place);
  return months.filter((month) => !own?.has(month));
}

/** The days of a month that are asked for. */
export function within({ first, last }: DayRange, month: Month): DayRange {
  const [from, until] = [firstDayOf(month), lastDayOf(month)];
  return { first: first > from ? first : from, last: earlierOf(last, until) };
}

/** A part of a group, to the nearest five; nobody is nobody. */
export function nearest(
  named: Named,
  place: string | null,
  { count, of }: { count: number; of: number | null },
): Figure {
  if (of === 0) return withhold(named, place, "no_base");
  const value = Math.min(nearestStep(count), of ?? Number.POSITIVE_INFINITY);
  return { ...nothing, ...named, place, value, of, nearest: crossedStep };
}
