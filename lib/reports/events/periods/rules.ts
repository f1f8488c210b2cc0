import { addDays, type Day, day, daysBetween, existingDay, monthStart } from "@/lib/core/day";
import type { DayRange } from "../../rules";
import { earliestDay, longestRange, type PeriodKind, periodKinds } from "../schema";

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

/** Why a period asked for cannot be. */
export type PeriodProblem =
  | "unknownKind"
  | "unreadableDay"
  | "unreadableDates"
  | "turnedRound"
  | "tooLong";

export type PeriodSearch = {
  kind: PeriodKind;
  /** A day inside it, for a kind that is around one. */
  around: Day;
  range: DayRange;
  /** What was asked for can be; else it is the usual period instead. */
  isValid: boolean;
  problem: PeriodProblem | null;
};

/** As an address says it; months alone in `du` and `au` are whole months. */
export type PeriodAsked = Record<"periode" | "jour" | "du" | "au", string>;

type Usual = { kind: Exclude<PeriodKind, "dates">; around: Day };

/** The period an address asks for; unless told, the usual one: the civil year of today. */
export function readPeriod(
  asked: PeriodAsked,
  today: Day,
  usual: Usual = { kind: "year", around: today },
): PeriodSearch {
  const range = periodAround(usual.kind, usual.around);
  const fallback = { ...usual, range, isValid: false };
  const isOfMonths = asked.periode === "" && `${asked.du}${asked.au}` !== "";
  const read = isOfMonths ? readMonths(asked) : readKind(asked, today);
  if (read === null) return { ...fallback, isValid: true, problem: null };
  if (typeof read === "string") return { ...fallback, problem: read };
  return { around: today, ...read, isValid: true, problem: null };
}

type Read = { kind: PeriodKind; around?: Day; range: DayRange } | PeriodProblem;

/** Null where nothing is asked. */
function readKind({ periode, jour, du, au }: PeriodAsked, today: Day): Read | null {
  if (periode === "") return null;
  const kind = periodKinds.find((known) => known === periode);
  if (!kind) return "unknownKind";
  if (kind === "dates") return readDates(existingDay(du), existingDay(au));
  const around = jour === "" ? today : existingDay(jour);
  if (!around || !isNear(around)) return "unreadableDay";
  return { kind, around, range: periodAround(kind, around) };
}

function readMonths({ du, au }: PeriodAsked): Read {
  const [first, last] = [existingDay(`${du}-01`), existingDay(`${au || du}-01`)];
  const isRead = first && last && isNear(last);
  if (!isRead) return readDates(existingDay(du), existingDay(au));
  return readDates(first, periodAround("month", last).last);
}

function readDates(first: Day | null, last: Day | null): Read {
  if (!first || !last || !isNear(first) || !isNear(last)) return "unreadableDates";
  if (first > last) return "turnedRound";
  if (daysBetween(first, last) >= longestRange) return "tooLong";
  return { kind: "dates", range: { first, last } };
}

/** No event and no booking of ours is outside these years; months of a year before them can be written too. */
function isNear(on: Day): boolean {
  return on >= earliestDay && on <= "2199-12-31";
}

/** What a range is the whole of, if anything but two dates. */
export function kindOfRange(range: DayRange): PeriodKind {
  const isWhole = (kind: PeriodKind) =>
    kind !== "dates" && daysAgree(periodAround(kind, range.first), range);
  return periodKinds.find(isWhole) ?? "dates";
}

function daysAgree(one: DayRange, other: DayRange): boolean {
  return one.first === other.first && one.last === other.last;
}

/** The same kind of period just after; between two dates, as many days. */
export function nextPeriod({ kind, range }: Pick<PeriodSearch, "kind" | "range">): DayRange {
  const first = addDays(range.last, 1);
  if (kind !== "dates") return periodAround(kind, first);
  return { first, last: addDays(first, daysBetween(range.first, range.last)) };
}

/** The period as an address asks for it. */
export function periodQuery({ kind, range }: Pick<PeriodSearch, "kind" | "range">): string {
  const { first, last } = range;
  return new URLSearchParams(
    kind === "dates" ? { periode: kind, du: first, au: last } : { periode: kind, jour: first },
  ).toString();
}
