import { TZDate } from "@date-fns/tz";

declare const dayBrand: unique symbol;
/** A calendar day `YYYY-MM-DD` in the Gregorian calendar; never a Date, it has no instant. */
export type Day = string & { readonly [dayBrand]: true };

/** Minutes after midnight on the wall clock, 0 to 1440. */
export type WallMinute = number;

/** The zone in which the network counts its days. */
export const homeTimeZone = "Europe/Paris";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

const firstYear = 2000;
const lastYear = 2100;

/**
 * Reads `YYYY-MM-DD` as people write it; null for any other shape, for a date that does not exist
 * (30 February) and for years nobody books in: counting days from year 0 or 9999 leaves the calendar.
 */
export function parseDay(text: string): Day | null {
  const year = Number(dayPattern.exec(text)?.[1]);
  return year >= firstYear && year <= lastYear ? existingDay(text) : null;
}

/** A day known to be right, whatever its year; throws otherwise. */
export function day(text: string): Day {
  const parsed = existingDay(text);
  if (!parsed) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** Reads `YYYY-MM-DD` of any year, as other people's files may hold; null for a date that does not exist. */
export function existingDay(text: string): Day | null {
  if (!dayPattern.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && writtenDay(date) === text ? writtenDay(date) : null;
}

/** The date of an instant in UTC; null where its year is not written in four digits. */
function writtenDay(date: Date): Day | null {
  return remembered(writtenDays, Math.floor(date.getTime() / millisecondsPerDay), () => {
    const text = date.toISOString();
    // The one place that brands: what a date writes of itself exists, and looking again costs as much as finding it.
    return text.length === 24 ? (text.slice(0, 10) as Day) : null;
  });
}

/** The date on the wall in `timeZone` at that instant. */
export function dayOf(instant: Date, timeZone: string): Day {
  return dayFromColumn(onTheWall(instant, timeZone));
}

/** Minutes on the wall in `timeZone` at that instant. */
export function wallMinuteOf(instant: Date, timeZone: string): WallMinute {
  const local = onTheWall(instant, timeZone);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** What the wall shows, as if it were UTC. */
function onTheWall(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
}

const quarterMs = 900_000;
/** Zones are asked for the same few hours again and again, and each answer costs a date formatter. */
const offsets = new Map<string, Map<number, number>>();
const instants = new Map<string, number>();
/** A report asks for the same days for each booking, and writing or reading one costs more than finding it. */
const writtenDays = new Map<number, Day | null>();
const dayNumbers = new Map<Day, number>();
const mostKept = 20_000;

/** Milliseconds the wall is ahead of UTC; clocks only ever change at a quarter of an hour. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / quarterMs);
  const ofZone = remembered(offsets, timeZone, () => new Map<number, number>());
  return remembered(ofZone, quarter, () => {
    return -new TZDate(quarter * quarterMs, timeZone).getTimezoneOffset() * 60_000;
  });
}

/**
 * The instant at which the wall clock of `timeZone` shows that minute of that day. A minute the
 * spring change skips becomes the same distance after the jump; one lived twice is the first.
 */
export function instantAt(on: Day, minute: WallMinute, timeZone: string): Date {
  const at = remembered(instants, `${on} ${minute} ${timeZone}`, () => {
    const wanted = dateColumn(on).getTime() + minute * 60_000;
    // Not left to `new TZDate(year, …)`: which of two it takes depends on the zone of the machine.
    const [before, after] = [
      wanted - offsetAt(wanted - millisecondsPerDay, timeZone),
      wanted - offsetAt(wanted + millisecondsPerDay, timeZone),
    ];
    const shown = [before, after].filter(
      (instant) => instant + offsetAt(instant, timeZone) === wanted,
    );
    return shown.length > 0 ? Math.min(...shown) : before;
  });
  return new Date(at);
}

/** The same for a minute that may be of the day after: 1470 is half past midnight. */
export function instantFrom(on: Day, minute: WallMinute, timeZone: string): Date {
  const days = Math.floor(minute / minutesPerDay);
  return instantAt(addDays(on, days), minute - days * minutesPerDay, timeZone);
}

const minutesPerDay = 1_440;
const latestEvening = 360;
const longestEvening = 720;

/**
 * Where hours that begin at `from` end, in wall minutes of that day: an end at or before it is of the night
 * that follows, until six, so many hours later as half a day at most; null for any other.
 */
export function endOfHours(from: WallMinute, until: WallMinute): WallMinute | null {
  if (until > from) return until;
  const night = until + minutesPerDay;
  return until <= latestEvening && night - from <= longestEvening ? night : null;
}

function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, ask: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const answer = ask();
  if (memory.size >= mostKept) memory.clear();
  memory.set(key, answer);
  return answer;
}

/** A wall minute as a native time field writes it, « 09:30 »; null for anything else. */
export function parseClock(text: string): WallMinute | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** « 09:30 » for 570: how a native time field writes a wall minute. */
export function clockText(minute: WallMinute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

export function addDays(from: Day, count: number): Day {
  return dayFromColumn(new Date((numberOf(from) + count) * millisecondsPerDay));
}

/** Days since 1970, by which days are counted. */
function numberOf(on: Day): number {
  return remembered(dayNumbers, on, () => dateColumn(on).getTime() / millisecondsPerDay);
}

/** Days from the first to the second; negative when the second is before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The first day of its calendar month. */
export function monthStart(of: Day): Day {
  return day(`${of.slice(0, 7)}-01`);
}

/** Every day from the first to the last, both included. */
export function eachDay(first: Day, last: Day): Day[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(on: Day): number {
  return remembered(weekdays, on, () => dateColumn(on).getUTCDay() || 7);
}

const weekdays = new Map<string, number>();

/** What a Postgres `date` column holds for that day through Prisma: midnight UTC. */
export function dateColumn(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}

export function dayFromColumn(column: Date): Day {
  return writtenDay(column) ?? day(column.toISOString());
}
