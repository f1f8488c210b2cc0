import {
  type Figure,
  type FigurePart,
  type MeasureKey,
  measureKeyOf,
} from "@/lib/reports/figures/schema";
import type { Month } from "@/lib/reports/schema";
import { between, exactly, type Known } from "./report-solver";

/** A report as it was given out: the months of it anything happened in, and its figures. */
export type Given = { months: readonly Month[]; figures: readonly Figure[] };
export type World = { given: readonly Given[]; ids: readonly string[]; months: readonly Month[] };

const step = 5;
const slack = 2;
const few = step - 1;
const anything = Number.POSITIVE_INFINITY;

export function nameOf(what: string, place: string | null, months: readonly Month[]): string {
  return `${what} of ${place ?? "network"} in ${months.join("+")}`;
}

export function figuresOf(
  { figures }: Given,
  key: MeasureKey,
  isOf: (part: FigurePart | null) => boolean = (part) => part === null,
): Figure[] {
  return figures.filter((figure) => measureKeyOf(figure) === key && isOf(figure.part));
}

export function toldMonths({ months }: Given, { without }: Pick<Figure, "without">): Month[] {
  return months.filter((month) => !without.includes(month));
}

/** Why a place does not tell of one month, as the month's own report says. */
export function hiddenIn(
  { given }: World,
  key: MeasureKey,
): { place: string | null; month: Month; isFew: boolean }[] {
  return given.flatMap((report) => {
    const [month, more] = report.months;
    if (!month || more || report.figures.length === 0) return [];
    return figuresOf(report, key).flatMap(({ place, withheld }) =>
      withheld === "few_people" || withheld === "protects_another"
        ? { place, month, isFew: withheld === "few_people" }
        : [],
    );
  });
}

export function weights(names: readonly string[], weight = 1): Map<string, number> {
  return new Map(names.map((name) => [name, weight]));
}

/** What adds up: over the months of each report, and over places. `side`: the number, or what it is a share of. */
export function sumsKnown(world: World, key: MeasureKey, side: "value" | "of" = "value"): Known[] {
  const { given, ids, months } = world;
  const what = `${key} ${side}`;
  const reports = given.flatMap((report) =>
    figuresOf(report, key).flatMap((figure) => {
      const sum = figure.withheld === "no_base" ? 0 : figure[side];
      const names = toldMonths(report, figure).map((month) => nameOf(what, figure.place, [month]));
      return sum === null ? [] : exactly(weights(names), sum);
    }),
  );
  const places = months.map((month) =>
    exactly(
      new Map([
        [nameOf(what, null, [month]), 1],
        ...ids.map((id) => [nameOf(what, id, [month]), -1] as const),
      ]),
      0,
    ),
  );
  return [...reports, ...places];
}

/** At least one where few came and at most four if that is what is counted; five where it protects another. */
export function reasonsKnown(world: World, key: MeasureKey, isOfPeople: boolean): Known[] {
  const what = isOfPeople ? "people" : `${key} value`;
  const all = hiddenIn(world, key);
  const fewOf = all.flatMap((each) => (each.isFew && each.place === null ? each.month : []));
  return all.flatMap(({ place, month, isFew }) => {
    const name = nameOf(what, place, [month]);
    // Guests alone, or nobody who booked, are as few people.
    if (isFew) return between(name, isOfPeople ? 0 : 1, few);
    // Where the network is of few people, no place says how many, nor whether anybody.
    return fewOf.includes(month) ? [] : between(name, step, anything);
  });
}

type Group = { what: string; key: MeasureKey };

/** A count as it is told: itself, or what rounds to it. */
export function toldAs(name: string, { value, nearest, of }: Figure): Known[] {
  if (value === null) return [];
  if (nearest === null) return [between(name, value, value)];
  const most = value % step === 0 ? value + slack : value;
  const least = value % step === 0 ? value : value + step - (value % step);
  return [between(name, Math.max(0, least - slack), Math.min(most, of ?? anything))];
}

/** Distinct people of sets of months: told, within one another, and no more than their parts together. */
export function distinctKnown(
  world: World,
  { what, key }: Group,
  kind: "whole" | "part" | "spread" = "whole",
): Known[] {
  const { given, ids, months } = world;
  const sets = new Map<string, { place: string | null; months: Month[] }>();
  const told = given.flatMap((report) =>
    figuresOf(report, key).flatMap((figure) => {
      const own = toldMonths(report, figure);
      if (figure.value === null || own.length === 0) return [];
      const name = nameOf(what, figure.place, own);
      sets.set(name, { place: figure.place, months: own });
      // What it is a share of is rounded itself.
      return toldAs(name, { ...figure, of: null });
    }),
  );
  for (const place of [null, ...ids])
    for (const month of months) sets.set(nameOf(what, place, [month]), { place, months: [month] });
  const each = [...sets.values()];
  const within = each.flatMap((small) =>
    each.flatMap((large) => {
      const isInside =
        large !== small && small.months.every((month) => large.months.includes(month));
      const isPlace = small.place === large.place || (large.place === null && kind === "whole");
      if (!isInside || !isPlace) return [];
      return atLeast(
        nameOf(what, large.place, large.months),
        [nameOf(what, small.place, small.months)],
        -1,
      );
    }),
  );
  const unions = each.flatMap((whole) => {
    const parts = whole.months.map((month) => nameOf(what, whole.place, [month]));
    return parts.length > 1 && kind !== "spread"
      ? atLeast(nameOf(what, whole.place, whole.months), parts, 1)
      : [];
  });
  const places = months.flatMap((month) =>
    kind !== "whole"
      ? []
      : atLeast(
          nameOf(what, null, [month]),
          ids.map((id) => nameOf(what, id, [month])),
          1,
        ),
  );
  return [...told, ...within, ...unions, ...places];
}

