import type { ReportBooking, ReportRows, ReportSpace } from "@/lib/reports/indicators/schema";
import {
  datesFrom,
  quarter,
  type SlowDay,
  slowDay,
  touches,
  wallOf,
  weekdayAt,
} from "./slow-clock";

export type Asked = { range: { first: string; last: string }; at: Date };

/** A desk on one half-day it was offered. */
export type Line = { space: string; desk: string; date: string; half: string; isExtended: boolean };
/** A booking on one half-day it touches, whenever that is. */
export type Sitting = {
  booking: ReportBooking;
  space: string;
  date: string;
  half: string;
  who: string;
  isPresent: boolean;
  isTaken: boolean;
  /** The resource and its parts. */
  held: string[];
};

export type Ground = {
  days: Map<string, SlowDay>;
  lines: Line[];
  sittings: Sitting[];
  kept: ReportBooking[];
};

const kept = ["confirmed", "no_show", "released"];

/** Whether somebody's coming is known, or taken for granted where nobody notes it. */
function cameTo(space: ReportSpace, booking: ReportBooking, at: Date): boolean {
  if (booking.isEvent) return false;
  if (space.presence === "arrival") return booking.checkedInAt !== null;
  return booking.state === "confirmed" && +booking.endsAt <= +at;
}

/** Whether a desk counts as taken: somebody came, or it is an event's. */
export function isTakenBy(space: ReportSpace, booking: ReportBooking, at: Date): boolean {
  return booking.isEvent === true || cameTo(space, booking, at);
}

/** What a resource is made of, itself first, found by going down as long as something is found. */
export function withParts(space: ReportSpace, id: string): string[] {
  const found = [id];
  for (let index = 0; index < found.length; index += 1) {
    for (const resource of space.resources) {
      if (resource.id === found[index]) found.push(...resource.partIds);
    }
  }
  return found;
}

/** Resources of these kinds that are counted on a date. */
export function countedOn(space: ReportSpace, date: string, kinds: string[]) {
  const ofKind = space.resources.filter(({ kind }) => kinds.includes(kind));
  return ofKind
    .filter(({ inServiceFrom }) => date >= inServiceFrom)
    .filter(({ inServiceUntil }) => inServiceUntil === null || date < inServiceUntil)
    .filter(({ id }) => {
      const parts = withParts(space, id).slice(1);
      return !ofKind.some((other) => parts.includes(other.id));
    });
}

export function groundOf(rows: ReportRows, asked: Asked): Ground {
  const ground: Ground = { days: new Map(), lines: [], sittings: [], kept: [] };
  for (const space of rows.spaces) {
    for (const date of datesFrom(asked.range.first, asked.range.last)) {
      const day = slowDay(space, date);
      ground.days.set(`${space.id}|${date}`, day);
      ground.lines.push(...linesOf(space, date, day));
    }
    const own = rows.bookings.filter(
      ({ spaceId, state }) => spaceId === space.id && kept.includes(state),
    );
    ground.kept.push(...own);
    for (const booking of own) ground.sittings.push(...sittingsOf(space, booking, asked.at));
  }
  return ground;
}

function linesOf(space: ReportSpace, date: string, day: SlowDay): Line[] {
  const lines: Line[] = [];
  for (const { half, from, until, first } of day.halves) {
    const isExtended = weekdayAt(date) >= 6 || (half === "afternoon" && first >= 18 * 60);
    for (const desk of countedOn(space, date, ["desk", "office"])) {
      if (touches(from, until, desk.closures)) continue;
      lines.push({ space: space.id, desk: desk.id, date, half, isExtended });
    }
  }
  return lines;
}

function sittingsOf(space: ReportSpace, booking: ReportBooking, at: Date): Sitting[] {
  const isPresent = cameTo(space, booking, at);
  const isTaken = isTakenBy(space, booking, at);
  const held = withParts(space, booking.resourceId);
  const who = booking.personId ?? `guest of ${booking.id}`;
  return halvesAt(space, booking).map(([date, half]) => ({
    booking,
    space: space.id,
    date,
    half,
    who,
    isPresent,
    isTaken,
    held,
  }));
}

/** Half-days seen when walking through an interval, quarter of an hour by quarter of an hour. */
export function halvesAt(space: ReportSpace, one: { startsAt: Date; endsAt: Date }) {
  const seen: [date: string, half: string][] = [];
  for (let at = +one.startsAt; at < +one.endsAt; at += quarter) {
    const { date, minute } = wallOf(at, space.calendar.timeZone);
    const half = minute < space.calendar.halfDayBoundary ? "morning" : "afternoon";
    if (!seen.some(([a, b]) => a === date && b === half)) seen.push([date, half]);
  }
  return seen;
}

/** Distinct texts. */
export function different(texts: string[]): number {
  const seen: string[] = [];
  for (const text of [...texts].sort()) if (seen.at(-1) !== text) seen.push(text);
  return seen.length;
}

export function share(count: number, of: number) {
  return { count, of, share: of > 0 ? count / of : null };
}

/** Over all spaces, then over each. */
export function everywhere<Value>(rows: ReportRows, count: (ids: string[]) => Value) {
  const bySpace: Record<string, Value> = {};
  for (const { id } of rows.spaces) bySpace[id] = count([id]);
  return { network: count(rows.spaces.map(({ id }) => id)), bySpace };
}
