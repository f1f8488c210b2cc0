import { smallestBase } from "./schema";

export type PublishedLine = { keys: string[]; count: number };

/**
 * A distribution as it may be published: values held by fewer than `least` people are put together, and
 * while together they are still too few, with the smallest of the others. A partition: nothing is
 * hidden, so no total gives anything away. Null when all are fewer than `least`.
 */
export function publishedCounts(
  counts: ReadonlyMap<string, number>,
  least: number,
): PublishedLine[] | null {
  const present = [...counts].filter(([, count]) => count > 0);
  const total = sumOf(present.map(([, count]) => count));
  if (total < least) return null;
  const large = present
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const small = present.filter(([, count]) => count < least);
  while (small.length > 0 && sumOf(small.map(([, count]) => count)) < least) {
    const next = large.pop();
    if (!next) return null;
    small.push(next);
  }
  const lines = large.map(([key, count]) => ({ keys: [key], count }));
  return small.length === 0 ? lines : [...lines, mergedLine(small)];
}

function mergedLine(entries: readonly (readonly [string, number])[]): PublishedLine {
  return {
    keys: entries.map(([key]) => key).sort((a, b) => a.localeCompare(b)),
    count: sumOf(entries.map(([, count]) => count)),
  };
}

export type PublishedRow = {
  /** The rows put together: one, a bourg and those around it, or the rest. */
  keys: string[];
  cells: ReadonlyMap<string, number>;
};

/**
 * A table crossed with communes (or anything that can be put together): each row's cells are 0 or `least`
 * and more. Rows that are not so are put together with those of their group (`groupOf`, e.g. the nearest
 * bourg), then with the rest; while the rest is not so either, the row with the fewest joins it. The rows
 * are a partition, so that subtracting them from the whole gives the rest and nothing smaller. Null when
 * even the whole may not be shown.
 */
export function publishedRows(
  rows: ReadonlyMap<string, ReadonlyMap<string, number>>,
  least: number,
  groupOf: (key: string) => string,
): PublishedRow[] | null {
  const all = [...rows].map(([key, cells]): PublishedRow => ({ keys: [key], cells }));
  const alone = all.filter(({ cells }) => isSafe(cells, least));
  const unsafe = all.filter((row) => !alone.includes(row));
  const grouped = [...Map.groupBy(unsafe, ({ keys: [key = ""] }) => groupOf(key)).values()];
  const together = grouped.map(merged);
  const published = [...alone, ...together.filter(({ cells }) => isSafe(cells, least))];
  const rest = together.filter(({ cells }) => !isSafe(cells, least));
  published.sort((a, b) => totalOf(b) - totalOf(a) || nameOf(a).localeCompare(nameOf(b)));
  while (rest.length > 0 && !isSafe(merged(rest).cells, least)) {
    const next = published.pop();
    if (!next) return null;
    rest.push(next);
  }
  const shown = published.filter((row) => totalOf(row) > 0);
  return rest.length === 0 ? shown : [...shown, merged(rest)];
}

/** Whether a percentage of this base means something. */
export function mayShowShare(base: number): boolean {
  return base >= smallestBase;
}

function isSafe(cells: ReadonlyMap<string, number>, least: number): boolean {
  return [...cells.values()].every((count) => count === 0 || count >= least);
}

function merged(rows: readonly PublishedRow[]): PublishedRow {
  const cells = new Map<string, number>();
  for (const row of rows) {
    for (const [key, count] of row.cells) cells.set(key, (cells.get(key) ?? 0) + count);
  }
  return { keys: rows.flatMap(({ keys }) => keys).sort((a, b) => a.localeCompare(b)), cells };
}

function totalOf({ cells }: PublishedRow): number {
  return sumOf([...cells.values()]);
}

function nameOf({ keys }: PublishedRow): string {
  return keys.join(" ");
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
