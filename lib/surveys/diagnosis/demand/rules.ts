import { hiddenCounts } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/tellings/rules";
import type { OfWave } from "../../disclosure/waves/rules";
import type { Answers, Questionnaire } from "../../questionnaires/schema";
import type { CommuneEntry, Person } from "../publication/rules";
import { intentWeightOf, listOf, optionOf, optionsOf, personsOf } from "../rules";
import { type Assumptions, type DeskKind, type Response, roles } from "../schema";

/** What an interested respondent would use, before and after intent is discounted. */
export type Wish = {
  /** The option of the question of interest; several where too few chose one of them. */
  intent: string;
  intentWeight: number;
  persons: number;
  /** Persons × person-days a month, as declared; and the same × intent. */
  declaredDays: number;
  weightedDays: number;
  /** INSEE codes of the communes wished, each an equal share. */
  communes: string[];
  /** Kinds of desk ticked, each an equal share; empty = said nothing of desks. */
  deskKinds: DeskKind[];
  /** Ticked spaces, none of which is a desk. */
  wantsNoDesk: boolean;
  /** `weekday:half-day` ticked. */
  slots: string[];
  /** The way of paying wished, empty when not said, and the most euros a month, null when not said. */
  formula: string;
  budget: number | null;
} & OfWave;

/** The wish of a respondent, null for whoever is not interested or did not say how often. */
export function wishOf(
  questionnaire: Questionnaire,
  answers: Answers,
  given: Assumptions,
): Wish | null {
  const intentWeight = intentWeightOf(questionnaire, answers, given);
  const days = optionOf(questionnaire, answers, roles.frequency)?.personDaysPerMonth;
  if (intentWeight === null || days === undefined) return null;
  const persons = personsOf(answers);
  const spaces = optionsOf(questionnaire, answers, roles.spaces);
  const deskKinds = [...new Set(spaces.flatMap(({ deskKind }) => deskKind ?? []))];
  return {
    intent: String(answers[roles.interest]),
    intentWeight,
    persons,
    declaredDays: persons * days,
    weightedDays: intentWeight * persons * days,
    communes: listOf(answers, roles.wished),
    deskKinds,
    wantsNoDesk: spaces.length > 0 && deskKinds.length === 0,
    slots: listOf(answers, roles.slots),
    formula: String(answers[roles.formula] ?? ""),
    budget: optionOf(questionnaire, answers, roles.budget)?.eur ?? null,
  };
}

/** The wishes of all who have one, weighted as supposed. */
export function wishesOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  given: Assumptions,
): Wish[] {
  return responses.flatMap(({ answers, wave = 0 }) => {
    const wish = wishOf(questionnaire, answers, given);
    return wish ? [{ ...wish, wave }] : [];
  });
}

/** What each wish adds to a sum of days, by intent. */
export function tellingDays(wishes: readonly Wish[]): Telling[] {
  return wishes.map(({ declaredDays, intent, wave }, respondent) => ({
    respondent,
    value: declaredDays,
    group: intent,
    wave,
  }));
}

/** Person-days a month over all wishes: declared, and weighted by intent; both are shown. */
export function personDays(wishes: readonly Wish[]): { declared: number; weighted: number } {
  return {
    declared: sum(wishes.map(({ declaredDays }) => declaredDays)),
    weighted: sum(wishes.map(({ weightedDays }) => weightedDays)),
  };
}

/** Weighted person-days a month by commune wished, each wish split equally between its communes. */
export function demandByCommune(wishes: readonly Wish[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { communes, weightedDays } of wishes) {
    for (const commune of communes) addTo(totals, commune, weightedDays / communes.length);
  }
  return totals;
}

/** What each wish adds to the communes it names. */
export function entriesOf(
  wishes: readonly Wish[],
  keyOf: (commune: string) => string,
): CommuneEntry[] {
  return wishes.flatMap(({ communes, declaredDays, intent, intentWeight, wave }, respondent) =>
    communes.map((commune) => ({
      respondent,
      commune: keyOf(commune),
      value: declaredDays / communes.length,
      ...{ group: intent, weight: intentWeight, wave },
    })),
  );
}

/** Whoever is counted among the wishes, under the rank that `entriesOf` gives them. */
export function peopleOf(wishes: readonly Wish[]): Person[] {
  return wishes.map(({ wave }, respondent) => ({ respondent, wave }));
}

const workdays = ["lun", "mar", "mer", "jeu", "ven"];
const halves = ["matin", "apres_midi"];
/** Mornings and afternoons from Monday to Friday. */
export const tenSlots = workdays.flatMap((day) => halves.map((half) => `${day}:${half}`));

export type Peak = {
  /** Σ intent × persons by `weekday:half-day`. */
  bySlot: Map<string, number>;
  busiest: string | null;
  /** The busiest of the ten half-days from Monday to Friday. */
  busiestOfTen: string | null;
  /** `busiestOfTen` over the mean of the ten; the default when nobody ticked one of them. */
  peakToMean: number;
  isDefault: boolean;
};

