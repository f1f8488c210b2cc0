import { smallestBase } from "./schema";
import { tellsEach } from "./tellings/rules";
import { cameByFives } from "./waves/rules";

export type PublishedLine = { keys: string[]; count: number };

/**
 * A distribution as it may be published: values held by fewer than `least` people are put together, and
 * while together they are still too few, with the smallest of the others. A partition: nothing is
 * hidden, so no total gives anything away; nor is the whole of them told where it would tell each
 * (`tellsEach`). Null when all are fewer than `least`, or nothing may be told. `waves`: how many of each
 * came to it later (`laterWaves`), of whom each line has nobody or `least`. `aside`: values put together with
 * others however many they are, since other tables would tell of them.
 */
export function publishedCounts(
  counts: ReadonlyMap<string, number>,
  least: number,
  waves: readonly ReadonlyMap<string, number>[] = [],
  aside: ReadonlySet<string> = new Set(),
): PublishedLine[] | null {
  const present = [...counts].filter(([, count]) => count > 0);
  const mayTell = (entries: readonly (readonly [string, number])[]) =>
    sumOf(countsIn(entries)) >= least &&
    cameByFives(
      entries.map(([key]) => key),
      waves,
      least,
    );
  if (!mayTell(present)) return null;
  const isAlone = (entry: [string, number]) => mayTell([entry]) && !aside.has(entry[0]);
  const large = present.filter(isAlone).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const small = present.filter((entry) => !isAlone(entry));
  const mayTellSmall = () => mayTell(small) && !tellsEach(countsIn(small), least);
  while (small.length > 0 && !mayTellSmall()) {
    const next = large.pop();
    if (!next) return null;
    small.push(next);
  }
  const lines = large.map(([key, count]) => ({ keys: [key], count }));
  return small.length === 0 ? lines : [...lines, mergedLine(small)];
}

function countsIn(entries: readonly (readonly [string, number])[]): number[] {
  return entries.map(([, count]) => count);
}

/**
 * The same of an answer, `silent` being those who gave none: a line of theirs where they are enough, for how
 * many were asked is told by what was asked before, and what is put with them would be found.
 */
export function publishedParts(
  counts: ReadonlyMap<string, number>,
  least: number,
  silent: string,
  waves: readonly ReadonlyMap<string, number>[] = [],
): PublishedLine[] | null {
  const without = counts.get(silent) ?? 0;
  const said = new Map([...counts].filter(([key]) => key !== silent));
  const isApart = without >= least && said.size > 0 && cameByFives([silent], waves, least);
  if (!isApart) return publishedCounts(counts, least, waves);
  const lines = publishedCounts(said, least, waves);
  return lines && [...lines, { keys: [silent], count: without }];
}

function mergedLine(entries: readonly (readonly [string, number])[]): PublishedLine {
  return {
    keys: entries.map(([key]) => key).sort((a, b) => a.localeCompare(b)),
    count: sumOf(entries.map(([, count]) => count)),
  };
}

type Covered = PublishedLine & { isBounded: boolean };

/**
 * A distribution over communes of which each one of `least` people and more stands alone: whoever reads
 * knows that those put together have fewer. So a group is told only when each of its communes may have
 * anything from none to `least` - 1: never {3, 4} = 7. Small ones go with those of their group (`groupOf`),
 * else with the rest; while the rest may not be told, the line of the lowest rank joins it, whatever its
 * count: the smallest would tell how much at most. An empty one is small like others. Every key once; null
 * when nothing may be told.
 */
