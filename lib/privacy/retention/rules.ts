import { classification } from "../classification/rules";
import type { Classification, Limit, TableClass } from "../classification/schema";
import { quoted } from "../rows/rules";

/** A statement that forgets what is over; `$1` is the instant before which the clock of a row must be. */
export type ForgettingStep = { table: string; limit: Limit; columns: string[]; sql: string };

/** What the months of reports and their guests do, with the figures they have to keep (lib/reports, lib/bookings). */
const elsewhere = ["bookings.person_id", "bookings.guest_name"];

/** The instant before which a duration is over, counted back from `at` in whole calendar months or days. */
export function overSince({ months = 0, days = 0 }: Limit, at: Date): Date {
  const since = new Date(at.getTime() - days * 86_400_000);
  const day = since.getUTCDate();
  since.setUTCDate(1);
  since.setUTCMonth(since.getUTCMonth() - months);
  const lastDay = new Date(
    Date.UTC(since.getUTCFullYear(), since.getUTCMonth() + 1, 0),
  ).getUTCDate();
  since.setUTCDate(Math.min(day, lastDay));
  return since;
}

/** Every duration of the classification as a statement: values first, then rows, those of others first. */
export function forgettingSteps(classified: Classification = classification): ForgettingStep[] {
  const steps = Object.entries(classified).flatMap(([table, whole]) => stepsOf(table, whole));
  const rankOf = ({ table, limit }: ForgettingStep) => {
    if (limit.over !== "delete_row") return 0;
    return classified[table]?.owners.some((owner) => typeof owner !== "string") ? 1 : 2;
  };
  return steps.sort((a, b) => rankOf(a) - rankOf(b));
}

function stepsOf(table: string, whole: TableClass): ForgettingStep[] {
  const byLimit = new Map<string, { limit: Limit; columns: string[] }>();
  for (const [name, { kept }] of Object.entries(whole.columns)) {
    if (typeof kept !== "object" || elsewhere.includes(`${table}.${name}`)) continue;
    const key = JSON.stringify([kept.months, kept.days, kept.over]);
    const known = byLimit.get(key) ?? { limit: kept, columns: [] };
    byLimit.set(key, { ...known, columns: [...known.columns, name] });
  }
  return [...byLimit.values()].map(({ limit, columns }) => ({
    table,
    limit,
    columns,
    sql: limit.over === "delete_row" ? deletion(table, whole) : emptying(table, whole, columns),
  }));
}

function deletion(table: string, whole: TableClass): string {
  const held = (whole.heldBy ?? []).map(
    ({ table: holder, column }) =>
      ` AND NOT EXISTS (SELECT FROM ${quoted(holder)} h WHERE h.space_id = t.space_id AND h.${quoted(column)} = t.id)`,
  );
  return `DELETE FROM ${quoted(table)} t WHERE ${clockOf(whole)} < $1${held.join("")}`;
}

/** A row that has nothing left to forget is not written again each night. */
function emptying(table: string, whole: TableClass, columns: string[]): string {
  const values = columns.map((name) => `${quoted(name)} = DEFAULT`).join(", ");
  const filled = columns.map((name) => `nullif(${quoted(name)}::text, '{}') IS NOT NULL`);
  return `UPDATE ${quoted(table)} SET ${values} WHERE ${clockOf(whole)} < $1 AND (${filled.join(" OR ")})`;
}

function clockOf({ clock }: TableClass): string {
  return `least(${(clock?.columns ?? []).map(quoted).join(", ")})`;
}
