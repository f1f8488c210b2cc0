import { changeOf } from "../../comparisons/rules";
import { crossedStep } from "../../disclosure/rules";
import type { IndicatorId } from "../../indicators/schema";
import { addMonths, type Month } from "../../schema";
import type { Figure, FigurePart, Measure, Withheld } from "../schema";

/** Which number, of which place (null: the network) and of which part. */
export type FigureAsked = Pick<Figure, "indicator" | "measure"> & {
  place?: string | null;
  part?: FigurePart | null;
};

/** Numbers of one report, found by what they are. */
export type FigureIndex = ReadonlyMap<string, Figure>;

export function indexFigures(figures: readonly Figure[]): FigureIndex {
  return new Map(figures.map((figure) => [keyOf(figure), figure]));
}

export function findFigure(index: FigureIndex, asked: FigureAsked): Figure | null {
  return index.get(keyOf(asked)) ?? null;
}

function keyOf({ indicator, measure, place = null, part = null }: FigureAsked): string {
  return [indicator, measure, place, partKey(part)].join("|");
}

/**
 * What makes a part the same from one period to another. The fullest half-day is the same number whenever it
 * was; communes put together otherwise are another line.
 */
export function partKey(part: FigurePart | null): string {
  if (part === null || part.kind === "moment") return "";
  switch (part.kind) {
    case "residence":
      return `residence ${[part.line.kind, part.line.name, ...part.line.communes].join(" ")}`;
    case "profile":
      return `profile ${part.situations.toSorted().join(" ")}`;
    case "mode":
      return `mode ${part.modes.toSorted().join(" ")}`;
    case "week_half":
      return `week_half ${part.weekday} ${part.half}`;
    default:
      return Object.values(part).join(" ");
  }
}

/** One number or one part of it, in each place that has it. */
export type FigureRow = {
  indicator: IndicatorId;
  measure: Measure;
  part: FigurePart | null;
  byPlace: Map<string | null, Figure>;
};

/** The numbers of an indicator, one row each whatever the place, in their order. */
export function rowsOf(figures: readonly Figure[], id: IndicatorId): FigureRow[] {
  const own = figures.filter(({ indicator }) => indicator === id);
  const byRow = Map.groupBy(own, ({ measure, part }) => `${measure}|${partKey(part)}`);
  return [...byRow.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { indicator, measure, part } = first;
    const byPlace = new Map(same.map((figure) => [figure.place, figure]));
    return { indicator, measure, part, byPlace };
  });
}

/** How a number stands beside the same one of another period. */
export type Compared =
  /** That period did not tell such a number. */
  | { kind: "absent" }
  | { kind: "withheld"; withheld: Withheld }
  /** Told, but no difference is: one of them is rounded, withheld, or leaves months out. */
  | { kind: "beside"; before: Figure }
  | {
      kind: "changed";
      before: Figure;
      direction: "more" | "less" | "same";
      /** In points of per cent for a share, else in its unit. */
      difference: number;
      isOfShares: boolean;
    };

export function compareFigures(figure: Figure, before: Figure | null): Compared {
  if (before === null) return { kind: "absent" };
  if (before.withheld !== null) return { kind: "withheld", withheld: before.withheld };
  const [now, then] = [measured(figure), measured(before)];
  const isRounded = figure.nearest !== null || before.nearest !== null;
  const isPartial = figure.without.length > 0 || before.without.length > 0;
  const isOfShares = figure.of !== null && before.of !== null;
  if (now === null || then === null || isRounded || (isPartial && !isOfShares)) {
    return { kind: "beside", before };
  }
  const { direction, difference } = changeOf(now, then);
  if (direction === "unknown") return { kind: "beside", before };
  return { kind: "changed", before, direction, difference, isOfShares };
}

/**
 * Rounded so far that it may as well be of none: only the most it can be is said. A count rounded once is told
 * as it is rounded.
 */
export function isVague({ value, of, nearest }: Figure): boolean {
  if (value === null || nearest === null || nearest < value) return false;
  return of !== null || nearest > crossedStep;
}

/** The most that a rounded number can be; null where it is not told. */
export function mostOf({ value, of, nearest }: Figure): number | null {
  if (value === null) return null;
  return Math.min(value + Math.floor((nearest ?? 0) / 2), of ?? Number.POSITIVE_INFINITY);
}

/** A share in whole per cent, as it is read; else the number; null where it is not told, or vague. */
function measured(figure: Figure): number | null {
  const { value, of } = figure;
  if (isVague(figure)) return null;
  if (value === null || of === null) return value;
  return Math.round((100 * value) / of);
}

/** A share between 0 and 1; null where it is not told, or vague. */
export function shareOfFigure(figure: Figure): number | null {
  const { value, of } = figure;
  if (isVague(figure)) return null;
  return value === null || of === null || of === 0 ? null : value / of;
}

/** The highest of those told, all that read the same; none where none is above zero. */
export function highestOf(figures: readonly Figure[]): Figure[] {
  const sizes = figures.map((figure) => measured(figure) ?? 0);
  const most = Math.max(0, ...sizes);
  return most === 0 ? [] : figures.filter((_figure, index) => sizes[index] === most);
}

/** Lowest share of each tint but the first, as the legend says. */
export const heatSteps = [0.1, 0.3, 0.5, 0.7, 0.85] as const;

/** The tint of a share, from 0 to 5. */
export function heatLevel(share: number): number {
  return heatSteps.filter((step) => share >= step).length;
}

/** Months that follow one another, put together; both ends included. */
export function monthRuns(months: readonly Month[]): { first: Month; last: Month }[] {
  const runs: { first: Month; last: Month }[] = [];
  for (const month of months.toSorted()) {
    const open = runs.at(-1);
    if (open && addMonths(open.last, 1) === month) open.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs;
}
