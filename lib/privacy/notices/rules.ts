import { classification } from "../classification/rules";
import type {
  Basis,
  Classification,
  ClockEvent,
  ColumnClass,
  Kept,
  Purpose,
  TableClass,
  Viewer,
} from "../classification/schema";
import type { Reaching, Recipient } from "./schema";

/** A duration as the page says it: until erasure, always, by itself, or so long after an event. */
export type Duration =
  | { kind: "account" | "always" | "expires" }
  | { kind: "days" | "months"; count: number; event: ClockEvent };

/** One thing kept, with who sees it and how long: a table, or those of its columns for which it differs. */
export type Datum = {
  table: string;
  /** null = the table, but for the columns named by the data after it. */
  columns: string[] | null;
  viewers: Viewer[];
  basis: Basis;
  duration: Duration;
};

/** All that is kept for one purpose. */
export type Chapter = { purpose: Purpose; data: Datum[] };

type Seen = { name: string; column: ColumnClass; datum: Omit<Datum, "columns"> };

/**
 * The privacy notice (GDPR, article 13), from what the code does: purposes in the order of the
 * classification, each datum with its own audience and duration. Hashes, which nobody reads, are left
 * out, and so is what only the system reads of a table that people read.
 */
export function privacyChapters(classified: Classification = classification): Chapter[] {
  const purposes = Object.values(classified).flatMap(({ columns }) =>
    Object.values(columns).map(({ purpose }) => purpose),
  );
  return [...new Set(purposes)].map((purpose) => ({
    purpose,
    data: Object.keys(classified).flatMap((table) => dataOf(table, purpose, classified)),
  }));
}

function dataOf(table: string, purpose: Purpose, classified: Classification): Datum[] {
  const whole = classified[table];
  const own = Object.entries(whole?.columns ?? {}).filter(
    ([, column]) => column.purpose === purpose && column.seenBy.length > 0,
  );
  const readable = own.filter(([, { seenBy }]) => seenBy.some((viewer) => viewer !== "system"));
  const seen = (readable.length > 0 ? readable : own).map(([name, column]): Seen => {
    const viewers = viewersOf(column);
    const duration = durationOf(column.kept, table, classified);
    return { name, column, datum: { table, viewers, basis: column.basis, duration } };
  });
  const groups = [...Map.groupBy(seen, ({ datum }) => JSON.stringify(datum)).values()];
  const [most, ...others] = groups.sort((a, b) => b.length - a.length);
  return [most, ...others].flatMap((group) => {
    const datum = group?.[0]?.datum;
    if (!group || !datum) return [];
    return [{ ...datum, columns: group === most ? null : group.map(({ name }) => name) }];
  });
}

/** What one takes away, one sees. */
function viewersOf({ seenBy, export: isTaken }: ColumnClass): Viewer[] {
  const isSeen = seenBy.some((viewer) => viewer === "oneself" || viewer === "the_two");
  return isTaken && !isSeen && !seenBy.includes("everyone") ? ["oneself", ...seenBy] : [...seenBy];
}

/** Rows that go with those of another table last as long as these. */
function durationOf(kept: Kept, table: string, classified: Classification): Duration {
  const whole = classified[table];
  const parent = whole?.goesWith ? classified[whole.goesWith] : undefined;
  const limit = parent && limitOf(parent);
  if (whole?.goesWith && limit) return durationOf(limit, whole.goesWith, classified);
  if (typeof kept === "string") return { kind: kept };
  const event = whole?.clock?.event ?? "created";
  return kept.months === undefined
    ? { kind: "days", count: kept.days ?? 0, event }
    : { kind: "months", count: kept.months, event };
}

function limitOf({ columns }: TableClass): Kept | undefined {
  return Object.values(columns).find(({ kept }) => typeof kept === "object")?.kept;
}

/**
 * Whoever else handles personal data for the network (GDPR, article 13.1.e): those every installation
 * has, and those this one was set up with.
 */
export function recipients({ providers, hasTiles }: Reaching): Recipient[] {
  return [
    { kind: "hosting" },
    { kind: "mail" },
    { kind: "push" },
    ...providers.map((name): Recipient => ({ kind: "provider", name })),
    { kind: "tools" },
    ...(hasTiles ? [{ kind: "tiles" } as const] : []),
  ];
}
