import { classification, goesWithOwner } from "../classification/rules";
import type { Classification, ColumnClass, Owner, TableClass } from "../classification/schema";

/** A name of ours in SQL: the classification is code, its names never come from outside. */
export function quoted(name: string): string {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`not a name: ${name}`);
  return `"${name}"`;
}

/** SQL that is true for the rows of the person `$1`; false where nothing leads from a row to anybody. */
export function isTheirs(table: string, classified: Classification = classification): string {
  return anyWay(table, (name) => classified[name]?.owners);
}

/**
 * The same for the rows they take away: of a report or a block, whoever made it alone. `$2`, where it is
 * named, is the mailbox of their account.
 */
export function isTakenByThem(table: string, classified: Classification = classification): string {
  return anyWay(table, (name) => classified[name]?.takenAwayBy ?? classified[name]?.owners);
}

type OwnersOf = (table: string) => readonly Owner[] | undefined;

function anyWay(table: string, ownersOf: OwnersOf): string {
  const ways = (ownersOf(table) ?? []).map((owner) => wayTo(owner, ownersOf));
  return ways.length === 0 ? "false" : `(${ways.join(" OR ")})`;
}

function wayTo(owner: Owner, ownersOf: OwnersOf): string {
  if (typeof owner === "string") return `${quoted(owner)} = $1::uuid`;
  if ("nobodys" in owner) return `(${quoted(owner.column)} = $2::text AND ${owner.nobodys})`;
  const { column, table, key } = owner;
  return `${quoted(column)} IN (SELECT ${quoted(key)} FROM ${quoted(table)} WHERE ${anyWay(table, ownersOf)})`;
}

export type ErasingStep = { table: string; sql: string };

/**
 * The statements that take the person `$1` out of every table, for the nameless person `$2`, in order:
 * first the rows reached through another table, last the person.
 */
export function erasingSteps(classified: Classification = classification): ErasingStep[] {
  return inErasingOrder(classified).flatMap(([table, whole]) => stepsOf(table, whole, classified));
}

function stepsOf(table: string, whole: TableClass, classified: Classification): ErasingStep[] {
  const theirs = isTheirs(table, classified);
  const named = (keep: (column: ColumnClass) => boolean) =>
    Object.entries(whole.columns).flatMap(([name, column]) => (keep(column) ? [name] : []));
  const goes = goesWithOwner(whole) ? [`DELETE FROM ${quoted(table)} WHERE ${theirs}`] : [];
  const emptied = named(({ erasure, pointsAtPerson }) => erasure === "empty" && !pointsAtPerson);
  const values = emptied.map((name) => `${quoted(name)} = DEFAULT`).join(", ");
  const pointers = named(({ pointsAtPerson }) => pointsAtPerson);
  const moved = pointers.flatMap((name) => {
    const erasure = whole.columns[name]?.erasure;
    if (erasure !== "empty" && erasure !== "ghost") return [];
    const value = erasure === "ghost" ? "$2::uuid" : "NULL";
    return [
      `UPDATE ${quoted(table)} SET ${quoted(name)} = ${value} WHERE ${quoted(name)} = $1::uuid`,
    ];
  });
  const emptying =
    emptied.length > 0 && !goesWithOwner(whole)
      ? [`UPDATE ${quoted(table)} SET ${values} WHERE ${theirs}`]
      : [];
  return [...goes, ...emptying, ...moved].map((sql) => ({ table, sql }));
}

function inErasingOrder(classified: Classification): [string, TableClass][] {
  const rankOf = ([table, { owners }]: [string, TableClass]) => {
    if (table === "persons") return 2;
    return owners.some((owner) => typeof owner !== "string") ? 0 : 1;
  };
  return Object.entries(classified).sort((a, b) => rankOf(a) - rankOf(b));
}
