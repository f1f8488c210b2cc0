import { addDays, type Day } from "@/lib/core/day";
import { smallestGroup } from "../disclosure/schema";
import {
  type CommuneTable,
  type Figures,
  type ResultTable,
  tellsWishes,
  wishedLines,
} from "../figures/schema";

/** Days from one batch to the next. */
const daysBetweenBatches = 7;

/** Days after which answers taken back have left the figures, whoever has to leave with them (GDPR, art. 12.3). */
export const daysToLeave = 30;

/** Months after which answers are forgotten, as the register of personal data says. */
const monthsKept = 24;

/**
 * Whether answers of a campaign that opened then may have been forgotten: they go day by day, so that from
 * here on the rest would tell those of a day. What was published stays; nothing new is drawn from answers.
 */
export function isForgetting(opensAt: Date, at: Date): boolean {
  const from = new Date(opensAt);
  from.setUTCMonth(from.getUTCMonth() + monthsKept);
  return at >= from;
}

type Last = { day: Day; responses: number };

/** Of a campaign: what waits to be counted, what is, and what of this was taken back. */
export type Pending = {
  waiting: number;
  /** In the figures now, those taken back included. */
  counted: number;
  takenBack: number;
  /** The same of those the sums are made of (`takesIn`). */
  summed: { counted: number; takenBack: number };
  /** Local day of the first of those taken back. */
  takenBackSince: Day | null;
};

/** How many others are drawn by lot: among those the sums are made of, and among those counted since. */
export type SetAside = { ofSums: number; since: number };

/** What a new batch does: those who wait come in, those taken back leave with so many others drawn by lot. */
export type Cut = { isGrowing: boolean; isLeaving: boolean; setAside: SetAside };

/**
 * The next batch, null while none may be made: five people or more come in, five or more leave, or nobody
 * does, so that the whole never changes by fewer (its lines: `followedLines`). The first as soon as five wait, the next a week
 * later (`isAtOnce`: when results are published, or the days for sheets are over, so that they are in the last
 * sums; who leaves then leaves after). Answers taken back leave as
 * soon as they are five, and after thirty days with others drawn by lot, who do not come back; those who wait
 * come in another time. Of those the sums are made of too five leave or nobody, drawn by lot where they are
 * fewer: not those most alike, for five alike would tell what each had said.
 */
export function nextCut(
  last: Last | null,
  pending: Pending,
  today: Day,
  isAtOnce = false,
): Cut | null {
  const { waiting, takenBack, takenBackSince } = pending;
  const isTime = isAtOnce || !last || addDays(last.day, daysBetweenBatches) <= today;
  const isOverdue = takenBackSince !== null && addDays(takenBackSince, daysToLeave) <= today;
  const mayLeave = takenBack > 0 && (isOverdue || (isTime && takenBack >= smallestGroup));
  // Never both at once: one who comes for one who leaves would be no difference in a count, and one in a sum.
  const isGrowing = (isAtOnce || !mayLeave) && isTime && waiting >= smallestGroup;
  const isLeaving = mayLeave && !isGrowing;
  if (!isGrowing && !isLeaving) return null;
  return { isGrowing, isLeaving, setAside: isLeaving ? drawn(pending) : { ofSums: 0, since: 0 } };
}

function drawn({ counted, takenBack, summed }: Pending): SetAside {
  const all = setAsideWith(takenBack, counted);
  const inSums = summed.counted - summed.takenBack;
  const others = counted - takenBack - inSums;
  const isLosing = summed.takenBack > 0;
  const wanted = isLosing ? setAsideWith(summed.takenBack, summed.counted) : 0;
  // Where those counted since are too few to do for one of them, five leave the sums as well.
  const missing = all > others ? Math.max(all - others, isLosing ? 0 : smallestGroup) : 0;
  const ofSums = Math.min(inSums, Math.max(wanted, missing));
  const isFewLeft = inSums - ofSums < smallestGroup;
  const leaving = ofSums > 0 && isFewLeft ? inSums : ofSums;
  return { ofSums: leaving, since: Math.min(others, Math.max(0, all - leaving)) };
}

/** Others who leave: five leave at least, and five stay or nobody does. */
function setAsideWith(takenBack: number, counted: number): number {
  const others = Math.max(0, smallestGroup - takenBack);
  const staying = counted - takenBack - others;
  return staying < smallestGroup ? counted - takenBack : others;
}

/**
 * What is published next, after `earlier`, the last one last: a table follows its answers only when nothing
 * that can be subtracted from any of those before isolates fewer than five, for somebody may have kept them
 * all; else it stays as it was last, with its own batch. When the whole has changed by fewer than five since
 * one of them, nothing changes.
 */
export function nextFigures(earlier: readonly Figures[], after: Figures): Figures {
  const last = earlier.at(-1);
  if (!last) return after;
  if (!earlier.every(({ responses }) => isSafeStep(responses, after.responses))) return last;
  const told = after.tables.map((table) => {
    const { question } = table;
    const known = earlier.flatMap(({ tables }) =>
      tables.filter((each) => each.question === question),
    );
    // A table withheld before would be found by what is new in it: it has nothing to be compared with.
    const isSafe = known.every((each) => followsSafely(each, table));
    const stays = last.tables.find((each) => each.question === question) ?? null;
    return { question, table: isSafe ? table : stays };
  });
  return {
    ...after,
    tables: told.flatMap(({ table }) => table ?? []),
    withheld: [...after.withheld, ...told.flatMap((each) => (each.table ? [] : each.question))],
    residence: nextCommunes(
      earlier.map(({ residence }) => residence),
      after.residence,
    ),
    wished: nextCommunes(
      earlier.map(({ wished }) => wished),
      after.wished,
    ),
    desks: nextCommunes(
      earlier.map(({ desks }) => desks),
      after.desks,
    ),
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

function nextCommunes<Table extends CommuneTable>(earlier: readonly Table[], after: Table): Table {
  const isSafe = earlier.every((before) => followsByPeople(before, after));
  return isSafe ? after : (earlier.at(-1) ?? after);
}

/** Judged by people; wishes differ where people do, for they are more. Lines told in another unit are no difference. */
function followsByPeople(before: CommuneTable, after: CommuneTable): boolean {
  const isEmpty = before.lines.length === 0 || after.lines.length === 0;
  if (!isEmpty && tellsWishes(before) !== tellsWishes(after)) return false;
  const people = differencesOf(peopleIn(before), peopleIn(after));
  const wishes = differencesOf(toldIn(before), toldIn(after));
  return people.every((difference, index) => {
    const told = wishes[index] ?? 0;
    return difference === 0 ? told === 0 : isMany(difference) && isMany(told);
  });
}

function isMany(difference: number): boolean {
  return Math.abs(difference) >= smallestGroup;
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

function peopleIn({ lines }: CommuneTable): Part[] {
  return lines.map(({ communes, respondents }) => ({ keys: communes, count: respondents }));
}

function toldIn(table: CommuneTable): Part[] {
  return wishedLines(table).map(({ communes, count }) => ({ keys: communes, count }));
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