export function coveredLines(
  counts: ReadonlyMap<string, number>,
  least: number,
  groupOf: (key: string) => string,
  rankOf: (key: string) => number,
): PublishedLine[] | null {
  const all = [...counts].map(
    ([key, count]): Covered => ({
      ...{ keys: [key], count },
      isBounded: count < least,
    }),
  );
  const small = Map.groupBy(
    all.filter(({ isBounded }) => isBounded),
    ({ keys: [key = ""] }) => groupOf(key),
  );
  const groups = [...small.values()].map(joined);
  const mayShow = ({ keys, count, isBounded }: Covered) =>
    count >= least && (!isBounded || count <= (least - 1) * (keys.length - 1));
  const lowest = ({ keys }: Covered) => Math.min(...keys.map(rankOf));
  const shown = [...all.filter(({ isBounded }) => !isBounded), ...groups.filter(mayShow)];
  shown.sort((a, b) => lowest(b) - lowest(a) || nameOf(b).localeCompare(nameOf(a)));
  const rest = groups.filter((group) => !mayShow(group));
  while (rest.length > 0 && !mayShow(joined(rest))) {
    const next = shown.pop();
    if (!next) return null;
    rest.push(next);
  }
  const lines = rest.length === 0 ? shown : [...shown, joined(rest)];
  return lines
    .map(({ keys, count }) => ({ keys, count }))
    .sort((a, b) => b.count - a.count || nameOf(a).localeCompare(nameOf(b)));
}

function joined(lines: readonly Covered[]): Covered {
  return {
    keys: lines.flatMap(({ keys }) => keys).sort((a, b) => a.localeCompare(b)),
    count: sumOf(lines.map(({ count }) => count)),
    isBounded: lines.every(({ isBounded }) => isBounded),
  };
}

export type PublishedRow = {
  /** The rows put together: one, a bourg and those around it, or the rest. */
  keys: string[];
  cells: ReadonlyMap<string, number>;
};

type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** How several rows are counted together. */
type Counting = {
  cellsOf: (keys: string[]) => ReadonlyMap<string, number>;
  rankOf: (keys: string[]) => number;
};

/**
 * A table crossed with communes (or anything that can be put together): each row's cells are 0 or `least`
 * and more. Rows that are not so are put together with those of their group (`groupOf`, e.g. the nearest
 * bourg), then with the rest; while the rest is not so either, the row with the fewest joins it. The rows
 * are a partition, so that subtracting them from the whole gives the rest and nothing smaller, and no cell
 * of a row put away can be told from the total of that row (which another table may show). Null when even
 * the whole may not be shown.
 *
 * `cellsOf` counts several rows together where that is not their sum: people who are in more than one.
 * `rankOf`: how many of them are told, which is what their order tells, and which of them joins the rest.
 */
export function publishedRows(
  rows: Rows,
  least: number,
  groupOf: (key: string) => string,
  { cellsOf, rankOf }: Counting = summing(rows),
): PublishedRow[] | null {
  const merged = (list: readonly PublishedRow[]): PublishedRow => {
    const keys = list.flatMap((row) => row.keys).sort((a, b) => a.localeCompare(b));
    return { keys, cells: list.length === 1 && list[0] ? list[0].cells : cellsOf(keys) };
  };
  const mayShow = (row: PublishedRow) => isSafe(row.cells, least) && !isTold(row, rows, least);
  const all = [...rows].map(([key, cells]): PublishedRow => ({ keys: [key], cells }));
  const alone = all.filter(mayShow);
  const unsafe = all.filter((row) => !mayShow(row));
  const grouped = [...Map.groupBy(unsafe, ({ keys: [key = ""] }) => groupOf(key)).values()];
  const together = grouped.map(merged);
  const published = [...alone, ...together.filter(mayShow)];
  const rest = together.filter((row) => !mayShow(row));
  published.sort((a, b) => rankOf(b.keys) - rankOf(a.keys) || nameOf(a).localeCompare(nameOf(b)));
  while (rest.length > 0 && !mayShow(merged(rest))) {
    const next = published.pop();
    if (!next) return null;
    rest.push(next);
  }
  const shown = published.filter((row) => totalOf(row) > 0);
  return rest.length === 0 ? shown : [...shown, merged(rest)];
}

/**
 * Whether a row put together gives a small cell away to whoever knows the totals of its rows: when all
 * its people are in one column, each total is that cell. With two columns and two rows that have people,
 * every cell has several values left.
 */
