/** A sum that somebody knows of numbers they do not: whole, none below zero. */
export type KnownSum = { of: string[]; sum: number };

type Search = {
  names: string[];
  sums: KnownSum[];
  floors: ReadonlyMap<string, number>;
  ceilings: ReadonlyMap<string, number>;
};

/**
 * Whoever subtracts: the names that have one value only in every solution of what is known, with that
 * value. Exact, by search with each sum as a bound; for tables of a dozen unknowns.
 */
export function toldBy(
  truth: ReadonlyMap<string, number>,
  sums: readonly KnownSum[],
  floors: ReadonlyMap<string, number> = new Map(),
  ceilings: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const names = [...truth.keys()];
  const wrong = sums.find(({ of, sum }) => sumOf(of.map((name) => truth.get(name) ?? 0)) !== sum);
  if (wrong) throw new Error(`a sum the truth does not have: ${wrong.of.join(" + ")}`);
  const told = names.filter((name) => {
    const value = truth.get(name) ?? 0;
    // The name asked about goes first, so that another value of it is looked for at once.
    const search = {
      names: [name, ...names.filter((each) => each !== name)],
      sums: [...sums],
      ...{ floors, ceilings },
    };
    return !hasOther(search, name, value);
  });
  return new Map(told.map((name) => [name, truth.get(name) ?? 0]));
}

function hasOther(search: Search, name: string, value: number): boolean {
  const highest = highestOf(search, name, new Map());
  for (let other = search.floors.get(name) ?? 0; other <= highest; other++) {
    if (other !== value && isSolved(search, 1, new Map([[name, other]]))) return true;
  }
  return false;
}

function isSolved(search: Search, at: number, given: Map<string, number>): boolean {
  if (!search.sums.every((known) => isOpen(search, known, given))) return false;
  const name = search.names[at];
  if (name === undefined) return true;
  const highest = highestOf(search, name, given);
  for (let value = search.floors.get(name) ?? 0; value <= highest; value++) {
    given.set(name, value);
    if (isSolved(search, at + 1, given)) return true;
    given.delete(name);
  }
  return false;
}

/** Whether a sum can still be met with what is given so far. */
function isOpen({ floors }: Search, { of, sum }: KnownSum, given: Map<string, number>): boolean {
  const least = sumOf(of.map((name) => given.get(name) ?? floors.get(name) ?? 0));
  return of.every((name) => given.has(name)) ? least === sum : least <= sum;
}

/** The most a name can be: what its tightest sum leaves. */
function highestOf(
  { sums, floors, ceilings }: Search,
  name: string,
  given: Map<string, number>,
): number {
  const left = sums
    .filter(({ of }) => of.includes(name))
    .map(({ of, sum }) => {
      const others = of.filter((each) => each !== name);
      return sum - sumOf(others.map((each) => given.get(each) ?? floors.get(each) ?? 0));
    });
  return Math.min(ceilings.get(name) ?? 60, ...left);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
