import { publishedCounts } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { type Telling, tellingPeople } from "../../disclosure/tellings/rules";
import { waveByWave } from "../../disclosure/waves/rules";
import { toldStretches } from "../../disclosure/weights/rules";
import type { Wish } from "../demand/rules";
import { countEach } from "../respondents/rules";
import { type Assumptions, assumptions } from "../schema";

/**
 * Income a month, a simulation: the least of the budget declared and of what the formula wished would cost
 * one person, weighted by intent; whoever said no budget pays nothing. Euros, not cents: no money moves here.
 * Null where it may not be told.
 *
 * Where a tariff stops mattering tells a budget, so that it is not reckoned one by one but for five and more
 * who are alike (`alikeOf`), by their mean days and their mean budget: moving tariffs tells no more. Means
 * pay more than people do: at the tariffs the questionnaire came with, which nobody moves, each intent is
 * its people's sum, and elsewhere in proportion.
 */
export function shownIncome(wishes: readonly Wish[], given: Assumptions): number | null {
  // Whoever comes later changes no mean: each wave is reckoned by itself.
  const groups = waveByWave(wishes, (wave) => [
    ...Map.groupBy(wave, ({ intent }) => intent).values(),
  ]).map((people) => ({ people, cells: alikeOf(people) }));
  if (groups.length === 0 || groups.some(({ cells }) => cells === null)) return null;
  return sum(
    groups.map(({ people, cells }) => {
      const spent = (supposed: Assumptions) =>
        sum((cells ?? []).map((cell) => spentBy(cell, supposed)));
      const weight = people[0]?.intentWeight ?? 0;
      return weight * spent(given) * proportionOf(people, spent(usual));
    }),
  );
}

const usual = assumptions.parse({});

/** What people of one intent would pay at the usual tariffs, over what their means would; 1 where one is nearly all. */
function proportionOf(people: readonly Wish[], byMeans: number): number {
  const each = people.map((wish, respondent): Telling => {
    const value = Math.min(budgetOf(wish), tariffFor(wish.formula, daysOf(wish), usual));
    return { respondent, value };
  });
  const isSafe = byMeans > 0 && tellingPeople(each) >= smallestGroup;
  return isSafe ? sum(each.map(({ value }) => value)) / byMeans : 1;
}

type Cell = { formula: string; people: Wish[] };

/** Before any weight of intent. */
function spentBy({ formula, people }: Cell, given: Assumptions): number {
  const days = sum(people.map(daysOf)) / people.length;
  const budget = sum(people.map(budgetOf)) / people.length;
  return people.length * Math.min(budget, tariffFor(formula, days, given));
}

/** Person-days a month of one of those a wish speaks for. */
function daysOf({ declaredDays, persons }: Wish): number {
  return declaredDays / persons;
}

function budgetOf({ budget }: Wish): number {
  return budget ?? 0;
}

/**
 * People of one intent, by formula, then next to each other by budget and days: five and more in each, none
 * of whom is nearly all of it. Formulas of fewer are put together, and are as one not known. Null where that
 * cannot be.
 */
function alikeOf(people: readonly Wish[]): Cell[] | null {
  const lines = publishedCounts(countEach(people.map(({ formula }) => formula)), smallestGroup);
  const cells = lines?.flatMap(({ keys }) => {
    const own = people.filter((wish) => keys.includes(wish.formula));
    const formula = keys.length === 1 ? (keys[0] ?? "") : "";
    const said = Map.groupBy(own, (wish) => `${budgetOf(wish)} ${daysOf(wish)}`);
    const ordered = [...said]
      .map(([key, items]) => ({ key, items }))
      .sort(({ items: [a] }, { items: [b] }) => (a && b ? inOrder(a, b, formula) : 0));
    return toldStretches(ordered, mayTell).map(({ items }) => ({ formula, people: items }));
  });
  return cells?.every((cell) => mayTell(cell.people)) ? cells : null;
}

const byTheMonth = ["mensuel_partiel", "mensuel_illimite"];

/**
 * By the price at which they would stop paying more: their budget, for whoever pays by the month, else their
 * budget a day. Means of people who stop at one price are what they would pay together; of others, more.
 */
function inOrder(a: Wish, b: Wish, formula: string): number {
  const stopsAt = (wish: Wish) =>
    byTheMonth.includes(formula) ? budgetOf(wish) : budgetOf(wish) / Math.max(daysOf(wish), 0.01);
  return stopsAt(a) - stopsAt(b) || budgetOf(a) - budgetOf(b) || daysOf(a) - daysOf(b);
}

function mayTell(people: readonly Wish[]): boolean {
  return [daysOf, budgetOf].every((amountOf) => {
    const tellings = people.map(
      (wish, respondent): Telling => ({ respondent, value: amountOf(wish) }),
    );
    return tellingPeople(tellings) >= smallestGroup;
  });
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