/** The half-day most asked for, and how much it stands above the mean. */
export function peakOf(wishes: readonly Wish[], { peakToMeanDefault }: Assumptions): Peak {
  const bySlot = new Map<string, number>();
  for (const { slots, intentWeight, persons } of wishes) {
    for (const slot of slots) addTo(bySlot, slot, intentWeight * persons);
  }
  const ten = tenSlots.map((slot) => bySlot.get(slot) ?? 0);
  const mean = sum(ten) / ten.length;
  // The same people summed in another order differ in the last bit: that decides nothing.
  const asked = (value: number) => Math.round(value * 1e6);
  const inOrder = [...bySlot]
    .sort(
      ([slot, value], [other, otherValue]) =>
        asked(otherValue) - asked(value) || slot.localeCompare(other),
    )
    .map(([slot]) => slot);
  return {
    bySlot,
    busiest: inOrder[0] ?? null,
    busiestOfTen: inOrder.find((slot) => tenSlots.includes(slot)) ?? null,
    peakToMean: mean > 0 ? Math.max(...ten) / mean : peakToMeanDefault,
    isDefault: mean === 0,
  };
}

export type ShownPeak = {
  /** As `Peak.bySlot`; null where fewer than five ticked, or where the mean would give them away. */
  bySlot: Map<string, number | null>;
  /** Null when nobody ticked any, and where too few ticked it to be told. */
  busiest: string | null;
  busiestOfTen: string | null;
  /** Null when the half-days it is made of may not be told. */
  peakToMean: number | null;
  isDefault: boolean;
};

/**
 * The half-days as they may be shown: those of enough people, each intent apart, none of whom is nearly all;
 * the ratio tells the sum of ten of them, so none may be told by it.
 */
export function shownPeak(peak: Peak, wishes: readonly Wish[]): ShownPeak {
  const bySlot = slotTellings(wishes);
  const counts = new Map([...bySlot].map(([slot, own]) => [slot, tellingPeople(own)]));
  const ten = new Map([...counts].filter(([slot]) => tenSlots.includes(slot)));
  const hidden = hiddenCounts(ten, smallestGroup);
  const people = [...hidden].flatMap((slot) => bySlot.get(slot) ?? []);
  const left = sum([...hidden].map((slot) => ten.get(slot) ?? 0)) - hidden.size;
  const isTold = hidden.size > 0 && (left < smallestGroup || !isSafeGap(people));
  const isShown = (slot: string) => (counts.get(slot) ?? 0) >= smallestGroup && !hidden.has(slot);
  const { busiest, busiestOfTen, isDefault } = peak;
  const told = (slot: string | null) => (slot !== null && isShown(slot) ? slot : null);
  // The ratio is of the busiest of the ten: whoever knows their sum would read it there.
  const isOfFew = busiestOfTen !== null && told(busiestOfTen) === null;
  return {
    bySlot: new Map([...peak.bySlot].map(([slot, value]) => [slot, isShown(slot) ? value : null])),
    busiest: told(busiest),
    busiestOfTen: told(busiestOfTen),
    peakToMean: isTold || isOfFew ? null : peak.peakToMean,
    isDefault,
  };
}

/** What each adds to the half-days they ticked, by half-day. */
function slotTellings(wishes: readonly Wish[]): Map<string, Telling[]> {
  const bySlot = new Map<string, Telling[]>();
  for (const [respondent, { slots, persons, intent, wave }] of wishes.entries()) {
    const telling = { respondent, value: persons, group: intent, wave };
    for (const slot of new Set(slots)) {
      const own = bySlot.get(slot);
      if (own) own.push(telling);
      else bySlot.set(slot, [telling]);
    }
  }
  return bySlot;
}

export type Desks = { low: number; central: number; high: number };

/**
 * Desks to plan: weighted person-days a month at the peak, over what one desk gives in a month,
 * rounded up. Low, central and high at the three occupancies supposed.
 */
export function desksFor(weightedDays: number, peakToMean: number, given: Assumptions): Desks {
  const at = (occupancy: number) =>
    roundedUp((weightedDays * peakToMean) / (given.openDaysPerMonth * occupancy));
  return {
    low: at(given.fewestDesksOccupancy),
    central: at(given.targetOccupancy),
    high: at(given.mostDesksOccupancy),
  };
}

export type DesksOfBourg = {
  weightedDays: number;
  desks: Desks;
  /** Weighted person-days by kind of desk; `any` for those who did not say. */
  byKind: Record<DeskKind | "any", number>;
};

/**
 * Desks by bourg around which the wished communes lie (INSEE of the bourg by INSEE of the commune; a
 * commune without one is its own). Whoever ticked only spaces that are no desks is left out.
 */
export function desksByBourg(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  peakToMean: number,
  given: Assumptions,
): Map<string, DesksOfBourg> {
  const kinds = new Map<string, Record<DeskKind | "any", number>>();
  for (const wish of wishes.filter(({ wantsNoDesk }) => !wantsNoDesk)) {
    for (const commune of wish.communes) {
      const bourg = bourgOf.get(commune) ?? commune;
      const days = wish.weightedDays / wish.communes.length;
      const own = kinds.get(bourg) ?? { open: 0, closed: 0, dedicated: 0, any: 0 };
      for (const kind of wish.deskKinds) own[kind] += days / wish.deskKinds.length;
      if (wish.deskKinds.length === 0) own.any += days;
      kinds.set(bourg, own);
    }
  }
  return new Map(
    [...kinds].map(([bourg, byKind]) => {
      const weightedDays = sum(Object.values(byKind));
      return [bourg, { weightedDays, desks: desksFor(weightedDays, peakToMean, given), byKind }];
    }),
  );
}

/** Rounds up, but not for the last bit of a sum of decimals. */
function roundedUp(value: number): number {
  return Math.ceil(value - 1e-9);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function addTo(totals: Map<string, number>, key: string, value: number): void {
  totals.set(key, (totals.get(key) ?? 0) + value);
}
