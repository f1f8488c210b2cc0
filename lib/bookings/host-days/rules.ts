import { type Day, dayOf, type WallMinute, wallMinuteOf } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import type { BookedPart } from "../schema";
import { stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";

/** By the hour somebody is awaited on time; of a half-day or a day, only once half of it has gone. */
const lateAfterMs = 30 * 60_000;

export type Attendance = "offered" | "expected" | "late" | "present" | "left" | "missed";

export type AttendanceFacts = Interval & {
  part: BookedPart;
  state: BookingState;
  lapsesAt: Date | null;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  isEvent?: boolean;
};

/**
 * Where somebody stands at that instant: offered a place and not answered, expected, late, present, left
 * (gone, or there until the end), missed (nobody came, or the place was given back). The room of an event
 * is held until its end: nobody is late for it here.
 */
export function attendanceOf(booking: AttendanceFacts, at: Date): Attendance {
  const isOver = booking.endsAt <= at;
  if (booking.checkedInAt) return booking.checkedOutAt || isOver ? "left" : "present";
  const state = stateAt(booking, at);
  if (state === "held") return "offered";
  if (booking.isEvent && state === "confirmed") return isOver ? "left" : "expected";
  if (state !== "confirmed" || isOver) return "missed";
  return at >= lateFrom(booking) ? "late" : "expected";
}

/** The instant from which the host had better know that nobody came yet. */
export function lateFrom({ part, startsAt, endsAt }: Interval & { part: BookedPart }): Date {
  const after = part === "hours" ? lateAfterMs : (endsAt.getTime() - startsAt.getTime()) / 2;
  return new Date(startsAt.getTime() + after);
}

/** Holds its place at the moment: what an outside calendar may clash with. */
export function holdsPlace({ attendance }: { attendance: Attendance }): boolean {
  return attendance !== "missed" && attendance !== "left";
}

/** Wall minutes of one local day, whole hours, half-open. */
export type BoardSpan = { startMinute: WallMinute; endMinute: WallMinute };

/** The wall minute at which an instant falls on that day: 0 before it, 1440 after it. */
export function minuteOn(day: Day, instant: Date, timeZone: string): WallMinute {
  const on = dayOf(instant, timeZone);
  if (on !== day) return on < day ? 0 : 1440;
  return wallMinuteOf(instant, timeZone);
}

/** The hours a board shows: from the hour of the first interval to that of the last; null without any. */
export function boardSpan(day: Day, intervals: Interval[], timeZone: string): BoardSpan | null {
  if (intervals.length === 0) return null;
  const starts = intervals.map(({ startsAt }) => minuteOn(day, startsAt, timeZone));
  const ends = intervals.map(({ endsAt }) => minuteOn(day, endsAt, timeZone));
  const startMinute = Math.floor(Math.min(...starts) / 60) * 60;
  return { startMinute, endMinute: Math.max(startMinute + 60, hourAfter(Math.max(...ends))) };
}

function hourAfter(minute: WallMinute): WallMinute {
  return Math.ceil(minute / 60) * 60;
}

/** What is open and untaken from that instant on, half-open, in order. */
export function freeSpans(runs: Interval[], taken: Interval[], from: Date): Interval[] {
  const coming = runs.flatMap(({ startsAt, endsAt }) =>
    endsAt <= from ? [] : [{ startsAt: startsAt < from ? from : startsAt, endsAt }],
  );
  return taken.reduce(
    (spans, busy) => spans.flatMap((span) => (overlaps(span, busy) ? cut(span, busy) : [span])),
    coming,
  );
}

function cut(span: Interval, busy: Interval): Interval[] {
  const before = { startsAt: span.startsAt, endsAt: busy.startsAt };
  const after = { startsAt: busy.endsAt, endsAt: span.endsAt };
  return [before, after].filter(({ startsAt, endsAt }) => startsAt < endsAt);
}

/** What a board needs to know of a booking. */
export type OnBoard = Interval & { resource: { id: string }; attendance: Attendance };

/** Bookings that still hold their place while an outside calendar says it is busy. */
export function clashesOf<Entry extends OnBoard>(
  entries: Entry[],
  outside: (Interval & { resourceId: string })[],
): { entry: Entry; block: Interval }[] {
  return entries.filter(holdsPlace).flatMap((entry) => {
    const block = outside.find(
      (busy) => busy.resourceId === entry.resource.id && overlaps(busy, entry),
    );
    return block ? [{ entry, block }] : [];
  });
}

export type Piece<Entry> = Interval &
  (
    | { kind: "entry"; entry: Entry }
    | { kind: "outside"; clashes: boolean }
    | { kind: "closed"; reason: string }
    | { kind: "free" }
  );

type RowResource = {
  id: string;
  sharesWith: string[];
  closures: (Interval & { reason: string })[];
};
type RowFacts<Entry> = {
  entries: Entry[];
  outside: (Interval & { resourceId: string })[];
  /** Of the whole space. */
  closures: (Interval & { reason: string })[];
  /** When the space is open that day. */
  runs: Interval[];
};

/** Shorter gaps are not worth a word. */
const shortestFreeMs = 40 * 60_000;

/** What one row of the board shows, in time order: bookings, outside calendars, closures, what is free from then on. */
export function piecesOf<Entry extends OnBoard>(
  resource: RowResource,
  { entries, outside, closures, runs }: RowFacts<Entry>,
  at: Date,
): Piece<Entry>[] {
  const own = entries.filter((entry) => entry.resource.id === resource.id);
  const held = entries.filter(
    (entry) => holdsPlace(entry) && resource.sharesWith.includes(entry.resource.id),
  );
  const busy = outside.filter(({ resourceId }) => resourceId === resource.id);
  const kept = [...own.filter(holdsPlace), ...held, ...busy, ...resource.closures];
  const pieces: Piece<Entry>[] = [
    ...own.map((entry) => ({ kind: "entry" as const, entry, ...spanOf(entry) })),
    ...busy.map((block) => ({
      kind: "outside" as const,
      clashes: own.some((entry) => holdsPlace(entry) && overlaps(entry, block)),
      ...spanOf(block),
    })),
    ...[...closures, ...resource.closures].map((closure) => ({
      kind: "closed" as const,
      reason: closure.reason,
      ...spanOf(closure),
    })),
    ...freeSpans(runs, kept, at)
      .filter(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() >= shortestFreeMs)
      .map((gap) => ({ kind: "free" as const, ...gap })),
  ];
  return pieces.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function spanOf({ startsAt, endsAt }: Interval): Interval {
  return { startsAt, endsAt };
}

/** Minutes of a column of the board: fine enough for every step on offer. */
export const columnMinutes = 5;

/** Columns counted from 0 at the first hour shown, half-open. */
type Columns = { from: number; until: number };
export type BoardCell<Entry> = Columns & { pieces: (Columns & { piece: Piece<Entry> })[] };

/**
 * One row of the board as cells that fill it: pieces whose times meet share a cell, and what lies between
 * is a cell without any. What falls outside the hours shown is left out.
 */
export function boardCells<Entry>(
  pieces: Piece<Entry>[],
  { span, day, timeZone }: { span: BoardSpan; day: Day; timeZone: string },
): BoardCell<Entry>[] {
  const column = (instant: Date) => {
    const shown = Math.min(span.endMinute, minuteOn(day, instant, timeZone));
    return Math.round(Math.max(0, shown - span.startMinute) / columnMinutes);
  };
  const placed = pieces
    .map((piece) => ({ piece, from: column(piece.startsAt), until: column(piece.endsAt) }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from);
  const end = (span.endMinute - span.startMinute) / columnMinutes;
  return [
    ...placed.reduce<BoardCell<Entry>[]>(withPiece, []),
    { from: end, until: end, pieces: [] },
  ]
    .flatMap((cell, index, cells) => [
      { from: cells[index - 1]?.until ?? 0, until: cell.from, pieces: [] },
      cell,
    ])
    .filter(({ from, until }) => from < until);
}

function withPiece<Entry>(
  cells: BoardCell<Entry>[],
  placed: BoardCell<Entry>["pieces"][number],
): BoardCell<Entry>[] {
  const { from, until } = placed;
  const last = cells.at(-1);
  if (!last || last.until <= from) return [...cells, { from, until, pieces: [placed] }];
  const shared = { from: last.from, until: Math.max(last.until, until) };
  return [...cells.slice(0, -1), { ...shared, pieces: [...last.pieces, placed] }];
}
