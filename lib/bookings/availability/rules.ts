import { addDays, type Day, dayOf, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { openingOfDay, openRuns } from "@/lib/spaces/opening-hours/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import type { ResourceTerms } from "../moments/rules";
import { type BookableSpace, modeOf, slotOpening } from "../rules";
import { type BookingPart, bookingParts } from "../schema";

/** Consecutive local days, the first included. */
export type DaysWanted = { from: Day; days: number };

/** Half-open, in milliseconds since 1970: hundreds of them are compared at each reading. */
export type Span = readonly [from: number, until: number];

/** What one local day of a space offers, whatever is booked: its bounds, its parts, its hours. */
export type DayFrame = {
  day: Day;
  bounds: Span;
  /** Null = closed. */
  parts: Record<BookingPart, Span | null>;
  runs: Interval[];
};

/** `closed` is all that no free place could change: hours, closure, horizon, notice, past, out of service. */
export type PartState = "free" | "taken" | "closed";

export type ResourceDay = {
  day: Day;
  parts: Partial<Record<BookingPart, PartState>>;
  busy: Span[];
};

const minuteMs = 60_000;

/** The frame of a local day, as `openingOfDay` reads the calendar; good for as long as the calendar is. */
export function frameOfDay(calendar: OpeningCalendar, day: Day): DayFrame {
  const opening = openingOfDay(calendar, day);
  const spanOfPart = (part: BookingPart): Span | null => {
    const slot = slotOpening(opening, part);
    return slot.open ? [slot.startsAt.getTime(), slot.endsAt.getTime()] : null;
  };
  const midnight = (on: Day) => instantAt(on, 0, calendar.timeZone).getTime();
  return {
    day,
    bounds: [midnight(day), midnight(addDays(day, 1))],
    parts: {
      morning: spanOfPart("morning"),
      afternoon: spanOfPart("afternoon"),
      day: spanOfPart("day"),
    },
    runs: openRuns(calendar, day),
  };
}

/**
 * Each part the resource offers on these days, and what keeps it busy (buffers of others included), at
 * instant `at`. Says « free » exactly when `decideMoment` and `freeAmong` would let it be booked.
 */
export function daysOfResource(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  frames: DayFrame[],
  busy: Span[],
  at: Date,
): ResourceDay[] {
  const today = dayOf(at, space.calendar.timeZone);
  const lastDay = addDays(today, resource.horizonDays ?? space.bookingHorizonDays);
  const offered = bookingParts.filter((part) => resource.modes.includes(modeOf(part)));
  const closures = resource.closures.map(spanOf);
  const all = [...busy, ...closures];
  return frames.map((frame) => {
    const here = all.filter((span) => meets(span, frame.bounds));
    const mayBe = isInService(resource, frame.day) && today <= frame.day && frame.day <= lastDay;
    const parts: ResourceDay["parts"] = {};
    for (const part of offered) {
      const span = mayBe ? frame.parts[part] : null;
      parts[part] = span ? stateOf(resource, span, busy, closures, at.getTime()) : "closed";
    }
    return { day: frame.day, parts, busy: here };
  });
}

function stateOf(
  resource: ResourceTerms,
  span: Span,
  busy: Span[],
  closures: Span[],
  at: number,
): PartState {
  const [from, until] = span;
  const { noticeMinutes, bufferBeforeMinutes, bufferAfterMinutes } = resource;
  const isLate = noticeMinutes > 0 && at > from - noticeMinutes * minuteMs;
  if (until <= at || isLate || closures.some((closure) => meets(closure, span))) return "closed";
  const held: Span = [from - bufferBeforeMinutes * minuteMs, until + bufferAfterMinutes * minuteMs];
  return busy.some((other) => meets(other, held)) ? "taken" : "free";
}

/**
 * The next instant at which these days change by themselves, nothing being booked: a part ends, a
 * notice runs out, the local day turns (and with it every horizon).
 */
export function nextTurn(space: BookableSpace<ResourceTerms>, frames: DayFrame[], at: Date): Date {
  const today = dayOf(at, space.calendar.timeZone);
  const midnight = instantAt(addDays(today, 1), 0, space.calendar.timeZone).getTime();
  const notices = [...new Set(space.resources.map((resource) => resource.noticeMinutes))];
  const turns = frames
    .flatMap(({ parts }) => Object.values(parts))
    .filter((span) => span !== null)
    .flatMap(([from, until]) => [
      until,
      ...notices.map((minutes) => from - minutes * minuteMs + 1),
    ]);
  return new Date(Math.min(midnight, ...turns.filter((turn) => turn > at.getTime())));
}

const bytesOfSpan = 32;
/** Postgres counts microseconds from the first instant of 2000. */
const postgresEpochMs = 946_684_800_000;

/**
 * Busy times by resource, from how the statement of the reading packs them: for each, the resource's
 * identifier (16 bytes), then its two instants as Postgres sends them (8 bytes each).
 */
export function readBusyBytes(bytes: Uint8Array): Map<string, Span[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const instantAtByte = (offset: number) =>
    Number(view.getBigInt64(offset)) / 1000 + postgresEpochMs;
  const busy = new Map<string, Span[]>();
  for (let at = 0; at + bytesOfSpan <= bytes.byteLength; at += bytesOfSpan) {
    const id = identifierAt(view, at);
    const spans = busy.get(id) ?? [];
    spans.push([instantAtByte(at + 16), instantAtByte(at + 24)]);
    busy.set(id, spans);
  }
  for (const spans of busy.values()) spans.sort((a, b) => a[0] - b[0]);
  return busy;
}

function identifierAt(view: DataView, at: number): string {
  const hex = [0, 4, 8, 12]
    .map((offset) =>
      view
        .getUint32(at + offset)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function isInService({ inServiceFrom, inServiceUntil }: ResourceTerms, day: Day): boolean {
  return inServiceFrom <= day && (inServiceUntil === null || day < inServiceUntil);
}

function spanOf({ startsAt, endsAt }: Interval): Span {
  return [startsAt.getTime(), endsAt.getTime()];
}

function meets(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
