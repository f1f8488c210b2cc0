import { deepStrictEqual } from "node:assert";
import { figuresOf } from "@/lib/reports/figures/rules";
import {
  type Figure,
  type FigurePart,
  type MeasureKey,
  measureKeyOf,
} from "@/lib/reports/figures/schema";
import type { ReportBooking, ReportRows } from "@/lib/reports/indicators/schema";
import { aStay, countingOf, someRows } from "./report-rows";

/** So many distinct people, each with a stay of their own that day. */
export function manyCame(
  people: number,
  on: string,
  own: Partial<ReportBooking> & { part?: "morning" | "afternoon" | "day" } = {},
): ReportBooking[] {
  return Array.from({ length: people }, (_, at) =>
    aStay({ on, ...own, personId: `${own.personId ?? "person"}-${at}` }),
  );
}

/** Every figure of these rows over local days, both included. */
export function figuresFrom(rows: Partial<ReportRows>, first: string, last: string, at?: string) {
  return figuresOf(someRows(rows), countingOf(first, last, at));
}

/** The only figure of that name, place and part. */
export function pick(
  figures: readonly Figure[],
  key: MeasureKey,
  place: string | null = null,
  part: FigurePart | null = null,
): Figure {
  const found = figures.filter(
    (figure) => measureKeyOf(figure) === key && figure.place === place && isSame(figure.part, part),
  );
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} figures ${key} of ${place}`);
  return only;
}

function isSame(one: FigurePart | null, other: FigurePart | null): boolean {
  try {
    deepStrictEqual(one, other);
    return true;
  } catch {
    return false;
  }
}
