import { publishedRows } from "../../disclosure/rules";
import { smallestGroup } from "../../disclosure/schema";
import { type Tallies, talliesOf } from "../../disclosure/tallies/rules";
import { isSafeGap, type Telling, tellingPeople } from "../../disclosure/tellings/rules";

/** A line of a table by commune as it may be shown. */
export type CommuneLine = {
  /** INSEE codes put together: one, a bourg and those around it, or the rest. */
  communes: string[];
  /**
   * How often they are named: whoever names two of them twice. Where people are counted once, the lines of
   * two communes beside that of their bourg tell how many named both.
   */
  wishes: number;
  /** What is summed over them: person-days, for instance. */
  value: number;
};

/** With its distinct respondents, by whom it is judged: they are told nowhere. */
export type JudgedLine = CommuneLine & { respondents: number };

/**
 * Something a respondent says: `respondent` is their rank in what is counted, nothing more; `weight` what is
 * supposed of their `group`, one where nothing is.
 */
type Said = Telling & { weight?: number };
export type CommuneEntry = Said & { commune: string };
/** Somebody a table is of, whatever they say. */
export type Person = Pick<Telling, "respondent" | "wave">;

/**
 * A sum by commune, its lines large enough: a commune named by fewer than `least` respondents, or by one to
 * four of a group, or one of whom is nearly the whole of it, is put with those around its bourg, then with
 * the rest; whoever names two communes put together is one respondent, and two wishes. `leftOut` are those a
 * table beside sums too: in each line nobody, or enough; `asked`, all those of whom the table is: whoever did
 * not name a commune that is a line by itself is nobody, or enough. Empty when all together are too few.
 */
export function linesByCommune(
  entries: readonly CommuneEntry[],
  bourgOf: ReadonlyMap<string, string>,
  least: number,
  leftOut: readonly CommuneEntry[] = [],
  asked?: readonly Person[],
): JudgedLine[] {
  const everybody = asked && peopleIn(asked);
  const byCommune = Map.groupBy(entries, ({ commune }) => commune);
  const entriesOf = (keys: readonly string[]) => keys.flatMap((key) => byCommune.get(key) ?? []);
  const others = Map.groupBy(leftOut, ({ commune }) => commune);
  const countOf = (keys: readonly string[]) =>
    isSafeGap(keys.flatMap((key) => others.get(key) ?? [])) &&
    (keys.length > 1 || !everybody || isSilenceSafe(everybody, peopleIn(entriesOf(keys))))
      ? tellingPeople(entriesOf(keys), leastOfGroup(least), least)
      : 1;
  const counts = new Map(
    [...new Set([...byCommune.keys(), ...others.keys()])].map(
      (key) => [key, new Map([["", countOf([key])]])] as const,
    ),
  );
  const rows =
    publishedRows(counts, least, (commune) => bourgOf.get(commune) ?? commune, {
      cellsOf: (keys) => new Map([["", countOf(keys)]]),
      rankOf: (keys) => entriesOf(keys).length,
    }) ?? [];
  return rows.map(({ keys, cells }) => ({
    communes: keys,
    respondents: cells.get("") ?? 0,
    wishes: entriesOf(keys).length,
    value: weighed(entriesOf(keys)),
  }));
}

/** How many different people there are, of all and of each wave. */
function peopleIn(said: readonly Person[]): Tallies {
  const known = new Set<number>();
  const isNew = ({ respondent }: Person) => !known.has(respondent) && known.add(respondent);
  return talliesOf(said.filter(isNew), () => null);
}

/** Whether those who did not say it, all less those of the line, are nobody or enough, of each wave too. */
function isSilenceSafe(asked: Tallies, said: Tallies): boolean {
  const silent = [
    asked.all.whole - said.all.whole,
    ...[...asked.waves].map(([wave, own]) => own.whole - (said.waves.get(wave)?.whole ?? 0)),
  ];
  return silent.every((count) => count === 0 || count >= smallestGroup);
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
  /** Sums by column; a column without anybody has no key. */
  cells: Map<string, number>;
};

/** Rows crossed with columns, each cell that of nobody or of `least` distinct respondents and more; null when that cannot be. */
export function crossedLines(
  entries: readonly CrossedEntry[],
  groupOf: (row: string) => string,
  least: number,
): CrossedLine[] | null {
  const byRow = Map.groupBy(entries, ({ row }) => row);
  const entriesOf = (keys: readonly string[]) => keys.flatMap((key) => byRow.get(key) ?? []);
  const cellsOf = (keys: readonly string[]) => Map.groupBy(entriesOf(keys), ({ column }) => column);
  const countsOf = (keys: readonly string[]) =>
    new Map(
      [...cellsOf(keys)].map(([column, own]) => [
        column,
        tellingPeople(own, leastOfGroup(least), least),
      ]),
    );
  const counts = new Map([...byRow.keys()].map((key) => [key, countsOf([key])] as const));
  const published = publishedRows(counts, least, groupOf, {
    cellsOf: countsOf,
    rankOf: (keys) => entriesOf(keys).length,
  });
  return (
    published?.map(({ keys }) => ({
      rows: keys,
      cells: new Map([...cellsOf(keys)].map(([column, own]) => [column, weighed(own)])),
    })) ?? null
  );
}
