import { smallestBase, smallestGroup } from "../../disclosure/schema";

/** Answers that make it worth telling the sums anew half way: what one wave adds is told by so many lines. */
const leastHalfWay = 150;

export type Standing = {
  /** Answers the sums are made of, and those counted since. */
  summed: number;
  waiting: number;
  isFirstHalf: boolean;
  /** Whether no answer may come any more, not even from a sheet. */
  isOver: boolean;
};

/**
 * Whether the sums take in all that is counted now. Each time is a version somebody may keep, and what came
 * since is told by lines of five or eleven people only, so that they are told few times, of many: once thirty
 * are counted in the first half of a campaign; in the second, once a hundred and fifty came and there are
 * twice as many; and once it is over, where thirty came since. Sums that were never told are then told of five.
 */
export function takesIn({ summed, waiting, isFirstHalf, isOver }: Standing): boolean {
  const isFirst = summed === 0;
  if (isOver) return waiting >= (isFirst ? smallestGroup : smallestBase);
  if (isFirst && isFirstHalf) return waiting >= smallestBase;
  return !isFirstHalf && waiting >= Math.max(leastHalfWay, summed);
}

/** With which wave each batch was taken in: 0 are the first, null those that wait. */
export function waveOf(
  batches: readonly { number: number; takesIn: boolean }[],
): (batch: number | null) => number | null {
  const told = batches.filter((batch) => batch.takesIn).map(({ number }) => number);
  told.sort((a, b) => a - b);
  return (batch) => {
    const wave = told.findIndex((number) => batch !== null && batch <= number);
    return wave === -1 ? null : wave;
  };
}
