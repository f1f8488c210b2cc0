import type { OfWave } from "../waves/rules";

/** How some people answered a question: how many there are, how many answered, how often each value came. */
export type Tally = { whole: number; answered: number; counts: Map<string, number> };

/** Of all, and of those of each wave after the first. */
export type Tallies = { all: Tally; waves: Map<number, Tally> };

/** Of nobody yet. */
export function noTallies(): Tallies {
  return { all: noTally(), waves: new Map() };
}

/** Counts one person more, with the values of their answer; `null` when they gave none. */
export function tally(
  { all, waves }: Tallies,
  { wave }: OfWave,
  values: readonly string[] | null,
): void {
  add(all, values);
  if (!wave) return;
  const own = waves.get(wave) ?? noTally();
  waves.set(wave, own);
  add(own, values);
}

/** Those of people at hand; `valuesOf`: the values of an answer, `null` where none was given. */
export function talliesOf<Item extends OfWave>(
  items: readonly Item[],
  valuesOf: (item: Item) => readonly string[] | null,
): Tallies {
  const tallies = noTallies();
  for (const item of items) tally(tallies, item, valuesOf(item));
  return tallies;
}

/** All first, then each later wave: whoever kept the whole as it was reads these too. */
export function eachTally({ all, waves }: Tallies): Tally[] {
  return [all, ...waves.values()];
}

function noTally(): Tally {
  return { whole: 0, answered: 0, counts: new Map() };
}

function add(to: Tally, values: readonly string[] | null): void {
  to.whole += 1;
  if (values === null) return;
  to.answered += 1;
  for (const value of values) to.counts.set(value, (to.counts.get(value) ?? 0) + 1);
}
