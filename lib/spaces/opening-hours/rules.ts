import {
  addDays,
  type Day,
  day as dayFrom,
  dayOf,
  daysBetween,
  instantAt,
  weekdayOf,
} from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import type {
  ClosedBecause,
  DayOpening,
  HalfDay,
  HalfDayOpening,
  OpeningCalendar,
  OpeningSeason,
  OpeningState,
  SchoolHoliday,
  WallInterval,
  WeeklyRule,
} from "./schema";

const minutesPerDay = 1440;

/**
 * What is open on one local day, by half-day. A half-day runs from its first opening minute to its
 * last, half-open; a closure that touches it closes it whole: nobody is sent to a shut door.
 */
export function openingOfDay(calendar: OpeningCalendar, day: Day): DayOpening {
  const ofCalendar = openings.get(calendar) ?? new Map<Day, DayOpening>();
  openings.set(calendar, ofCalendar);
  const known = ofCalendar.get(day);
  if (known) return known;
  const opening = {
    day,
    morning: openingOfHalfDay(calendar, day, "morning"),
    afternoon: openingOfHalfDay(calendar, day, "afternoon"),
  };
  ofCalendar.set(day, opening);
  return opening;
}

/** A calendar is never changed in place, so what it says of a day stays: asked for each desk, it is worked out once. */
const openings = new WeakMap<OpeningCalendar, Map<Day, DayOpening>>();

/** Hours announced for that day, before any closure; wall minutes, in order, half-open. */
export function hoursOfDay(calendar: OpeningCalendar, day: Day): WallInterval[] {
  const exception = calendar.exceptions.find((candidate) => candidate.day === day);
  if (exception) return inOrder(exception.intervals);
  if (calendar.closesOnPublicHolidays && publicHolidayOn(day)) return [];
  return weeklyHours(calendar, day);
}

/** Hours of the plain week in force on that day, whatever holiday or exception falls on it. */
export function weeklyHours(calendar: OpeningCalendar, day: Day): WallInterval[] {
  return inOrder(rulesOn(calendar, day));
}

/** Rules in force on that day: of its weekday, valid, in their week and their season. */
export function rulesOn(calendar: OpeningCalendar, day: Day): WeeklyRule[] {
  return calendar.rules.filter(
    (rule) => isDueOn(rule, day) && isInSeason(calendar, rule.season, day),
  );
}

/** Whether the rule falls on that day by its weekday, its validity and its weeks, whatever the season. */
export function isDueOn(rule: WeeklyRule, day: Day): boolean {
  return (
    rule.weekday === weekdayOf(day) &&
    (rule.validFrom === null || rule.validFrom <= day) &&
    (rule.validUntil === null || day < rule.validUntil) &&
    isInCycle(rule, day)
  );
}

/** Monday from which weeks are counted, for rules that come back every so many weeks. */
const weekCountFrom = dayFrom("2026-01-05");

/** Number of that day's week in the count of alternating weeks, Monday to Sunday; negative before it. */
export function weekNumber(day: Day): number {
  return Math.floor(daysBetween(weekCountFrom, day) / 7);
}

function isInCycle({ everyWeeks, weekOffset }: WeeklyRule, day: Day): boolean {
  const week = weekNumber(day);
  return (((week - weekOffset) % everyWeeks) + everyWeeks) % everyWeeks === 0;
}

function isInSeason(calendar: OpeningCalendar, season: OpeningSeason, day: Day): boolean {
  if (season === "always") return true;
  return (schoolHolidayOn(calendar, day) !== null) === (season === "school_holidays");
}

/** The school holiday that local day falls in, in the space's zone; null in term time. */
export function schoolHolidayOn(calendar: OpeningCalendar, day: Day): SchoolHoliday | null {
  return (
    calendar.schoolHolidays.find(({ firstDay, untilDay }) => firstDay <= day && day < untilDay) ??
    null
  );
}

/** Uninterrupted openings of that local day, closures taken out, half-open, in order; adjoining states are one. */
export function openRuns(calendar: OpeningCalendar, day: Day): Interval[] {
  const runs: Interval[] = [];
  for (const { startsAt, endsAt } of openIntervals(calendar, day)) {
    const last = runs.at(-1);
    if (!last || startsAt > last.endsAt) runs.push({ startsAt, endsAt });
    else if (endsAt > last.endsAt) last.endsAt = endsAt;
  }
  return runs;
}

export type OpenNow =
  | { open: true; state: OpeningState; until: Date }
  | { open: false; opensAt: Date | null };

/** Open at that instant and until when (adjoining hours count as one); else the next opening within 14 days. */
export function openNow(calendar: OpeningCalendar, at: Date): OpenNow {
  const today = dayOf(at, calendar.timeZone);
  const upcoming = Array.from({ length: 15 }, (_, offset) => addDays(today, offset))
    .flatMap((day) => openIntervals(calendar, day))
    .filter((interval) => interval.endsAt > at);
  const [first, ...rest] = upcoming;
  if (!first) return { open: false, opensAt: null };
  if (first.startsAt > at) return { open: false, opensAt: first.startsAt };
  return { open: true, state: first.state, until: endOfRun(first, rest) };
}

