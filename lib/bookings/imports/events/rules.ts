import ICAL from "ical.js";
import { z } from "zod";
import { dateColumn, dayFromColumn, existingDay, instantAt } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { EventLines } from "../calendars/rules";
import { type DayNumber, type RecurrenceRule, recurrenceRule } from "../recurrences/rules";
import { zoneMeant } from "../zones/rules";

const dayMs = 86_400_000;
/** Longer is the same for us: the whole window. */
const longestDays = 10_000;

/** A wall time somewhere; `second` of the day, null for a whole day (of the space, whatever its zone). */
export type WallTime = { day: DayNumber; second: number | null; zone: string };

export type OutsideEvent = {
  uid: string;
  start: WallTime;
  /** Whole days or milliseconds. */
  length: { days: number } | { ms: number };
  rule: RecurrenceRule | null;
  /** The last start of the repetition, included. */
  until: WallTime | null;
  alsoAt: WallTime[];
  exceptAt: WallTime[];
  /** The occurrence of another event that this one stands for. */
  replaces: WallTime | null;
  isBusy: boolean;
};

/** `skipped`: this event alone is not understood; the others end the reading of the whole calendar. */
export type EventRefusal = "skipped" | "zone_unknown" | "rule_too_frequent";

const property = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown());
const parsedCalendar = z.tuple([
  z.literal("vcalendar"),
  z.array(z.unknown()),
  z.tuple([z.tuple([z.literal("vevent"), z.array(property), z.array(z.unknown())])]),
]);
type Property = z.infer<typeof property>;

/**
 * One event, its times still on their walls. Refuses `skipped` (no start, ends before it begins, a date
 * that does not exist, a rule we do not know), `zone_unknown`, `rule_too_frequent`.
 */
export function readEvent(
  lines: EventLines,
  floatingZone: string,
): Result<OutsideEvent, EventRefusal> {
  const properties = parse(lines);
  if (!properties) return refuse("skipped");
  const named = (name: string) => properties.filter((each) => each[0] === name);
  const status = textOf(named("status")).toUpperCase();
  const isBusy = status !== "CANCELLED" && textOf(named("transp")).toUpperCase() !== "TRANSPARENT";
  try {
    const times = (name: string) => named(name).flatMap((each) => wallTimes(each, floatingZone));
    const [start] = times("dtstart");
    if (!start) return refuse("skipped");
    const length = lengthOf(start, times("dtend")[0] ?? null, textOf(named("duration")));
    const rule = ruleOf(named("rrule"));
    const event = {
      uid: textOf(named("uid")),
      ...{ start, length, rule, isBusy },
      until: rule?.until ? untilOf(rule.until, start) : null,
      alsoAt: times("rdate"),
      exceptAt: times("exdate"),
      replaces: times("recurrence-id")[0] ?? null,
    };
    return ok(event);
  } catch (error) {
    if (error instanceof NotUnderstood) return refuse(error.refusal);
    throw error;
  }
}

class NotUnderstood extends Error {
  readonly refusal: EventRefusal;
  constructor(refusal: EventRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

function parse(lines: EventLines): Property[] | null {
  const text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"];
  try {
    const parsed = parsedCalendar.safeParse(ICAL.parse(text.join("\r\n")));
    return parsed.success ? parsed.data[2][0][1] : null;
  } catch {
    return null;
  }
}

function textOf([first]: Property[]): string {
  return typeof first?.[3] === "string" ? first[3] : "";
}

function wallTimes([, parameters, , ...values]: Property, floatingZone: string): WallTime[] {
  const { tzid } = parameters;
  const zone = typeof tzid === "string" ? tzid : null;
  // A period is its start and its end or length: its start is what counts here.
  const texts = values.map((value) => (Array.isArray(value) ? value[0] : value));
  return texts.map((text) => {
    if (typeof text !== "string") throw new NotUnderstood("skipped");
    return wallTimeOf(text, zone, floatingZone);
  });
}

const written = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(Z?))?$/;

function wallTimeOf(text: string, tzid: string | null, floatingZone: string): WallTime {
  const [, date = "", hours, minutes, seconds, utc] = written.exec(text) ?? [];
  const day = existingDay(date);
  const year = Number(date.slice(0, 4));
  if (!day || year < 1900 || year > 2200) throw new NotUnderstood("skipped");
  const number = dateColumn(day).getTime() / dayMs;
  if (hours === undefined) return { day: number, second: null, zone: floatingZone };
  const second = Number(hours) * 3_600 + Number(minutes) * 60 + Math.min(59, Number(seconds));
  return { day: number, second, zone: zoneOf(utc === "Z", tzid, floatingZone) };
}

function zoneOf(isUtc: boolean, tzid: string | null, floatingZone: string): string {
  if (isUtc) return "UTC";
  if (tzid === null) return floatingZone;
  const zone = zoneMeant(tzid);
  // Guessing would keep a place busy at the wrong hour, and free at the right one.
  if (!zone) throw new NotUnderstood("zone_unknown");
  return zone;
}

function ruleOf([first]: Property[]): RecurrenceRule | null {
  if (!first) return null;
  const given = first[3];
  const frequency = z.object({ freq: z.string() }).safeParse(given);
  if (frequency.success && /^(SECOND|MINUTE|HOUR)LY$/i.test(frequency.data.freq)) {
    throw new NotUnderstood("rule_too_frequent");
  }
  const rule = recurrenceRule.safeParse(given);
  if (!rule.success) throw new NotUnderstood("skipped");
  return rule.data;
}

/** The bound of a repetition: a day of its own wall, or an instant; in no zone it is in that of the start. */
function untilOf(text: string, start: WallTime): WallTime {
  const until = wallTimeOf(text, null, start.zone);
  return until.second === null
    ? { ...until, second: start.second === null ? null : 86_399 }
    : until;
}

function lengthOf(start: WallTime, end: WallTime | null, duration: string): OutsideEvent["length"] {
  if (start.second === null) {
    const days = end ? end.day - start.day : (daysOf(duration) ?? 1);
    if (days < 0) throw new NotUnderstood("skipped");
    // Some programs write the same day twice for one whole day.
    return { days: Math.min(longestDays, Math.max(1, days)) };
  }
  const ms = end ? instantOf(end).getTime() - instantOf(start).getTime() : (msOf(duration) ?? 0);
  if (ms < 0) throw new NotUnderstood("skipped");
  return { ms: Math.min(longestDays * dayMs, ms) };
}

const writtenDuration =
  /^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** Null when there is none. */
function msOf(duration: string): number | null {
  if (duration === "") return null;
  const match = writtenDuration.exec(duration);
  if (!match) throw new NotUnderstood("skipped");
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((each) => Number(each ?? 0));
  const ms =
    ((weeks ?? 0) * 7 + (days ?? 0)) * dayMs +
    ((hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1_000;
  return match[1] === "-" ? -ms : ms;
}

function daysOf(duration: string): number | null {
  const ms = msOf(duration);
  return ms === null ? null : Math.ceil(ms / dayMs);
}

/** The instant a wall time is; a whole day begins at midnight. */
export function instantOf({ day, second, zone }: WallTime): Date {
  const minute = Math.floor((second ?? 0) / 60);
  const at = instantAt(dayFromColumn(new Date(day * dayMs)), minute, zone);
  return new Date(at.getTime() + ((second ?? 0) % 60) * 1_000);
}
