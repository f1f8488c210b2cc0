/** A source of chance that gives the same draws for the same seed, on every machine. */
export type Chance = {
  /** A whole number from 0 to `count`, that one left out. */
  below: (count: number) => number;
  /** True so many times in a hundred. */
  percent: (share: number) => boolean;
  /** One of the list; throws on an empty one. */
  pick: <Item>(items: readonly Item[]) => Item;
};

/** Mulberry32: small, even, and more than long enough for a race. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    percent: (share) => below(100) < share,
    pick: (items) => {
      const [item] = items.slice(below(items.length));
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
