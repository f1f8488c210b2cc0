import { addDays, type Day, day, daysBetween, existingDay, monthStart } from "@/lib/core/day";
import type { DayRange } from "../../rules";
import { longestRange, type PeriodKind, periodKinds } from "../schema";

/** Of the school, as the rectorate counts: from the first of September to the last of August. */
const schoolMonth = 9;

/** The month, quarter, civil year or school year that holds a day, both its ends included. */
export function periodAround(kind: Exclude<PeriodKind, "dates">, on: Day): DayRange {
  const [year, month] = on.split("-").map(Number) as [number, number];
  switch (kind) {
    case "month":
      return months(year, month, 1);
    case "quarter":
      return months(year, month - ((month - 1) % 3), 3);
    case "year":
      return months(year, 1, 12);
    case "school_year":
      return months(month >= schoolMonth ? year : year - 1, schoolMonth, 12);
  }
}

function months(year: number, month: number, count: number): DayRange {
  const first = firstOf(year * 12 + month - 1);
  return { first, last: addDays(firstOf(year * 12 + month - 1 + count), -1) };
}

function firstOf(index: number): Day {
  return day(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`);
}

/** First days of the months that a period touches, in order. */
export function monthsIn({ first, last }: DayRange): Day[] {
  const found: Day[] = [];
  let month = monthStart(first);
  while (month <= last) {
    found.push(month);
    month = monthStart(addDays(month, 31));
  }
  return found;
}

export type PeriodSearch = {
  kind: PeriodKind;
  /** A day inside it, for a kind that is around one. */
  around: Day;
  range: DayRange;
  /** What was asked for cannot be: the civil year of today instead. */
  isValid: boolean;
};

type Asked = Record<"periode" | "jour" | "du" | "au", string>;

/** The period an address asks for; the civil year of today unless told. */
export function readPeriod(asked: Asked, today: Day): PeriodSearch {
  const usual = { kind: "year" as const, around: today, range: periodAround("year", today) };
  if (asked.periode === "") return { ...usual, isValid: true };
  const kind = periodKinds.find((known) => known === asked.periode);
  const around = asked.jour === "" ? today : existingDay(asked.jour);
  if (!kind || !around || !isNear(around)) return { ...usual, isValid: false };
  if (kind !== "dates") return { kind, around, range: periodAround(kind, around), isValid: true };
  const [first, last] = [existingDay(asked.du), existingDay(asked.au)];
  const isRange = first && last && isNear(first) && isNear(last) && first <= last;
  if (!isRange || daysBetween(first, last) >= longestRange) return { ...usual, isValid: false };
  return { kind, around, range: { first, last }, isValid: true };
}

/** No event of ours is outside these years. */
function isNear(on: Day): boolean {
  return on >= "2000-01-01" && on <= "2199-12-31";
}
