import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
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
  const usual = intentWeightsOf(questionnaire, { intentWeights: {} });
  const isExtra = ({ intent }: Item) => (usual.get(intent) ?? 0) === 0;
  const tellings = (some: readonly Item[]) =>
    some.map((item, respondent): Telling => ({ respondent, value: declaredOf(item) }));
  const extra = people.filter(isExtra);
  const kept = isSafeGap(tellings(extra)) ? people : people.filter((item) => !isExtra(item));
  const orders = [true, false].map((weighs) =>
    [...usual].flatMap(([key, weight]) => (weight > 0 === weighs ? [key] : [])),
  );
  const own = Map.groupBy(kept, ({ intent }) => intent);
  const stretches = orders.flatMap((order) =>
    toldStretches(
      order.map((key) => ({ key, items: own.get(key) ?? [] })),
      (items) => tellingPeople(tellings(items)) >= smallestGroup,
    ),
  );
  const held = new Map(
    stretches.flatMap(({ keys, items }) => {
      const intentWeight = Math.min(...items.map((item) => item.intentWeight));
      return keys.map((key) => [key, { intent: keys.join(" "), intentWeight }] as const);
    }),
  );
  return kept.map((item) => ({ ...item, ...held.get(item.intent) }));
}
