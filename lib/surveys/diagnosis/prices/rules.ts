import { mayShowShare, publishedRanges, shownCount } from "../../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../../disclosure/schema";
import type { Answers, Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { intentWeightOf, optionOf, optionsOf, shareOf } from "../rules";
import { type Assumptions, type PricedKind, pricedKinds, type Response, roles } from "../schema";

/** Prices of a half-day at which the curves are read, euros. */
export const prices = Array.from({ length: 61 }, (_, index) => index / 2);

export type Willingness = {
  /** Share of those who named a price too dear for whom `price` is not yet. */
  acceptable: { price: number; share: number | null }[];
  /** Share of those who named a fair price for whom `price` is fair or less. */
  fair: { price: number; share: number | null }[];
  medianDear: number | null;
  medianFair: number | null;
  baseDear: number;
  baseFair: number;
  /** Left out: what is too dear was put below what is fair. */
  inconsistent: number;
};

/** Two curves of willingness to pay for a half-day, 0 to 30 € by half euros, with medians and bases. */
export function willingnessOf(responses: readonly Response[]): Willingness {
  const pairs = responses.map(({ answers }) => ({
    fair: numberOf(answers, roles.fairPrice),
    dear: numberOf(answers, roles.dearPrice),
  }));
  const isInconsistent = ({ fair, dear }: (typeof pairs)[number]) =>
    fair !== null && dear !== null && dear < fair;
  const kept = pairs.filter((pair) => !isInconsistent(pair));
  const fairs = kept.flatMap(({ fair }) => fair ?? []);
  const dears = kept.flatMap(({ dear }) => dear ?? []);
  return {
    acceptable: prices.map((price) => ({
      price,
      share: shareOf(dears.filter((dear) => dear > price).length, dears.length),
    })),
    fair: prices.map((price) => ({
      price,
      share: shareOf(fairs.filter((fair) => fair >= price).length, fairs.length),
    })),
    medianDear: medianOf(dears),
    medianFair: medianOf(fairs),
    baseDear: dears.length,
    baseFair: fairs.length,
    inconsistent: pairs.length - kept.length,
  };
}

/**
 * Willingness as it may be shown. A curve is of shares: without a point under thirty who named its price,
 * and it keeps the prices between which there are five people or nobody. A median is somebody's price: null
 * under eleven.
 */
export type ShownWillingness = Omit<Willingness, "inconsistent" | "baseDear" | "baseFair"> & {
  /** Null between one and four. */
  inconsistent: number | null;
};

/** Null when fewer than eleven named either price: neither a curve nor a median is left. */
export function shownWillingness(whole: Willingness): ShownWillingness | null {
  const { baseFair, baseDear } = whole;
  const mayTell = (base: number) => base >= smallestCrossedGroup;
  if (!mayTell(baseFair) && !mayTell(baseDear)) return null;
  return {
    acceptable: mayShowShare(baseDear) ? shownCurve(whole.acceptable, baseDear) : [],
    fair: mayShowShare(baseFair) ? shownCurve(whole.fair, baseFair) : [],
    medianDear: mayTell(baseDear) ? whole.medianDear : null,
    medianFair: mayTell(baseFair) ? whole.medianFair : null,
    inconsistent: shownCount(whole.inconsistent, smallestGroup),
  };
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
  const isOf = (kind: PricedKind, answers: Answers) =>
    optionsOf(questionnaire, answers, roles.spaces).some(
      ({ deskKind }) => pricedKindOf(deskKind) === kind,
    );
  return new Map(
    pricedKinds.map((kind) => {
      const own = willingnessOf(responses.filter(({ answers }) => isOf(kind, answers)));
      const isTold = Math.min(own.baseFair, own.baseDear) >= smallestCrossedGroup;
      const { medianFair, medianDear } = own;
      return [kind, isTold ? { medianFair, medianDear } : null];
    }),
  );
}

function pricedKindOf(deskKind: SurveyOption["deskKind"]): PricedKind {
  if (deskKind === undefined) return "room";
  return deskKind === "open" ? "desk" : "office";
}

type Curve = Willingness["fair"];

/** Each step of a curve is somebody's price: steps of one to four people are taken with the next. */
function shownCurve(curve: Curve, base: number): Curve {
  const counts = curve.map(({ share }) => Math.round((share ?? 0) * base));
  const steps = [...counts, 0].map((count, index) => (counts[index - 1] ?? base) - count);
  const ranges = publishedRanges(
    steps.map((step, index) => [String(index), step] as const),
    smallestGroup,
  );
  const ends = new Set(ranges?.map(({ last }) => Number(last)));
  let told = base;
  return curve.map(({ price, share }, index) => {
    const count = counts[index] ?? 0;
    if (!ends.has(index) && count !== told) return { price, share: null };
    told = count;
    return { price, share };
  });
}

/**
 * Income a month, a simulation: for each interested respondent the least of the budget declared and of
 * what the formula wished would cost them, weighted by intent, and how many respondents that is. Euros,
 * not cents: no money moves here.
 */
export function incomeOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  given: Assumptions,
): { income: number; base: number } {
  const spent = responses.flatMap(({ answers }) => {
    const intent = intentWeightOf(questionnaire, answers, given);
    const budget = optionOf(questionnaire, answers, roles.budget)?.eur;
    const days = optionOf(questionnaire, answers, roles.frequency)?.personDaysPerMonth;
    if (intent === null || budget === undefined || days === undefined) return [];
    return [intent * Math.min(budget, tariffFor(String(answers[roles.formula]), days, given))];
  });
  return { income: spent.reduce((sum, euros) => sum + euros, 0), base: spent.length };
}

/** Hours of a day, and half-days, as tariffs count them. */
const hoursOfDay = 7;
const halfDaysOfDay = 2;

/** What so many days a month cost by a formula; whoever does not know takes the cheapest. */
export function tariffFor(formula: string, days: number, given: Assumptions): number {
  const tariffs: Record<string, number> = {
    heure: days * hoursOfDay * given.hourPrice,
    demi_journee: days * halfDaysOfDay * given.halfDayPrice,
    carnet: days * halfDaysOfDay * given.bookletHalfDayPrice,
    mensuel_partiel: given.partialMonthPrice,
    mensuel_illimite: given.wholeMonthPrice,
  };
  return tariffs[formula] ?? Math.min(...Object.values(tariffs));
}

/** The middle value; the mean of the two middle ones for an even number. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

function numberOf(answers: Answers, id: string): number | null {
  const answer = answers[id];
  return typeof answer === "number" ? answer : null;
}
