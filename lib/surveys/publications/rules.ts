import { addDays, type Day } from "@/lib/core/day";
import { smallestGroup } from "../disclosure/schema";
import type { CommuneTable, Figures, ResultTable } from "../figures/schema";

/** Days from one batch to the next while a campaign is open. */
const daysBetweenBatches = 7;

type Last = { day: Day; responses: number };

/**
 * Whether a new batch is counted: the first as soon as five answers wait, the next ones a week later and
 * once they are five more than were counted, whatever was taken back meanwhile (domain: publication).
 */
export function isBatchDue(
  last: Last | null,
  counted: { waiting: number; total: number },
  today: Day,
): boolean {
  if (counted.waiting < smallestGroup) return false;
  if (!last) return true;
  const isTime = addDays(last.day, daysBetweenBatches) <= today;
  return isTime && counted.total - last.responses >= smallestGroup;
}

/**
 * Whether figures are of the answers of batches alone: as long as new ones may come, so that nobody reads
 * the last one by looking before and after. Once it is closed all of them count.
 */
export function isCountedInBatches({ closesAt }: { closesAt: Date }, at: Date): boolean {
  return at < closesAt;
}

/**
 * What is published next: a table follows its answers only when nothing that can be subtracted from the
 * one before isolates fewer than five, else it stays as it was, with its own batch. When the whole has
 * changed by fewer than five, nothing changes.
 */
export function nextFigures(before: Figures | null, after: Figures): Figures {
  if (!before) return after;
  if (!isSafeStep(before.responses, after.responses)) return before;
  const tables = after.tables.flatMap((table): ResultTable[] => {
    const known = before.tables.find(({ question }) => question === table.question);
    // A table withheld before would be found by what is new in it: it has nothing to be compared with.
    return [known && !followsSafely(known, table) ? known : table];
  });
  return {
    ...after,
    tables,
    residence: nextCommunes(before.residence, after.residence),
    wished: nextCommunes(before.wished, after.wished),
    desks: nextCommunes(before.desks, after.desks),
  };
}

/** A sum that stays, or changes by five people or more. */
function isSafeStep(before: number, after: number): boolean {
  return before === after || Math.abs(after - before) >= smallestGroup;
}

function followsSafely(before: ResultTable, after: ResultTable): boolean {
  if (before.kind !== after.kind || !isSafeStep(before.base, after.base)) return false;
  return differencesOf(partsIn(before), partsIn(after)).every(
    (difference) => difference === 0 || Math.abs(difference) >= smallestGroup,
  );
}

function nextCommunes<Table extends CommuneTable>(before: Table, after: Table): Table {
  const isSafe = differencesOf(communesIn(before), communesIn(after)).every(
    (difference) => difference === 0 || Math.abs(difference) >= smallestGroup,
  );
  return isSafe ? after : before;
}

export type Part = { keys: readonly string[]; count: number };

function partsIn({ kind, base, lines }: ResultTable): Part[] {
  const parts = lines.flatMap(({ values, count }) =>
    count === null ? [] : [{ keys: values, count }],
  );
  // Of a choice, those who did not tick it are known too.
  const others = parts.map(({ keys, count }) => ({
    keys: keys.map((key) => `not ${key}`),
    count: base - count,
  }));
  return kind === "parts" ? parts : [...parts, ...others];
}

function communesIn({ lines }: CommuneTable): Part[] {
  return lines.map(({ communes, respondents }) => ({ keys: communes, count: respondents }));
}

/**
 * Every number a reader of two publications can subtract: the sums over the smallest groups of lines that
 * are made of the same values in both. A value new or gone counts as nobody on the other side.
 */
export function differencesOf(before: readonly Part[], after: readonly Part[]): number[] {
  const groups: { keys: Set<string>; difference: number }[] = [];
  const all = [
    ...before.map(({ keys, count }) => ({ keys, difference: -count })),
    ...after.map(({ keys, count }) => ({ keys, difference: count })),
  ];
  for (const { keys, difference } of all) {
    const touched = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const joined = { keys: new Set(keys), difference };
    for (const group of touched) {
      for (const key of group.keys) joined.keys.add(key);
      joined.difference += group.difference;
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.map(({ difference }) => difference);
}
