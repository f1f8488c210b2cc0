import { type CountedAt, followedLines } from "../disclosure/followed/rules";
import { coveredLines } from "../disclosure/rules";
import { smallestGroup } from "../disclosure/schema";

export type CommuneOfTerritory = {
  insee: string;
  /** Null where it is not known. */
  population: number | null;
  /** INSEE code of the bourg it is counted with when it is too small alone. */
  nearestBourg: string | null;
};

export type TurnoutLine = {
  /** INSEE codes counted together, `outside` with them: one, or those of which one at least is too small alone. */
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
  /** Answers counted since that no line may tell yet: five and more, or none. */
  waiting: number;
};

type CoverageLine = { communes: string[]; respondents: number };

/** Where people who live in no commune of the territory, or did not say which, are counted. */
export const outside = "ailleurs" as const;

/**
 * Respondents by commune of residence, the one partition of them that is told anywhere: the gauge, the
 * diagnosis, the results and their files. Every commune of the territory once, alone from five answers on;
 * those outside are a line like others, so that no total told beside tells how few they are. None while
 * nothing may be told.
 */
export function coverageOf(
  counts: ReadonlyMap<string, number>,
  communes: readonly CommuneOfTerritory[],
): CoverageLine[] {
  const known = new Map(communes.map((commune) => [commune.insee, commune]));
  const inside = [...known.keys()].map((insee) => [insee, counts.get(insee) ?? 0] as const);
  const elsewhere = [...counts].filter(([key]) => !known.has(key)).map(([, count]) => count);
  const others = sumOf(elsewhere);
  const all = new Map(others > 0 ? [...inside, [outside, others] as const] : inside);
  const lines = coveredLines(
    all,
    smallestGroup,
    (key) => known.get(key)?.nearestBourg ?? key,
    (key) => known.get(key)?.population ?? Number.POSITIVE_INFINITY,
  );
  return (lines ?? []).map(({ keys, count }) => ({ communes: keys, respondents: count }));
}

/** The same as it is told batch after batch (`followedLines`); `counted` by what was said of the residence. */
export function followedCoverage(
  counted: readonly CountedAt[],
  communes: readonly CommuneOfTerritory[],
): CoverageLine[] {
  const lines = followedLines(
    counted,
    (counts) =>
      coverageOf(counts, communes).map(({ communes: keys, respondents }) => ({
        keys,
        count: respondents,
      })),
    smallestGroup,
  );
  return lines.map(({ keys, count }) => ({ communes: keys, respondents: count }));
}

/**
 * The same against inhabitants, the furthest behind first. Of those outside only what is told with communes
 * is there, without a rate. Null while nothing may be told.
 */
export function turnoutOf(
  counted: readonly CountedAt[],
  communes: readonly CommuneOfTerritory[],
): Turnout | null {
  const lines = followedCoverage(counted, communes);
  if (lines.length === 0) return null;
  const told = sumOf(lines.map(({ respondents }) => respondents));
  const waiting = sumOf(counted.map(({ count }) => count)) - told;
  const ofTerritory = lines.filter((line) => line.communes.some((key) => key !== outside));
  return { ...comparedWithMean(ofTerritory, communes), waiting };
}

function comparedWithMean(
  groups: readonly Pick<TurnoutLine, "communes" | "respondents">[],
  communes: readonly CommuneOfTerritory[],
): Omit<Turnout, "waiting"> {
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
