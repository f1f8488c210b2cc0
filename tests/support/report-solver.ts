/** What somebody knows of a weighted sum of numbers they do not: the least and the most it is. */
export type Known = { of: ReadonlyMap<string, number>; least: number; most: number };

export type Bounds = { least: number; most: number };

const close = 1e-6;

/** One number known to lie between two. */
export function between(name: string, least: number, most: number): Known {
  return { of: new Map([[name, 1]]), least, most };
}

/** A sum known exactly. */
export function exactly(of: ReadonlyMap<string, number>, sum: number): Known {
  return { of, least: sum, most: sum };
}

/**
 * Whoever subtracts: what each number may still be, from all that is known together. None is below zero.
 * Equations are subtracted from one another until none says more, then every known sum narrows its terms
 * until nothing changes. It knows nothing of the rules that withhold.
 */
export function boundsFrom(known: readonly Known[]): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const name of known.flatMap(({ of }) => [...of.keys()])) {
    bounds.set(name, { least: 0, most: Number.POSITIVE_INFINITY });
  }
  const equations = known.filter(({ least, most }) => least === most);
  const all = [...known, ...reduced(equations)];
  for (let round = 0; round < 200; round++) {
    const before = sizeOf(bounds);
    for (const each of all) narrow(each, bounds);
    if (sizeOf(bounds) === before) break;
  }
  return bounds;
}

function sizeOf(bounds: ReadonlyMap<string, Bounds>): string {
  return [...bounds.values()].map(({ least, most }) => `${least}..${most}`).join(" ");
}

function narrow({ of, least, most }: Known, bounds: Map<string, Bounds>): void {
  for (const [name, weight] of of) {
    const own = bounds.get(name);
    if (!own) continue;
    const others = [...of].flatMap(([other, by]) =>
      other === name ? [] : [scaled(by, bounds.get(other))],
    );
    const sumOf = (side: keyof Bounds) => others.reduce((sum, each) => sum + each[side], 0);
    const mine = scaled(1 / weight, { least: least - sumOf("most"), most: most - sumOf("least") });
    // Only what is said anew: thirds of a day would else drift.
    if (mine.least > own.least + close) own.least = mine.least;
    if (mine.most < own.most - close) own.most = mine.most;
    if (own.least > own.most + 1e-3) throw new Error(`nothing is left for ${name}`);
  }
}

function scaled(by: number, { least, most }: Bounds = { least: 0, most: 0 }): Bounds {
  return by > 0 ? { least: by * least, most: by * most } : { least: by * most, most: by * least };
}

/** The same equations with each unknown that can be taken out of all others but one. */
function reduced(equations: readonly Known[]): Known[] {
  const rows = equations.map(({ of, least }): Row => ({ of: new Map(of), sum: least }));
  const left = new Set(rows);
  for (const name of new Set(rows.flatMap(({ of }) => [...of.keys()]))) {
    const pivot = [...left].find(({ of }) => Math.abs(of.get(name) ?? 0) > close);
    if (pivot) takeOut(name, pivot, rows);
    if (pivot) left.delete(pivot);
  }
  return rows.flatMap(({ of, sum }) => (of.size > 0 ? [exactly(of, sum)] : []));
}

function takeOut(name: string, pivot: Row, rows: readonly Row[]): void {
  for (const row of rows) {
    const by = row === pivot ? 0 : (row.of.get(name) ?? 0) / (pivot.of.get(name) ?? 1);
    if (by !== 0) subtract(row, pivot, by);
  }
}

type Row = { of: Map<string, number>; sum: number };

function subtract(row: Row, pivot: Row, by: number): void {
  row.sum -= by * pivot.sum;
  for (const [name, weight] of pivot.of) {
    const value = (row.of.get(name) ?? 0) - by * weight;
    if (Math.abs(value) < close) row.of.delete(name);
    else row.of.set(name, value);
  }
}
