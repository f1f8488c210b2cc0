import { situations } from "@/lib/members/profiles/schema";
import type { Figure } from "@/lib/reports/figures/schema";
import type { Month } from "@/lib/reports/schema";
import { exactly, type Known } from "./report-solver";
import { figuresOf, type Given, nameOf, toldAs, toldMonths, type World } from "./report-tables";

/** Distinct people of the network in parts of which each person is in one, told in lines of several. */
export type Partition = {
  key: "residence.persons" | "profile.persons";
  /** Every part, those of nobody too. */
  parts: readonly string[];
  /** The parts a line is of, null where it is of all the others. */
  partsOf: (figure: Figure) => readonly string[] | null;
  /** The least and the most a part is whose line says so. */
  boundsOf: (figure: Figure) => { least: number; most: number };
  /** Nobody is of one part in a month and of another later. */
  isForGood: boolean;
};

const anything = Number.POSITIVE_INFINITY;

export function partIn(key: string, part: string, months: readonly Month[]): string {
  return nameOf(`${key} ${part}`, null, months);
}

type Told = { months: Month[]; lines: { figure: Figure; parts: readonly string[] }[] };

function toldLines(given: Given, { key, parts, partsOf }: Partition): Told[] {
  const figures = figuresOf(given, key, (part) => part !== null).filter(
    ({ value }) => value !== null,
  );
  const [first] = figures;
  if (!first) return [];
  const named = figures.flatMap((figure) => partsOf(figure) ?? []);
  const rest = parts.filter((part) => !named.includes(part));
  return [
    {
      months: toldMonths(given, first),
      lines: figures.map((figure) => ({ figure, parts: partsOf(figure) ?? rest })),
    },
  ];
}

/**
 * What lines tell of their parts; nobody is in a part no line is of; all together are the people present; and
 * of sets of months, what is within one another.
 */
export function partitionKnown(world: World, partition: Partition): Known[] {
  const { key, parts } = partition;
  const told = world.given.flatMap((given) => toldLines(given, partition));
  const sets = new Map(world.months.map((month) => [month as string, [month]]));
  for (const { months } of told) sets.set(months.join("+"), months);
  const lines = told.flatMap(({ months, lines: own }) => [
    ...own.flatMap((line) => lineKnown(line, months, partition)),
    ...parts
      .filter((part) => !own.some((line) => line.parts.includes(part)))
      .map((part) => exactly(new Map([[partIn(key, part, months), 1]]), 0)),
  ]);
  const all = [...sets.values()].map((months) =>
    exactly(
      new Map([
        [nameOf("people", null, months), -1],
        ...parts.map((part) => [partIn(key, part, months), 1] as const),
      ]),
      0,
    ),
  );
  return [
    ...lines,
    ...all,
    ...parts.flatMap((part) => withinKnown(partition, part, [...sets.values()])),
  ];
}

function lineKnown(
  { figure, parts }: { figure: Figure; parts: readonly string[] },
  months: readonly Month[],
  { key, boundsOf }: Partition,
): Known[] {
  const names = parts.map((part) => partIn(key, part, months));
  const sum = toldAs("", figure).map(({ least, most }) => ({
    ...{ of: new Map(names.map((name) => [name, 1])), least, most },
  }));
  const bounds = boundsOf(figure);
  const each = names.map((name) => ({ of: new Map([[name, 1]]), ...bounds }));
  // What months put together say of each part is not said of five and more, which may be told by months.
  return figure.nearest === null ? [...sum, ...each] : [...sum];
}

/**
 * A part of fewer months is no more than of all, where nobody goes from one to another; and it is never more than
 * its months together, since whoever is of it was so on the last day they came.
 */
function withinKnown(
  { key, isForGood }: Partition,
  part: string,
  sets: readonly Month[][],
): Known[] {
  const name = (months: readonly Month[]) => partIn(key, part, months);
  return sets.flatMap((large) => {
    if (large.length < 2) return [];
    const smaller = sets.filter(
      (small) => isForGood && small !== large && small.every((month) => large.includes(month)),
    );
    const within = smaller.map((small) => ({
      ...{
        of: new Map([
          [name(large), 1],
          [name(small), -1],
        ]),
        least: 0,
        most: anything,
      },
    }));
    const union = new Map([
      ...large.map((month) => [name([month]), 1] as const),
      [name(large), -1] as const,
    ]);
    return [...within, { of: union, least: 0, most: anything }];
  });
}

/** A commune with those around its bourg is of four at the most. */
export function partitionsOf(communes: readonly Commune[]): Partition[] {
  const inseeOf = ({ kind, name, communes: names }: ResidenceOf) =>
    communes.flatMap((commune) => {
      const isOf =
        kind === "neighbour"
          ? !commune.isMember && commune.epci === name
          : (kind === "around" ? names : [name]).includes(commune.name);
      return isOf ? commune.insee : [];
    });
  return [
    {
      key: "residence.persons",
      parts: [...communes.map(({ insee }) => insee), ""],
      partsOf: ({ part }) =>
        part?.kind !== "residence" || part.line.kind === "rest" ? null : inseeOf(part.line),
      boundsOf: ({ part }) =>
        part?.kind === "residence" && part.line.kind === "around"
          ? { least: 0, most: 4 }
          : { least: 0, most: anything },
      isForGood: true,
    },
    {
      key: "profile.persons",
      parts: [...situations, "unsaid"],
      partsOf: ({ part }) => (part?.kind === "profile" ? part.situations : null),
      boundsOf: () => ({ least: 0, most: anything }),
      isForGood: true,
    },
  ];
}

type Commune = { insee: string; name: string; epci: string | null; isMember: boolean };
type ResidenceOf = Extract<NonNullable<Figure["part"]>, { kind: "residence" }>["line"];
