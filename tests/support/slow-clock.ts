import type { ReportSpace } from "@/lib/reports/indicators/schema";

/** Everything generated begins and ends on a quarter of an hour, on every wall. */
export const quarter = 900_000;
const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, { date: string; minute: number }>();

/** Date and minute on the wall, by Intl alone: shares nothing with lib/core/day. */
export function wallOf(instant: number, timeZone: string): { date: string; minute: number } {
  const key = `${instant}${timeZone}`;
  const known = walls.get(key);
  if (known) return known;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  formats.set(timeZone, format);
  const text = format.format(instant);
  const wall = {
    date: text.slice(0, 10),
    minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)),
  };
  walls.set(key, wall);
  return wall;
}

/** What the wall shows, as if it were UTC. */
function shown(instant: number, timeZone: string): number {
  const { date, minute } = wallOf(instant, timeZone);
  return Date.parse(date) + minute * 60_000;
}

/** The instant of a minute on the wall: the first of two; one that is skipped is as long after the jump. */
export function instantOf(date: string, minute: number, timeZone: string): number {
  const wanted = Date.parse(date) + minute * 60_000;
  const [before, after] = [wanted - dayMs, wanted + dayMs].map(
    (near) => wanted - (shown(near, timeZone) - near),
  ) as [number, number];
  const right = [before, after].filter((instant) => shown(instant, timeZone) === wanted);
  return right.length > 0 ? Math.min(...right) : before;
}

export function plusDays(date: string, count: number): string {
  return new Date(Date.parse(date) + count * dayMs).toISOString().slice(0, 10);
}

export function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

/** 1 = Monday. */
export function weekdayAt(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

const everyYear = "01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25".split(" ");
/** Easter Monday, Ascension and Whit Monday of the years generated, from an almanac. */
const movable =
  "2024-04-01 2024-05-09 2024-05-20 2026-04-06 2026-05-14 2026-05-25 2027-03-29 2027-05-06 2027-05-17 2028-04-17 2028-05-25 2028-06-05".split(
    " ",
  );

type Hours = { startMinute: number; endMinute: number; state: string };

type Rule = ReportSpace["calendar"]["rules"][number];

function isInForce(rule: Rule, date: string, isHolidays: boolean): boolean {
  if (rule.weekday !== weekdayAt(date)) return false;
  if (rule.validFrom !== null && date < rule.validFrom) return false;
  if (rule.validUntil !== null && date >= rule.validUntil) return false;
  if (rule.season === "school_term" && isHolidays) return false;
  if (rule.season === "school_holidays" && !isHolidays) return false;
  let week = Math.floor((Date.parse(date) - Date.parse("2026-01-05")) / (7 * dayMs));
  while (week < 0) week += rule.everyWeeks;
  return week % rule.everyWeeks === rule.weekOffset;
}

/** Hours the calendar announces for that date. */
function hoursAt({ calendar }: ReportSpace, date: string): Hours[] {
  const exception = calendar.exceptions.find((each) => each.day === date);
  if (exception) return exception.intervals;
  const isHoliday = everyYear.includes(date.slice(5)) || movable.includes(date);
  if (calendar.closesOnPublicHolidays && isHoliday) return [];
  const isHolidays = calendar.schoolHolidays.some(
    ({ firstDay, untilDay }) => firstDay <= date && date < untilDay,
  );
  return calendar.rules.filter((rule) => isInForce(rule, date, isHolidays));
}

export type SlowHalf = {
  half: "morning" | "afternoon";
  from: number;
  until: number;
  first: number;
};
export type SlowDay = {
  open: Set<number>;
  staffed: Set<number>;
  /** Half-days as the calendar plans them, then those no closure touches. */
  planned: SlowHalf[];
  halves: SlowHalf[];
};

type Instants = { startsAt: Date; endsAt: Date };

/** Quarters of an hour from one instant to another. */
export function quartersOf(from: number, until: number): number[] {
  const quarters: number[] = [];
  for (let at = from; at < until; at += quarter) quarters.push(at);
  return quarters;
}

/** Whether one of these closures holds at some quarter of an hour of these. */
export function touches(from: number, until: number, closures: readonly Instants[]): boolean {
  return quartersOf(from, until).some((at) =>
    closures.some(({ startsAt, endsAt }) => +startsAt <= at && at < +endsAt),
  );
}

/** What is open on a date, quarter of an hour by quarter of an hour. */
export function slowDay(space: ReportSpace, date: string): SlowDay {
  const { timeZone, closures } = space.calendar;
  const open = new Set<number>();
  const staffed = new Set<number>();
  for (const { startMinute, endMinute, state } of hoursAt(space, date)) {
    const [from, until] = [startMinute, endMinute].map((at) => instantOf(date, at, timeZone));
    for (const at of quartersOf(from ?? 0, until ?? 0)) {
      if (touches(at, at + quarter, closures)) continue;
      open.add(at);
      if (state === "staffed") staffed.add(at);
    }
  }
  const planned = plannedHalves(space, date);
  const halves = planned.filter(({ from, until }) => !touches(from, until, closures));
  return { open, staffed, planned, halves };
}

function plannedHalves(space: ReportSpace, date: string): SlowHalf[] {
  const { timeZone, halfDayBoundary } = space.calendar;
  const minutes: number[] = [];
  for (const { startMinute, endMinute } of hoursAt(space, date)) {
    for (let minute = startMinute; minute < endMinute; minute += 15) minutes.push(minute);
  }
  const spanOf = (half: SlowHalf["half"], own: number[]): SlowHalf => ({
    half,
    from: instantOf(date, Math.min(...own), timeZone),
    until: instantOf(date, Math.max(...own) + 15, timeZone),
    first: Math.min(...own),
  });
  const before = minutes.filter((minute) => minute < halfDayBoundary);
  const after = minutes.filter((minute) => minute >= halfDayBoundary);
  return [
    ...(before.length > 0 ? [spanOf("morning", before)] : []),
    ...(after.length > 0 ? [spanOf("afternoon", after)] : []),
  ].filter(({ from, until }) => from < until);
}
