import { bookingsClassification } from "./bookings/schema";
import { eventsClassification } from "./events/schema";
import { identityClassification } from "./identity/schema";
import { membersClassification } from "./members/schema";
import { mutualHelpClassification } from "./mutual-help/schema";
import { networkClassification } from "./network/schema";
import { notificationsClassification } from "./notifications/schema";
import { reportsClassification } from "./reports/schema";
import type { Classification, TableClass } from "./schema";
import { spacesClassification, tablesWithoutPeople } from "./spaces/schema";
import { surveysClassification } from "./surveys/schema";

/** Every table in which somebody is, with what holds for each of its columns. */
export const classification: Classification = {
  ...identityClassification,
  ...notificationsClassification,
  ...spacesClassification,
  ...membersClassification,
  ...mutualHelpClassification,
  ...bookingsClassification,
  ...eventsClassification,
  ...surveysClassification,
  ...reportsClassification,
  ...networkClassification,
};

/** A column of the database, `type` as Postgres names it. */
export type DatabaseColumn = { table: string; name: string; type: string };

/** A column whose name says that it points at a person. */
const pointerName =
  /^(person_id|.*_by|(starter|other|sender|reporter|blocker|blocked|from|to|actor)_id)$/;

/**
 * What is wrong between the classification and a database: columns said nothing of, columns that are no
 * more, ids of people not said to be, and a table without people that points at one.
 */
export function classificationFaults(
  columns: DatabaseColumn[],
  classified: Classification = classification,
  harmless: readonly string[] = tablesWithoutPeople,
): string[] {
  const known = new Set(columns.map(({ table, name }) => `${table}.${name}`));
  const vanished = Object.entries(classified).flatMap(([table, { columns: own }]) =>
    Object.keys(own)
      .map((name) => `${table}.${name}`)
      .filter((column) => !known.has(column))
      .map((column) => `${column}: classified, but not in the database`),
  );
  return [
    ...columns.flatMap((column) => faultOf(column, classified[column.table], harmless)),
    ...vanished,
  ];
}

function faultOf(
  { table, name, type }: DatabaseColumn,
  whole: TableClass | undefined,
  harmless: readonly string[],
): string[] {
  const pointsAtPerson = type === "uuid" && pointerName.test(name);
  if (harmless.includes(table)) {
    return pointsAtPerson || /email|guest_name/.test(name)
      ? [`${table}.${name}: about a person, in a table said to be without people`]
      : [];
  }
  const own = whole?.columns[name];
  if (!own) return [`${table}.${name}: not classified (lib/privacy/classification)`];
  return pointsAtPerson && !own.pointsAtPerson
    ? [`${table}.${name}: points at a person, say so with ...person`]
    : [];
}

/**
 * Faults inside the classification itself: a duration without a clock, an owner or a clock that is no
 * column, what is said to last as long as the account though erasing the account keeps it, and several
 * owners of whom it is not said which take a row away: one may be told on by the other.
 */
export function classificationGaps(classified: Classification = classification): string[] {
  return Object.entries(classified).flatMap(([table, whole]) => {
    const { owners, takenAwayBy, withheld, clock, columns } = whole;
    const limited = Object.entries(columns).filter(([, { kept }]) => typeof kept === "object");
    const named = [...owners, ...(takenAwayBy ?? [])].map(columnOfOwner);
    const hiding = withheld ? [withheld.once, withheld.from] : [];
    const unsaid = owners.length > 1 && !takenAwayBy;
    return [
      ...(clock ? [] : limited.map(([name]) => `${table}.${name}: a duration, but no clock`)),
      ...(unsaid ? [`${table}: several owners, say which take a row away (takenAwayBy)`] : []),
      ...[...named, ...hiding, ...(clock?.columns ?? [])]
        .filter((name) => !columns[name])
        .map((name) => `${table}.${name}: not a column`),
      ...outlasting(whole).map((name) => `${table}.${name}: outlasts the account, say « always »`),
    ];
  });
}

/** Whether the rows of a person go with them, rather than staying without them. */
export function goesWithOwner({ owners, columns }: TableClass): boolean {
  return owners.some((owner) => {
    const name = typeof owner === "string" ? owner : owner.column;
    return columns[name]?.erasure === "delete_row";
  });
}

function outlasting(whole: TableClass): string[] {
  if (goesWithOwner(whole)) return [];
  return Object.entries(whole.columns).flatMap(([name, { kept, erasure }]) =>
    kept === "account" && erasure === "keep" ? [name] : [],
  );
}

function columnOfOwner(owner: TableClass["owners"][number]): string {
  return typeof owner === "string" ? owner : owner.column;
}
