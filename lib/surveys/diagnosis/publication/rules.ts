import { publishedRows } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/tellings/rules";

/** A line of a table by commune as it may be shown. */
export type CommuneLine = {
  /** INSEE codes put together: one, a bourg and those around it, or the rest. */
  communes: string[];
  /** Distinct respondents. */
  respondents: number;
  /** What is summed over them: person-days, for instance. */
  value: number;
};

/**
 * Something a respondent says: `respondent` is their rank in what is counted, nothing more; `weight` what is
 * supposed of their `group`, one where nothing is.
 */
type Said = Telling & { weight?: number };
export type CommuneEntry = Said & { commune: string };

/**
 * A sum by commune, its lines large enough: a commune named by fewer than `least` respondents, or by one to
 * four of a group, or one of whom is nearly the whole of it, is put with those around its bourg, then with
 * the rest; whoever names two communes put together is one respondent. `leftOut` are those a table beside
 * sums too: in each line nobody, or enough. Empty when all together are too few.
 */
export function linesByCommune(
  entries: readonly CommuneEntry[],
  bourgOf: ReadonlyMap<string, string>,
  least: number,
  leftOut: readonly CommuneEntry[] = [],
): CommuneLine[] {
  const byCommune = Map.groupBy(entries, ({ commune }) => commune);
  const others = Map.groupBy(leftOut, ({ commune }) => commune);
  const countOf = (keys: readonly string[]) =>
    isSafeGap(keys.flatMap((key) => others.get(key) ?? []))
      ? tellingPeople(
          keys.flatMap((key) => byCommune.get(key) ?? []),
          leastOfGroup(least),
          least,
        )
      : 1;
  const counts = new Map(
    [...new Set([...byCommune.keys(), ...others.keys()])].map(
      (key) => [key, new Map([["", countOf([key])]])] as const,
    ),
  );
  const rows =
    publishedRows(
      counts,
      least,
      (commune) => bourgOf.get(commune) ?? commune,
      (keys) => new Map([["", countOf(keys)]]),
    ) ?? [];
  return rows.map(({ keys, cells }) => ({
    communes: keys,
    respondents: cells.get("") ?? 0,
    value: weighed(keys.flatMap((key) => byCommune.get(key) ?? [])),
  }));
}

function leastOfGroup(least: number): number {
  return Math.min(least, smallestGroup);
}

function weighed(entries: readonly Said[]): number {
  return entries.reduce((sum, { value, weight = 1 }) => sum + value * weight, 0);
}

/** A cell of a table of two keys: who it is about, and what is summed over them. */
export type CrossedEntry = Said & { row: string; column: string };

export type CrossedLine = {
  /** Rows put together. */
  rows: string[];
  /** Distinct respondents and sums by column; a column without anybody has no key. */
  cells: Map<string, { respondents: number; value: number }>;
};

/** Rows crossed with columns, each cell nobody or `least` distinct respondents and more; null when that cannot be. */
export function crossedLines(
  entries: readonly CrossedEntry[],
  groupOf: (row: string) => string,
  least: number,
): CrossedLine[] | null {
  const byRow = Map.groupBy(entries, ({ row }) => row);
  const cellsOf = (keys: readonly string[]) => {
    const own = keys.flatMap((key) => byRow.get(key) ?? []);
    return Map.groupBy(own, ({ column }) => column);
  };
  const countsOf = (keys: readonly string[]) =>
    new Map(
      [...cellsOf(keys)].map(([column, own]) => [
        column,
        tellingPeople(own, leastOfGroup(least), least),
      ]),
    );
  const counts = new Map([...byRow.keys()].map((key) => [key, countsOf([key])] as const));
  const published = publishedRows(counts, least, groupOf, countsOf);
  return (
    published?.map(({ keys, cells }) => {
      const own = cellsOf(keys);
      const summed = (column: string) => weighed(own.get(column) ?? []);
      return {
        rows: keys,
        cells: new Map(
          [...cells].map(([column, respondents]) => [
            column,
            { respondents, value: summed(column) },
          ]),
        ),
      };
    }) ?? null
  );
}