/** `sign` -1: the whole is no less than these; 1: no more than these together. */
export function atLeast(whole: string, parts: readonly string[], sign: 1 | -1): Known[] {
  const of = new Map([[whole, -sign], ...parts.map((name) => [name, sign] as const)]);
  return [{ of, least: 0, most: anything }];
}

/** What is left of a group without a part of it, wherever both are told. */
export function restKnown(world: World, group: Group, part: Group, rest: string): Known[] {
  return world.given.flatMap((report) =>
    figuresOf(report, part.key).flatMap((figure) => {
      const own = toldMonths(report, figure);
      if (figure.value === null || own.length === 0) return [];
      const name = (what: string) => nameOf(what, figure.place, own);
      return exactly(
        new Map([
          [name(group.what), 1],
          [name(part.what), -1],
          [name(rest), -1],
        ]),
        0,
      );
    }),
  );
}

export type Cross = {
  what: string;
  /** The parts, and which figures are of each. */
  parts: ReadonlyMap<string, (figure: Figure) => boolean>;
  /** What they add up to, where it is told. */
  total: MeasureKey | null;
};

export function partName(what: string, part: string, id: string, month: Month): string {
  return nameOf(`${what} ${part}`, id, [month]);
}

/**
 * Parts of each place and month: what rounds to what is told of a month, of a place or of those that tell
 * nothing together; anything else said of longer periods if it is not the sum of these; and the totals.
 */
export function crossKnown(world: World, cross: Cross): Known[] {
  const rounded = [...cross.parts].flatMap(([part, isOf]) =>
    partKnown(world, cross.what, part, isOf),
  );
  const { total } = cross;
  if (total === null) return rounded;
  const known = sumsKnown(world, total);
  const sums = world.ids.flatMap((id) =>
    world.months.map((month) => {
      const parts = [...cross.parts.keys()].map((part) => partName(cross.what, part, id, month));
      return exactly(new Map([[nameOf(`${total} value`, id, [month]), -1], ...weights(parts)]), 0);
    }),
  );
  return [...rounded, ...known, ...sums];
}

export function partKnown(
  { given, ids }: World,
  what: string,
  part: string,
  isOf: (figure: Figure) => boolean,
): Known[] {
  const single = new Map<string, number>();
  const inOrder = [...given].sort((a, b) => a.months.length - b.months.length);
  return inOrder.flatMap((report) => {
    const figures = report.figures.filter((figure) => isOf(figure) && figure.value !== null);
    const ofPlaces = figures.filter(({ place }) => place !== null);
    const ofNetwork = figures.filter(({ place }) => place === null);
    return [...ofPlaces, ...ofNetwork].flatMap((figure) => {
      const own = toldMonths(report, figure);
      const [month] = own;
      const isSingle = report.months.length === 1 && month !== undefined;
      const name = (each: Month, id: string) => partName(what, part, id, each);
      const spread = own.flatMap((each) =>
        (figure.place === null ? ids : [figure.place]).map((id) => name(each, id)),
      );
      if (!isSingle) {
        return asSum(
          figure,
          spread,
          own.map((each) => single.get(`${figure.place} ${each}`)),
        );
      }
      single.set(`${figure.place} ${month}`, figure.value ?? 0);
      return figure.place === null
        ? restOf(figure, month, { ids, single, name })
        : asSum(figure, spread, []);
    });
  });
}

type Singles = {
  ids: readonly string[];
  single: ReadonlyMap<string, number>;
  name: (month: Month, id: string) => string;
};

/** Of the places that tell nothing of that month: the network's less what the others tell. */
function restOf(network: Figure, month: Month, { ids, single, name }: Singles): Known[] {
  const others = ids.filter((id) => !single.has(`${id} ${month}`));
  const told = ids.reduce((sum, id) => sum + (single.get(`${id} ${month}`) ?? 0), 0);
  const rest = { ...network, value: (network.value ?? 0) - told, of: null };
  return asSum(
    rest,
    others.map((id) => name(month, id)),
    [],
  );
}

/** Nothing new where it is the sum of what its months tell. */
function asSum(figure: Figure, names: string[], months: readonly (number | undefined)[]): Known[] {
  if (figure.value === null || names.length === 0) return [];
  const isSum = months.length > 0 && months.every((value) => value !== undefined);
  if (isSum && months.reduce((sum: number, value) => sum + (value ?? 0), 0) === figure.value)
    return [];
  return toldAs("", figure).map(({ least, most }) => ({ of: weights(names), least, most }));
}
