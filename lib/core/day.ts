import { TZDate } from "@date-fns/tz";

declare const dayBrand: unique symbol;
/** A calendar day `YYYY-MM-DD` in the Gregorian calendar; never a Date, it has no instant. */
export type Day = string & { readonly [dayBrand]: true };

/** Minutes after midnight on the wall clock, 0 to 1440. */
export type WallMinute = number;

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
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  // The one place that brands a checked text.
  return text as Day;
}

/** The date on the wall in `timeZone` at that instant. */
export function dayOf(instant: Date, timeZone: string): Day {
  const local = new TZDate(instant.getTime(), timeZone);
  return dayFromParts(local.getFullYear(), local.getMonth() + 1, local.getDate());
}

/** Minutes on the wall in `timeZone` at that instant. */
export function wallMinuteOf(instant: Date, timeZone: string): WallMinute {
  const local = new TZDate(instant.getTime(), timeZone);
  return local.getHours() * 60 + local.getMinutes();
}

/**
 * The instant at which the wall clock of `timeZone` shows that minute of that day. A minute the
 * spring change skips becomes the same distance after the jump; one lived twice is the first.
 */
export function instantAt(on: Day, minute: WallMinute, timeZone: string): Date {
  const [year, month, date] = partsOf(on);
  const local = new TZDate(year, month - 1, date, Math.floor(minute / 60), minute % 60, timeZone);
  return new Date(local.getTime());
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
  return dayFromColumn(new Date(dateColumn(from).getTime() + count * millisecondsPerDay));
}

/** Days from the first to the second; negative when the second is before. */
export function daysBetween(from: Day, to: Day): number {
  return (dateColumn(to).getTime() - dateColumn(from).getTime()) / millisecondsPerDay;
}

/** Every day from the first to the last, both included. */
export function eachDay(first: Day, last: Day): Day[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(on: Day): number {
  return dateColumn(on).getUTCDay() || 7;
}

/** What a Postgres `date` column holds for that day through Prisma: midnight UTC. */
export function dateColumn(on: Day): Date {
  return new Date(`${on}T00:00:00Z`);
}

export function dayFromColumn(column: Date): Day {
  return day(column.toISOString().slice(0, 10));
}

function partsOf(on: Day): [number, number, number] {
  const [year = 0, month = 1, date = 1] = on.split("-").map(Number);
  return [year, month, date];
}

function dayFromParts(year: number, month: number, date: number): Day {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}
