import type { PublishedLine } from "../rules";

/** How many of a key came in a batch. */
export type CountedAt = { key: string; batch: number; count: number };

/**
 * A distribution as it is told after batch upon batch: somebody who looks each time reads who came since. So
 * a line follows only when `least` people or nobody are new in it since each time it was told, else it stays
 * as it was; those not yet told are nobody or so many, and never so many that each line that stays would
 * have all it may. `linesOf` puts small ones together (a partition). Grows only: who leaves is another rule.
 */
export function followedLines(
  counted: readonly CountedAt[],
  linesOf: (counts: ReadonlyMap<string, number>) => readonly PublishedLine[],
  least: number,
): PublishedLine[] {
  const batches = [...new Set(counted.map(({ batch }) => batch))].sort((a, b) => a - b);
  const told: PublishedLine[][] = [];
  const counts = new Map<string, number>();
  for (const batch of batches) {
    for (const { key, count } of counted.filter((each) => each.batch === batch)) {
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
    told.push(nextLines(told, linesOf(counts), { least, all: sumOf([...counts.values()]) }));
  }
  return told.at(-1) ?? [];
}

/** Lines made of the same keys before and after. */
type Step = { before: PublishedLine[]; after: PublishedLine[] };

type Asked = {
  told: readonly PublishedLine[][];
  steps: readonly Step[];
  held: ReadonlySet<Step>;
  /** How many there are, told or not. */
  all: number;
  least: number;
};

function nextLines(
  told: readonly PublishedLine[][],
  fresh: readonly PublishedLine[],
  { least, all }: Pick<Asked, "least" | "all">,
): PublishedLine[] {
  const last = told.at(-1) ?? [];
  if (last.length === 0 || fresh.length === 0) return [...(last.length === 0 ? fresh : last)];
  const steps = stepsBetween(last, fresh);
  const held = new Set<Step>();
  for (;;) {
    const more = stepsToHold({ told, steps, held, all, least });
    if (more.length === 0) return linesOfSteps(steps, held);
    for (const step of more) held.add(step);
  }
}

function linesOfSteps(steps: readonly Step[], held: ReadonlySet<Step>): PublishedLine[] {
  return steps.flatMap((step) => (held.has(step) ? step.before : step.after));
}

/** Steps that may not be made: those that tell a few, else the smallest while those left out are told by it. */
function stepsToHold({ told, steps, held, all, least }: Asked): Step[] {
  const lines = linesOfSteps(steps, held);
  const moving = steps.filter((step) => !held.has(step));
  const small = new Set(
    told
      .flatMap((earlier) => stepsBetween(earlier, lines))
      .filter((step) => isFew(Math.abs(growthOf(step)), least))
      .flatMap(({ after }) => after),
  );
  const unsafe = moving.filter(({ after }) => after.some((line) => small.has(line)));
  if (unsafe.length > 0) return unsafe;
  const growing = moving.filter((step) => growthOf(step) > 0);
  const waiting = all - sumOf(lines.map(({ count }) => count));
  // Each line that stays may have up to four more: when all must, each is told.
  const most = (least - 1) * (steps.length - growing.length);
  if (!isFew(waiting, least) && (waiting === 0 || waiting < most)) return [];
  return growing.sort((a, b) => growthOf(a) - growthOf(b)).slice(0, 1);
}

function isFew(count: number, least: number): boolean {
  return count > 0 && count < least;
}

function growthOf({ before, after }: Step): number {
  return sumOf(after.map(({ count }) => count)) - sumOf(before.map(({ count }) => count));
}

/** The smallest groups of lines that are made of the same keys in both. */
function stepsBetween(before: readonly PublishedLine[], after: readonly PublishedLine[]): Step[] {
  let steps: (Step & { keys: Set<string> })[] = [];
  const add = (line: PublishedLine, side: "before" | "after") => {
    const met = steps.filter(({ keys }) => line.keys.some((key) => keys.has(key)));
    const joined = {
      keys: new Set([...line.keys, ...met.flatMap(({ keys }) => [...keys])]),
      before: met.flatMap((step) => step.before),
      after: met.flatMap((step) => step.after),
    };
    joined[side].push(line);
    steps = [...steps.filter((step) => !met.includes(step)), joined];
  };
  for (const line of before) add(line, "before");
  for (const line of after) add(line, "after");
  return steps;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
