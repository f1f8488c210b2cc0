import { classification } from "../classification/rules";
import type {
  Basis,
  Classification,
  ClockEvent,
  Kept,
  Purpose,
  Viewer,
} from "../classification/schema";

/** A duration as the page says it: until erasure, always, by itself, or so long after an event. */
export type Duration =
  | { kind: "account" | "always" | "expires" }
  | { kind: "days" | "months"; count: number; event: ClockEvent };

/** All that is kept for one purpose. */
export type Chapter = {
  purpose: Purpose;
  tables: string[];
  bases: Basis[];
  viewers: Viewer[];
  durations: Duration[];
};

/** The privacy notice (GDPR, article 13), from what the code does: purposes in the order of the classification. */
export function privacyChapters(classified: Classification = classification): Chapter[] {
  const all = Object.entries(classified).flatMap(([table, { clock, columns }]) =>
    Object.values(columns).map((column) => ({ table, event: clock?.event, ...column })),
  );
  return distinct(all.map(({ purpose }) => purpose)).map((purpose) => {
    const own = all.filter((column) => column.purpose === purpose);
    return {
      purpose,
      tables: distinct(own.map(({ table }) => table)),
      bases: distinct(own.map(({ basis }) => basis)),
      viewers: distinct(own.flatMap(({ seenBy }) => [...seenBy])),
      durations: distinct(own.map(({ kept, event }) => durationOf(kept, event))),
    };
  });
}

function durationOf(kept: Kept, event: ClockEvent = "created"): Duration {
  if (typeof kept === "string") return { kind: kept };
  return kept.months === undefined
    ? { kind: "days", count: kept.days ?? 0, event }
    : { kind: "months", count: kept.months, event };
}

function distinct<Value>(values: Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
