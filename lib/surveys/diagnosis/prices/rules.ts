import { mayShowShare, shownCount, shownPart } from "../../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../../disclosure/schema";
import { eachTally, talliesOf } from "../../disclosure/tallies/rules";
import { laterWaves, type OfWave } from "../../disclosure/waves/rules";
import { isSilenceApart, type ResultTable } from "../../figures/schema";
import { optionsIn } from "../../questionnaires/rules";
import type { Answers, Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { countEach } from "../respondents/rules";
import { listOf, shareOf } from "../rules";
import { type PricedKind, pricedKinds, type Response, roles } from "../schema";

/** Between two prices of the curves, euros. */
export const priceStep = 0.5;
/** Prices of a half-day at which the curves are read, euros. */
export const prices = Array.from({ length: 61 }, (_, index) => index * priceStep);

export type Willingness = {
  /** Share of those who named a price too dear for whom `price` is not yet. */
  acceptable: { price: number; share: number | null }[];
  /** Share of those who named a fair price for whom `price` is fair or less. */
  fair: { price: number; share: number | null }[];
  medianDear: number | null;
  medianFair: number | null;
  baseDear: number;
  baseFair: number;
  /** Whether prices are left out: what is too dear was put below what is fair. */
  leavesOut: boolean;
};

/** Two curves of willingness to pay for a half-day, 0 to 30 € by half euros, with medians and bases. */
export function willingnessOf(responses: readonly Response[]): Willingness {
  const pairs = namedPrices(responses);
  const [fairs, dears] = [pricesNamed(pairs, "fair"), pricesNamed(pairs, "dear")];
  return {
    acceptable: curveOf(dears, (dear, price) => dear > price),
    fair: curveOf(fairs, (fair, price) => fair >= price),
    medianDear: middleOf(dears),
    medianFair: middleOf(fairs),
    baseDear: dears.length,
    baseFair: fairs.length,
    leavesOut: responses.some(isInconsistent),
  };
}

/** The share of those who named a price for whom each of `prices` is within it. */
function curveOf(
  named: readonly number[],
  isWithin: (own: number, price: number) => boolean,
): Curve {
  // Thousands name the same few.
  const counts = [...countEach(named)];
  const within = (price: number) =>
    counts.reduce((sum, [own, count]) => sum + (isWithin(own, price) ? count : 0), 0);
  return prices.map((price) => ({ price, share: shareOf(within(price), named.length) }));
}

type Pair = { fair: number | null; dear: number | null } & OfWave;

type Price = "fair" | "dear";

/**
 * An answer without its two prices where what is too dear is below what is fair, as a sheet may have it: in no
 * curve nor table, like whoever named none.
 */
export function withConsistentPrices<Given extends Response>(response: Given): Given {
  if (!isInconsistent(response)) return response;
  const { [roles.fairPrice]: _, [roles.dearPrice]: __, ...answers } = response.answers;
  return { ...response, answers };
}

function isInconsistent({ answers }: Response): boolean {
  const [fair, dear] = [numberOf(answers, roles.fairPrice), numberOf(answers, roles.dearPrice)];
  return fair !== null && dear !== null && dear < fair;
}

/** The two prices of each respondent (`pairOf`). */
function namedPrices(responses: readonly Response[]): Pair[] {
  return responses.map(pairOf);
}

/** The two prices somebody named; neither where they are not consistent. */
export function pairOf(response: Response): Pair {
  const { answers, wave } = response;
  if (isInconsistent(response)) return { fair: null, dear: null, wave };
  const [fair, dear] = [numberOf(answers, roles.fairPrice), numberOf(answers, roles.dearPrice)];
  return { fair, dear, wave };
}

/**
 * Willingness as it may be shown. A curve is of shares: without a point under thirty who named its price. It
 * stands at the edges of the bands of five euros, and only where no published line of the question is on
 * both sides: two ways of cutting the same prices would give a few away. A median: null under eleven.
 */
export type ShownWillingness = Omit<Willingness, "baseDear" | "baseFair">;

/** Null when fewer than eleven named either price. Nothing is told of a price that one to four did not name. */
export function shownWillingness(
  whole: Willingness,
  responses: readonly Response[],
  tables: ReadonlyMap<string, ResultTable>,
): ShownWillingness | null {
  const pairs = namedPrices(responses);
  const [tellsFair, tellsDear] = [mayTell(pairs, "fair"), mayTell(pairs, "dear")];
  if (!tellsFair && !tellsDear) return null;
  const edgesOf = (role: string, price: Price) =>
    followedEdges(toldEdges(tables.get(role)), pairs, price);
  const isBetween = (edge: number) => (price: number) => price > edge - priceStep && price < edge;
  const fairEdges = edgesOf(roles.fairPrice, "fair");
  const dears = pricesNamed(pairs, "dear");
  const dearEdges = edgesOf(roles.dearPrice, "dear").filter((edge) => !dears.some(isBetween(edge)));
  return {
    acceptable: cutAt(whole.acceptable, tellsDear && mayShowShare(whole.baseDear), (price) =>
      dearEdges.includes(price + priceStep),
    ),
    fair: cutAt(whole.fair, tellsFair && mayShowShare(whole.baseFair), (price) =>
      fairEdges.includes(price),
    ),
    medianDear: tellsDear ? whole.medianDear : null,
    medianFair: tellsFair ? whole.medianFair : null,
    leavesOut: whole.leavesOut,
  };
}

/** Whether enough named a price, and neither those who named one nor the silent are a few. */
function mayTell(pairs: readonly Pair[], price: Price): boolean {
  return (
    mayTellMedian(pairs, price) &&
    eachTally(talliesOf(pairs, (pair) => (pair[price] === null ? null : []))).every(
      ({ answered, whole }) => shownPart(answered, whole, smallestGroup) !== null,
    )
  );
}

/** Whether eleven named a price, and in each wave that came later eleven or nobody. */
function mayTellMedian(pairs: readonly Pair[], price: Price): boolean {
  const baseOf = (some: readonly Pair[]) => pricesNamed(some, price).length;
  return (
    baseOf(pairs) >= smallestCrossedGroup &&
    laterWaves(pairs).every((wave) => shownCount(baseOf(wave), smallestCrossedGroup) !== null)
  );
}

/** Of these edges, those between which nobody or enough of each wave named their price. */
function followedEdges(edges: readonly number[], pairs: readonly Pair[], price: Price): number[] {
  const waves = laterWaves(pairs).map((wave) => pricesNamed(wave, price));
  const isSafe = (from: number, to: number) =>
    waves.every(
      (named) =>
        shownCount(named.filter((each) => each >= from && each < to).length, smallestGroup) !==
        null,
    );
  const kept: number[] = [];
  for (const edge of edges) {
    if (isSafe(kept.at(-1) ?? Number.NEGATIVE_INFINITY, edge)) kept.push(edge);
  }
  while (!isSafe(kept.at(-1) ?? Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)) {
    if (kept.pop() === undefined) break;
  }
  return kept;
}

function pricesNamed(pairs: readonly Pair[], price: Price): number[] {
  return pairs.flatMap((pair) => pair[price] ?? []);
}

const bandWidth = 5;
const lastBand = 20;

/** Prices by bands of five euros, the last one open: « 5_9 », « 20 ». A price alone may be somebody's. */
export function bandOf(euros: number): string {
  const from = Math.min(lastBand, Math.floor(euros / bandWidth) * bandWidth);
  return from === lastBand ? String(lastBand) : `${from}_${from + bandWidth - 1}`;
}

/** Prices that part the published lines of a question: none has people on both sides, nor those who are silent. */
function toldEdges(table: ResultTable | undefined): number[] {
  const edges = Array.from({ length: lastBand / bandWidth + 1 }, (_, index) => index * bandWidth);
  const bandsBelow = (edge: number) => edges.filter((each) => each < edge).map(bandOf);
  if (!table || !isSilenceApart(table)) return [];
  return edges.filter((edge) =>
    table.lines.every(({ values }) => {
      const below = values.filter((value) => bandsBelow(edge).includes(value));
      return below.length === 0 || below.length === values.length;
    }),
  );
}

/**
 * A curve where it may be told: what is so much or more at the edge; what is more than a price just below,
 * unless somebody named one between the two.
 */
function cutAt(curve: Curve, hasShares: boolean, isTold: (price: number) => boolean): Curve {
  if (!hasShares) return [];
  return curve.map(({ price, share }) => ({ price, share: isTold(price) ? share : null }));
}

export type KindPrices = Pick<Willingness, "medianFair" | "medianDear">;

/**
 * Medians of whoever ticked a kind of place, who may have ticked others too. Null where fewer than eleven of
 * them named one of the two prices.
 */
export function shownPricesByKind(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): Map<PricedKind, KindPrices | null> {
  const spaces = optionsIn(questionnaire, roles.spaces);
  const kindOf = new Map(spaces.map(({ value, deskKind }) => [value, pricedKindOf(deskKind)]));
  const byKind = new Map<PricedKind, Pair[]>(pricedKinds.map((kind) => [kind, []]));
  for (const response of responses) {
    const pair = pairOf(response);
    const ticked = listOf(response.answers, roles.spaces).map((value) => kindOf.get(value));
    for (const kind of new Set(ticked)) if (kind) byKind.get(kind)?.push(pair);
  }
  return new Map(
    [...byKind].map(([kind, pairs]) => {
      const isTold = (["fair", "dear"] as const).every((price) => mayTellMedian(pairs, price));
      const medianOf = (price: Price) => middleOf(pricesNamed(pairs, price));
      return [kind, isTold ? { medianFair: medianOf("fair"), medianDear: medianOf("dear") } : null];
    }),
  );
}

function pricedKindOf(deskKind: SurveyOption["deskKind"]): PricedKind {
  if (deskKind === undefined) return "room";
  return deskKind === "open" ? "desk" : "office";
}

type Curve = Willingness["fair"];

/**
 * The median as it may be shown: of the five values in the middle (six of an even number) their mean, to the
 * half of a euro or of a minute, for one value alone would be somebody's; the median itself of fewer.
 */
export function middleOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const beside = Math.max(0, Math.ceil((sorted.length - smallestGroup - 1) / 2));
  const middle = sorted.slice(beside, sorted.length - beside);
  const mean = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  return Math.round(mean * 2) / 2;
}

function numberOf(answers: Answers, id: string): number | null {
  const answer = answers[id];
  return typeof answer === "number" ? answer : null;
}
