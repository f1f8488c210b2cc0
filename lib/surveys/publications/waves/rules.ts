import { smallestBase, smallestGroup } from "../../disclosure/schema";

/** How much of a campaign is over before anything may be expected of the rest: most answer at its beginning. */
const knownPace = 1 / 4;
/** Answers still to come that make it worth telling the sums before the end. */
const leastToCome = 300;

export type Standing = {
  /** Answers the sums are made of, and those counted since. */
  summed: number;
  waiting: number;
  /** How much of the campaign is over, from 0 to 1. */
  elapsed: number;
  /** Whether no answer may come any more, not even from a sheet. */
  isOver: boolean;
};

/**
 * Whether the sums take in all that is counted now. Each time is a version somebody may keep, and what came
 * since is told by lines of five or eleven people only: so they are told at the end of everything, of five and
 * more; of those that came after an earlier version, thirty. Once before, where a quarter of the campaign is
 * over and three hundred more are to come at half the pace so far.
 */
export function takesIn({ summed, waiting, elapsed, isOver }: Standing): boolean {
  const isFirst = summed === 0;
  if (isOver) return waiting >= (isFirst ? smallestGroup : smallestBase);
  const toCome = (waiting * (1 - elapsed)) / elapsed / 2;
  return isFirst && elapsed >= knownPace && toCome >= leastToCome;
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
