import { publishedRows } from "../disclosure/rules";

type CommuneOfTerritory = {
  insee: string;
  /** Null where it is not known. */
  population: number | null;
  /** INSEE code of the bourg it is counted with when it is too small alone. */
  nearestBourg: string | null;
};

export type TurnoutLine = {
  /** INSEE codes counted together: one, or those of which one at least is too small to be told alone. */
  communes: string[];
  respondents: number;
  /** For a thousand inhabitants; null where the population is not known. */
  perThousand: number | null;
  /** Answers short of the mean of the territory. */
  missing: number;
};

export type Turnout = {
  lines: TurnoutLine[];
  respondents: number;
  perThousand: number | null;
};

/**
 * Answers by commune of residence against its inhabitants, the furthest behind first. A commune of fewer
 * than `least` answers is counted with those around its bourg that have as few, then with the rest: no
 * number below `least` is told, nor found by subtracting, and an empty commune does not tell that its
 * neighbours are not. Null while all together are too few.
 */
export function turnoutOf(
  counts: ReadonlyMap<string, number>,
  communes: readonly CommuneOfTerritory[],
  least: number,
): Turnout | null {
  const countOf = ({ insee }: CommuneOfTerritory) => counts.get(insee) ?? 0;
  const small = communes.filter((commune) => countOf(commune) < least);
  const large = communes.filter((commune) => countOf(commune) >= least);
  const around = Map.groupBy(small, ({ insee, nearestBourg }) => nearestBourg ?? insee);
  const groups = [...large.map((commune) => [commune]), ...around.values()];
  const rows = new Map(
    groups.map((group) => [
      group.map(({ insee }) => insee).join(" "),
      new Map([["", group.reduce((sum, commune) => sum + countOf(commune), 0)]]),
    ]),
  );
  const published = publishedRows(rows, least, () => "rest");
  if (!published) return null;
  const told = published.map(({ keys, cells }) => ({
    communes: keys.flatMap((key) => key.split(" ")),
    respondents: cells.get("") ?? 0,
  }));
  const isTold = new Set(told.flatMap((line) => line.communes));
  const empty = groups
    .filter(([first]) => first && !isTold.has(first.insee))
    .map((group) => ({ communes: group.map(({ insee }) => insee), respondents: 0 }));
  return comparedWithMean([...told, ...empty], communes);
}

function comparedWithMean(
  groups: readonly Pick<TurnoutLine, "communes" | "respondents">[],
  communes: readonly CommuneOfTerritory[],
): Turnout {
  const populations = new Map(communes.map(({ insee, population }) => [insee, population]));
  const inhabitants = groups.map((group) => {
    const known = group.communes.map((insee) => populations.get(insee) ?? null);
    return known.includes(null) ? null : sumOf(known.map(Number));
  });
  const respondents = sumOf(groups.map((group) => group.respondents));
  // Where nobody is known to live, answers say nothing of a rate.
  const counted = groups.filter((_, index) => inhabitants[index]);
  const people = sumOf(inhabitants.map(Number));
  const mean = people > 0 ? sumOf(counted.map((group) => group.respondents)) / people : null;
  const lines = groups.map((group, index): TurnoutLine => {
    const own = inhabitants[index] ?? null;
    const expected = mean === null || own === null ? 0 : mean * own;
    return {
      ...group,
      perThousand: own ? (1_000 * group.respondents) / own : null,
      missing: Math.max(0, Math.ceil(expected - group.respondents - 1e-9)),
    };
  });
  lines.sort((a, b) => b.missing - a.missing || byRate(a, b) || byName(a, b));
  return { lines, respondents, perThousand: mean === null ? null : 1_000 * mean };
}

function byRate(a: TurnoutLine, b: TurnoutLine): number {
  return (a.perThousand ?? 0) - (b.perThousand ?? 0);
}

function byName(a: TurnoutLine, b: TurnoutLine): number {
  return a.communes.join(" ").localeCompare(b.communes.join(" "));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