/** The next instant at which `openNow` answers something else: an opening begins, ends or changes state, or midnight. */
export function nextOpeningTurn(calendar: OpeningCalendar, at: Date): Date {
  const today = dayOf(at, calendar.timeZone);
  const midnight = instantAt(addDays(today, 1), 0, calendar.timeZone);
  const turns = openIntervals(calendar, today)
    .flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
    .filter((turn) => turn > at.getTime());
  return new Date(Math.min(midnight.getTime(), ...turns));
}

/** The eleven public holidays of metropolitan France (Code du travail, art. L3133-1); null on other days. */
export function publicHolidayOn(day: Day): PublicHoliday | null {
  const fixed = fixedHolidays[day.slice(5)];
  if (fixed) return fixed;
  const easter = easterSunday(Number(day.slice(0, 4)));
  if (day === addDays(easter, 1)) return "easter_monday";
  if (day === addDays(easter, 39)) return "ascension";
  if (day === addDays(easter, 50)) return "whit_monday";
  return null;
}

export type PublicHoliday =
  | "new_year"
  | "easter_monday"
  | "labour_day"
  | "victory_1945"
  | "ascension"
  | "whit_monday"
  | "national_day"
  | "assumption"
  | "all_saints"
  | "armistice_1918"
  | "christmas";

const fixedHolidays: Record<string, PublicHoliday> = {
  "01-01": "new_year",
  "05-01": "labour_day",
  "05-08": "victory_1945",
  "07-14": "national_day",
  "08-15": "assumption",
  "11-01": "all_saints",
  "11-11": "armistice_1918",
  "12-25": "christmas",
};

function openingOfHalfDay(calendar: OpeningCalendar, day: Day, half: HalfDay): HalfDayOpening {
  const intervals = withinHalfDay(hoursOfDay(calendar, day), calendar.halfDayBoundary, half);
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last) return { open: false, half, ...whyNoHours(calendar, day, half) };
  const span: Interval = {
    startsAt: instantAt(day, first.startMinute, calendar.timeZone),
    endsAt: instantAt(day, last.endMinute, calendar.timeZone),
  };
  // An opening that lies wholly in the hour the spring change skips has no length.
  if (span.endsAt <= span.startsAt) return { open: false, half, because: "hours", reason: null };
  const closure = calendar.closures.find((candidate) => overlaps(candidate, span));
  if (closure) return { open: false, half, because: "closure", reason: closure.reason };
  return { open: true, half, intervals, ...span };
}

function withinHalfDay(hours: WallInterval[], boundary: number, half: HalfDay): WallInterval[] {
  const [from, until] = half === "morning" ? [0, boundary] : [boundary, minutesPerDay];
  return hours
    .map((interval) => ({
      startMinute: Math.max(interval.startMinute, from),
      endMinute: Math.min(interval.endMinute, until),
      state: interval.state,
    }))
    .filter((interval) => interval.startMinute < interval.endMinute);
}

function whyNoHours(
  calendar: OpeningCalendar,
  day: Day,
  half: HalfDay,
): { because: ClosedBecause; reason: string | null } {
  const exception = calendar.exceptions.find((candidate) => candidate.day === day);
  if (exception) return { because: "exception", reason: exception.reason };
  const usual = withinHalfDay(weeklyHours(calendar, day), calendar.halfDayBoundary, half);
  return { because: usual.length > 0 ? "holiday" : "hours", reason: null };
}

type DatedOpening = Interval & { state: OpeningState };

function openIntervals(calendar: OpeningCalendar, day: Day): DatedOpening[] {
  return (
    hoursOfDay(calendar, day)
      .map((hours) => ({
        startsAt: instantAt(day, hours.startMinute, calendar.timeZone),
        endsAt: instantAt(day, hours.endMinute, calendar.timeZone),
        state: hours.state,
      }))
      // What lies wholly in the hour the spring change skips has no length.
      .filter(({ startsAt, endsAt }) => startsAt < endsAt)
      .flatMap((interval) => withoutClosures(interval, calendar.closures))
  );
}

/** What is left of an opening once closures are taken out, half-open, in order. */
export function withoutClosures<Opening extends Interval>(
  interval: Opening,
  closures: Interval[],
): Opening[] {
  return closures.reduce(
    (pieces, closure) =>
      pieces.flatMap((piece) => {
        if (!overlaps(piece, closure)) return [piece];
        const before = { ...piece, endsAt: closure.startsAt };
        const after = { ...piece, startsAt: closure.endsAt };
        return [before, after].filter((part) => part.startsAt < part.endsAt);
      }),
    [interval],
  );
}

function endOfRun(first: DatedOpening, following: DatedOpening[]): Date {
  let end = first.endsAt;
  for (const next of following) {
    if (next.startsAt > end) break;
    end = next.endsAt;
  }
  return end;
}

function inOrder(intervals: WallInterval[]): WallInterval[] {
  return intervals
    .map(({ startMinute, endMinute, state }) => ({ startMinute, endMinute, state }))
    .sort((a, b) => a.startMinute - b.startMinute);
}

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return dayFrom(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}