function isTold({ keys, cells }: PublishedRow, rows: Rows, least: number): boolean {
  const columns = new Set([...rows.values()].flatMap((own) => [...own.keys()]));
  if (columns.size < 2 || [...cells.values()].filter((count) => count > 0).length > 1) return false;
  return keys.some((key) => !isSafe(rows.get(key) ?? new Map(), least));
}

/**
 * Counts of which the whole is told elsewhere: which of them may not be shown. Those between one and
 * `least`, those of `withheld`, and of the others the smallest until what is not shown leaves each of them
 * at least `least` values: that it has somebody is told, and takes one away.
 */
export function hiddenCounts(
  counts: ReadonlyMap<string, number>,
  least: number,
  withheld: readonly string[] = [],
): Set<string> {
  const present = [...counts].filter(([, count]) => count > 0);
  const isSmall = ([key, count]: [string, number]) => count < least || withheld.includes(key);
  const hidden = present.filter(isSmall);
  const others = present
    .filter((entry) => !isSmall(entry))
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  const isTight = () => sumOf(hidden.map(([, count]) => count)) - hidden.length < least;
  while (hidden.some(([key]) => !withheld.includes(key)) && isTight()) {
    const next = others.pop();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(([key]) => key));
}

export type PublishedRange = { first: string; last: string; count: number };

/**
 * An ordered distribution (days, prices) cut where each stretch has `least` people or more, of each of the
 * `waves` that came to it `least` or nobody; what is left at the end goes with the stretch before. Null when
 * all are fewer than `least`.
 */
export function publishedRanges(
  counts: readonly (readonly [string, number])[],
  least: number,
  waves: readonly ReadonlyMap<string, number>[] = [],
): PublishedRange[] | null {
  const ranges: PublishedRange[] = [];
  const keys = counts.map(([key]) => key);
  const stretchOf = (range: PublishedRange) =>
    keys.slice(keys.indexOf(range.first), keys.indexOf(range.last) + 1);
  const mayTell = (range: PublishedRange) =>
    range.count >= least && cameByFives(stretchOf(range), waves, least);
  let isOpen = false;
  for (const [key, count] of counts) {
    const range: PublishedRange | undefined = isOpen ? ranges.pop() : undefined;
    const grown: PublishedRange = {
      first: range?.first ?? key,
      last: key,
      count: (range?.count ?? 0) + count,
    };
    ranges.push(grown);
    isOpen = !mayTell(grown);
  }
  let last = ranges.pop();
  while (last && !mayTell(last)) {
    const before = ranges.pop();
    last = before && { ...before, last: last.last, count: before.count + last.count };
  }
  return last ? [...ranges, last] : null;
}

/** A count as it may be shown by itself: null between one and `least`, which would point at somebody. */
export function shownCount(count: number, least: number): number | null {
  return count > 0 && count < least ? null : count;
}

/** Part of a whole that is told too: neither it nor what it leaves is between one and `least`; else null. */
export function shownPart(part: number, whole: number, least: number): number | null {
  return shownCount(whole - part, least) === null ? null : shownCount(part, least);
}

/** Whether a percentage of this base means something. */
export function mayShowShare(base: number): boolean {
  return base >= smallestBase;
}

function isSafe(cells: ReadonlyMap<string, number>, least: number): boolean {
  return [...cells.values()].every((count) => count === 0 || count >= least);
}

function summing(rows: Rows): Counting {
  const cellsOf = (keys: string[]) => summedCells(rows, keys);
  return { cellsOf, rankOf: (keys) => sumOf([...cellsOf(keys).values()]) };
}

function summedCells(rows: Rows, keys: readonly string[]): Map<string, number> {
  const cells = new Map<string, number>();
  for (const [column, count] of keys.flatMap((key) => [...(rows.get(key) ?? [])])) {
    cells.set(column, (cells.get(column) ?? 0) + count);
  }
  return cells;
}

function totalOf({ cells }: PublishedRow): number {
  return sumOf([...cells.values()]);
}

function nameOf({ keys }: { keys: readonly string[] }): string {
  return keys.join(" ");
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
