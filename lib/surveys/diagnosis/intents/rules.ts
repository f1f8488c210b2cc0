import { smallestGroup } from "../../disclosure/schema";
import {
  isNearlyAll,
  isSafeGap,
  type Telling,
  tellingPeople,
} from "../../disclosure/tellings/rules";
import { toldStretches } from "../../disclosure/weights/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { intentWeightsOf } from "../rules";

/** Somebody whose days, kilometres or euros are summed, by how sure they are to come. */
export type Intending = { intent: string; intentWeight: number };

/**
 * People with the weight they are summed with: staff may change the weight of one intent at a time and so
 * read its sum. So an intent of fewer than five of these people, or of which one is nearly all, is put with
 * the next, and weighs as the least of those put together; `intent` is then all of them. Those whose intent
 * weighs nothing in the questionnaire are there only when supposed to: apart, and left out where they are
 * too few. `declaredOf`: what one adds before any weight.
 */
export function withHeldIntents<Item extends Intending>(
  questionnaire: Questionnaire,
  people: readonly Item[],
  declaredOf: (item: Item) => number,
): Item[] {
  const isExtra = isExtraOf(questionnaire);
  const tellings = (some: readonly Item[]) =>
    some.map((item, respondent): Telling => ({ respondent, value: declaredOf(item) }));
  const extra = people.filter(isExtra);
  const kept = isSafeGap(tellings(extra)) ? people : people.filter((item) => !isExtra(item));
  const stretches = stretchesOf(
    questionnaire,
    kept,
    (items) => tellingPeople(tellings(items)) >= smallestGroup,
  );
  const held = new Map(
    stretches.flatMap(({ keys, items }) => {
      const intentWeight = Math.min(...items.map((item) => item.intentWeight));
      return keys.map((key) => [key, { intent: keys.join(" "), intentWeight }] as const);
    }),
  );
  return kept.map((item) => ({ ...item, ...held.get(item.intent) }));
}

/**
 * People without those whose answer is nearly all of what their intent declares: with them it could not be
 * told, and put with the next it would weigh less for all the others. Small intents are put together first,
 * by their number alone; what is left then has nobody who is nearly all of it, unless fewer than five are.
 * Nothing that staff may suppose changes who is left aside.
 */
export function withoutDominating<Item extends Intending>(
  questionnaire: Questionnaire,
  people: readonly Item[],
  declaredOf: (item: Item) => number,
): Item[] {
  const amountOf = (item: Item) => Math.abs(declaredOf(item));
  const stretches = stretchesOf(questionnaire, people, (items) => items.length >= smallestGroup);
  const dominating = new Set(
    stretches
      .filter(({ items }) => items.length >= smallestGroup)
      .flatMap(({ items }) => {
        const whole = items.reduce((sum, item) => sum + amountOf(item), 0);
        return items.filter((item) => isNearlyAll(amountOf(item), whole));
      }),
  );
  if (dominating.size === 0) return [...people];
  const others = people.filter((item) => !dominating.has(item));
  return withoutDominating(questionnaire, others, declaredOf);
}

/** The intents that were put together among these people, each list in the order of the questionnaire. */
export function intentsTogether(people: readonly Intending[]): string[][] {
  const held = new Set(people.map(({ intent }) => intent));
  return [...held].map((intent) => intent.split(" ")).filter((keys) => keys.length > 1);
}

/** Those who weigh nothing unless it is supposed: their stretches are apart from those of the others. */
function isExtraOf(questionnaire: Questionnaire): (item: Intending) => boolean {
  const usual = intentWeightsOf(questionnaire, { intentWeights: {} });
  return ({ intent }) => (usual.get(intent) ?? 0) === 0;
}

function stretchesOf<Item extends Intending>(
  questionnaire: Questionnaire,
  people: readonly Item[],
  mayTell: (items: readonly Item[]) => boolean,
) {
  const isExtra = isExtraOf(questionnaire);
  const order = [...intentWeightsOf(questionnaire, { intentWeights: {} }).keys()];
  const own = Map.groupBy(people, ({ intent }) => intent);
  return [false, true].flatMap((extra) =>
    toldStretches(
      order
        .map((key) => ({ key, items: own.get(key) ?? [] }))
        .filter(({ items: [first] }) => first && isExtra(first) === extra),
      mayTell,
    ),
  );
}
