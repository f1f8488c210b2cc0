import { publishedCounts, type Telling, tellingPeople } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { toldStretches } from "../../disclosure/weights/rules";
import type { Wish } from "../demand/rules";
import { countEach } from "../respondents/rules";
import type { Assumptions } from "../schema";

/**
 * Income a month, a simulation: the least of the budget declared and of what the formula wished would cost
 * one person, weighted by intent; whoever said no budget pays nothing. Euros, not cents: no money moves here.
 * Null where it may not be told.
 *
 * Where a tariff stops mattering tells a budget, so that it is not reckoned one by one but for five and more
 * who are alike (`alikeOf`), by their mean days and their mean budget: moving tariffs tells no more.
 */
export function shownIncome(wishes: readonly Wish[], given: Assumptions): number | null {
  const groups = [...Map.groupBy(wishes, ({ intent }) => intent).values()].map(alikeOf);
  const cells = groups.flatMap((own) => own ?? []);
  if (cells.length === 0 || groups.includes(null)) return null;
  return sum(cells.map((cell) => spentBy(cell, given)));
}

type Cell = { formula: string; people: Wish[] };

function spentBy({ formula, people }: Cell, given: Assumptions): number {
  const days = sum(people.map(daysOf)) / people.length;
  const budget = sum(people.map(budgetOf)) / people.length;
  const weight = sum(people.map(({ intentWeight }) => intentWeight));
  return weight * Math.min(budget, tariffFor(formula, days, given));
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
    const said = Map.groupBy(own, (wish) => `${budgetOf(wish)} ${daysOf(wish)}`);
    const ordered = [...said]
      .map(([key, items]) => ({ key, items }))
      .sort(({ items: [a] }, { items: [b] }) => (a && b ? inOrder(a, b) : 0));
    const formula = keys.length === 1 ? (keys[0] ?? "") : "";
    return toldStretches(ordered, mayTell).map(({ items }) => ({ formula, people: items }));
  });
  return cells?.every((cell) => mayTell(cell.people)) ? cells : null;
}

function inOrder(a: Wish, b: Wish): number {
  return budgetOf(a) - budgetOf(b) || daysOf(a) - daysOf(b);
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
