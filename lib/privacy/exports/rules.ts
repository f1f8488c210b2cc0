import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";
import { classification } from "../classification/rules";
import type { Classification, ColumnClass, TableClass } from "../classification/schema";
import { isTakenByThem, quoted } from "../rows/rules";
import type { OwnTable, OwnValue } from "./schema";

/** Columns of a table that their owner takes away, in its order. */
export function takenAway(table: string, classified: Classification = classification): string[] {
  const columns = Object.entries(classified[table]?.columns ?? {});
  return columns.flatMap(([name, column]) => (column.export ? [name] : []));
}

/** Tables with something of their own for somebody, in the order of the classification. */
export function tablesTakenAway(classified: Classification = classification): string[] {
  return Object.entries(classified).flatMap(([table, { owners }]) =>
    owners.length > 0 && takenAway(table, classified).length > 0 ? [table] : [],
  );
}

/** Reads what is the person `$1`'s in a table, as one JSON list in the column `rows`. */
export function readingOf(table: string, classified: Classification = classification): string {
  const whole = classified[table];
  const columns = takenAway(table, classified).map((name) => {
    const column = whole?.columns[name];
    return `${column ? readable(name, column) : "NULL"} AS ${quoted(name)}`;
  });
  return `SELECT coalesce(jsonb_agg(to_jsonb(mine)), '[]') AS rows FROM (
    SELECT ${columns.join(", ")} FROM ${quoted(table)} t WHERE ${isTakenByThem(table, classified)}${stillTheirs(whole)}
    ORDER BY ${orderOf(table, classified)}) mine`;
}

/** What a number of another table is called; a booking that is exchanged, by its day. */
const namedBy: Record<string, string> = {
  organisation_id: "SELECT o.name FROM organisations o WHERE o.id",
  ad_id: "SELECT a.title FROM ads a WHERE a.id",
  campaign_id: "SELECT c.slug FROM campaigns c WHERE c.id",
  step_id: "SELECT coalesce(w.title, w.kind::text) FROM welcome_steps w WHERE w.id",
  offered_id: "SELECT b.day FROM bookings b WHERE b.id",
  wanted_id: "SELECT b.day FROM bookings b WHERE b.id",
};

/** What moderators hid is nobody's to read but of whoever wrote it. */
function stillTheirs(whole: TableClass | undefined): string {
  if (!whole?.withheld) return "";
  const { once, from } = whole.withheld;
  return ` AND (t.${quoted(once)} IS NULL OR t.${quoted(from)} = $1::uuid)`;
}

/** Somebody else's number says nothing to its reader, and is not theirs to have. */
function readable(name: string, { pointsAtPerson }: ColumnClass): string {
  const column = `t.${quoted(name)}`;
  if (pointsAtPerson) {
    return `CASE WHEN ${column} IS NULL THEN NULL WHEN ${column} = $1::uuid THEN 'me' ELSE 'someone' END`;
  }
  if (/(^|_)space_id$/.test(name)) return `(SELECT s.name FROM spaces s WHERE s.id = ${column})`;
  if (name === "resource_id") return `(SELECT r.name FROM resources r WHERE r.id = ${column})`;
  if (/_insee$/.test(name)) return `(SELECT c.name FROM communes c WHERE c.insee = ${column})`;
  const named = namedBy[name];
  if (named) return `(${named} = ${column} LIMIT 1)`;
  // The day somebody came, kept as an instant for want of an hour.
  if (name === "last_seen_at") return `(${column} AT TIME ZONE 'UTC')::date`;
  if (name === "payload") {
    // What waits in the outbox may hold the name and number of another; its reader has it once it is sent.
    return `CASE WHEN jsonb_exists_any(${column}, ARRAY['senderId', 'fromId', 'matches']) THEN '{}' ELSE ${column} END`;
  }
  if (name === "image") return `encode(${column}, 'base64')`;
  return column;
}

function orderOf(table: string, classified: Classification): string {
  const all = Object.keys(classified[table]?.columns ?? {});
  const dated = ["starts_at", "day", "at", "sent_at", "created_at"].find((name) =>
    all.includes(name),
  );
  return dated ? `t.${quoted(dated)} DESC` : "1";
}

/**
 * What somebody takes away, as one ZIP: `data.json` with everything, a CSV a table for spreadsheets
 * (RFC 4180, semicolons, UTF-8 with a mark, formulas kept from running), and a word on how to read it.
 */
export function archiveOf(
  tables: OwnTable[],
  readMe: { name: string; text: string },
  at: Date,
): Uint8Array {
  const everything = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
  const json = JSON.stringify({ madeAt: at.toISOString(), ...everything }, null, 2);
  const files: Record<string, Uint8Array> = {
    [readMe.name]: strToU8(readMe.text),
    "data.json": strToU8(json),
  };
  for (const table of tables.filter(({ rows }) => rows.length > 0)) {
    files[`${table.table}.csv`] = strToU8(csvOf(table));
  }
  return zipSync(files, { mtime: at, level: 6 });
}

function csvOf({ columns, rows }: OwnTable): string {
  const lines = rows.map((row) => columns.map((name) => textOf(row[name] ?? null)));
  return stringify([columns, ...lines], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

function textOf(value: OwnValue): string {
  if (value === null) return "";
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}
