import ICAL from "ical.js";
import { type Day, daysBetween, parseDay } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { SchoolHoliday } from "../opening-hours/schema";
import type { SchoolHolidayRefusal, SchoolZone } from "./schema";

/** The ministry's files hold some ten years in 60 KB; summers last nine weeks. */
const mostCharacters = 500_000;
const mostEvents = 1_000;
const longestDays = 75;

/**
 * The holidays of one zone in the ministry's calendar (« Vacances scolaires – Zone C »), half-open days,
 * in order. Days when school begins again or summer begins are no holidays; pieces that adjoin under one
 * name are one. Refuses `too_large`, `unreadable`, `nothing_found`, `contradictory` (two names at once),
 * `over` (nothing after `today`): whatever is not good as a whole is not taken at all.
 */
export function readSchoolHolidays(
  ics: string,
  zone: SchoolZone,
  today: Day,
): Result<SchoolHoliday[], SchoolHolidayRefusal> {
  if (ics.length > mostCharacters) return refuse("too_large");
  const events = readEvents(ics);
  if (!events) return refuse("unreadable");
  if (events.length > mostEvents) return refuse("too_large");
  const found = events
    .filter((event) => isHoliday(event.name) && concerns(event, zone))
    .map(asHoliday);
  if (found.includes("unreadable")) return refuse("unreadable");
  const holidays = inOnePiece(found.filter((each) => each !== null && each !== "unreadable"));
  if (holidays.length === 0) return refuse("nothing_found");
  if (holidays.some((each, index) => each.firstDay < (holidays[index - 1]?.untilDay ?? ""))) {
    return refuse("contradictory");
  }
  return holidays.some(({ untilDay }) => untilDay > today) ? ok(holidays) : refuse("over");
}

type CalendarEvent = {
  name: string;
  location: string;
  first: Day | null;
  until: Day | null;
  repeats: boolean;
};

function readEvents(ics: string): CalendarEvent[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(ics));
    if (calendar.name !== "vcalendar") return null;
    return calendar.getAllSubcomponents("vevent").map((event) => ({
      name: textOf(event.getFirstPropertyValue("summary")),
      location: textOf(event.getFirstPropertyValue("location")),
      first: dayOfProperty(event.getFirstProperty("dtstart")),
      until: dayOfProperty(event.getFirstProperty("dtend")),
      repeats: event.hasProperty("rrule") || event.hasProperty("rdate"),
    }));
  } catch {
    // The parser throws on anything that is not RFC 5545, a page of HTML for instance.
    return null;
  }
}

/** As written: the parser would make 3 March of 31 February. */
function dayOfProperty(property: ICAL.Property | null): Day | null {
  const [, , kind, value] = property?.toJSON() ?? [];
  return kind === "date" && typeof value === "string" ? parseDay(value) : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isHoliday(name: string): boolean {
  return /vacances|pont/i.test(name) && !/rentr[ée]e|début|enseignants/i.test(name);
}

/** A file of one zone may name none; a file of all names those each piece is for. */
function concerns({ name, location }: CalendarEvent, zone: SchoolZone): boolean {
  const [, named] = /zones?\s+([ABC](?:\s*\/\s*[ABC])*)/i.exec(`${name} ${location}`) ?? [];
  if (named) return named.toUpperCase().includes(zone);
  return !/corse|guadeloupe|guyane|martinique|mayotte|réunion|polynésie|calédonie|miquelon|wallis/i.test(
    `${name} ${location}`,
  );
}

/** Null for a single day without length, which the ministry writes for beginnings. */
function asHoliday(event: CalendarEvent): SchoolHoliday | "unreadable" | null {
  const { first: firstDay, until: untilDay } = event;
  if (!firstDay || !untilDay || event.repeats || untilDay < firstDay) return "unreadable";
  const length = daysBetween(firstDay, untilDay);
  if (length > longestDays) return "unreadable";
  const name = nameOf(event.name);
  return length === 0 || name === "" ? null : { firstDay, untilDay, name };
}

/** « Vacances d’Hiver - Zones B/C » is « Vacances d’Hiver » to whoever knows their zone. */
function nameOf(text: string): string {
  return text
    .replace(/\s+[-–]\s+(zones?|corse).*$/i, "")
    .replaceAll("'", "’")
    .trim()
    .slice(0, 80);
}

function inOnePiece(holidays: SchoolHoliday[]): SchoolHoliday[] {
  const merged: SchoolHoliday[] = [];
  const sorted = holidays.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  for (const holiday of sorted) {
    const last = merged.at(-1);
    if (last && last.name === holiday.name && holiday.firstDay <= last.untilDay) {
      if (holiday.untilDay > last.untilDay) last.untilDay = holiday.untilDay;
    } else merged.push({ ...holiday });
  }
  return merged;
}
