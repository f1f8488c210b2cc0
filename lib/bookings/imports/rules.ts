import { addDays, type Day, dateColumn, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { outlineCalendar, textOfCalendar } from "./calendars/rules";
import { instantOf, type OutsideEvent, readEvent, type WallTime } from "./events/rules";
import { type DayNumber, daysOfRecurrence, type Tried } from "./recurrences/rules";
import { bounds, type Remark, type TextProblem } from "./schema";

const dayMs = 86_400_000;

export type BusyReading = { blocks: Interval[]; remark: Remark | null };

/** Whose calendar it is read for: floating hours and whole days are those of the space. */
export type ReadingTerms = { timeZone: string; today: Day };

type Window = { days: { first: DayNumber; last: DayNumber }; from: Date; until: Date };

/**
 * When an outside calendar is busy, from yesterday to 400 days ahead: half-open instants in order, none
 * touching another unless cut at 24 hours, none longer. Work is cut in steps, so that whoever runs it can
 * answer others in between. Refuses a TextProblem: nothing of it is then to be taken.
 */
export function* readBusyTimes(
  bytes: Uint8Array,
  terms: ReadingTerms,
): Generator<void, Result<BusyReading, TextProblem>> {
  const text = textOfCalendar(bytes);
  if (!text.ok) return text;
  const outline = yield* outlineCalendar(text.value);
  if (!outline.ok) return outline;
  const events: OutsideEvent[] = [];
  for (const lines of outline.value) {
    yield;
    const event = readEvent(lines, terms.timeZone);
    if (event.ok) events.push(event.value);
    else if (event.refusal !== "skipped") return refuse(event.refusal);
  }
  const busy = yield* occurrencesOf(events, windowOf(terms));
  if (!busy) return refuse("too_many_repeats");
  const isSkipped = events.length < outline.value.length;
  const { blocks, isCut } = blocksOf(busy, windowOf(terms));
  const cut = isCut ? ("kept_soonest" as const) : null;
  return ok({ blocks, remark: isSkipped ? "events_skipped" : cut });
}

function windowOf({ timeZone, today }: ReadingTerms): Window {
  const [first, last] = [addDays(today, -bounds.daysBack), addDays(today, bounds.daysAhead)];
  return {
    days: { first: numberOf(first), last: numberOf(last) },
    from: instantAt(first, 0, timeZone),
    until: instantAt(addDays(last, 1), 0, timeZone),
  };
}

function numberOf(day: Day): DayNumber {
  return dateColumn(day).getTime() / dayMs;
}

/** Busy times of all events that touch the window; null when working them out passes the bounds. */
function* occurrencesOf(
  events: OutsideEvent[],
  window: Window,
): Generator<void, Interval[] | null> {
  const replaced = replacedOccurrences(events);
  const tried: Tried = { days: 0 };
  const busy: Interval[] = [];
  let looked = 0;
  for (const event of events.filter(({ isBusy }) => isBusy)) {
    const work = startsOf(event, window, tried);
    let step = work.next();
    for (; !step.done; step = work.next()) {
      if (tried.days > bounds.daysTried) return null;
      yield;
    }
    looked += step.value.length;
    if (looked > bounds.occurrences) return null;
    const isExcepted = someOf(event.exceptAt);
    const isReplaced = event.replaces ? null : replaced.get(event.uid);
    const starts = step.value.filter((start) => !isExcepted(start) && !isReplaced?.(start));
    busy.push(...starts.map((start) => intervalOf(event, start)).filter(isIn(window)));
    yield;
  }
  return busy;
}

function isIn({ from, until }: Window): (interval: Interval) => boolean {
  return ({ startsAt, endsAt }) => startsAt < until && endsAt > from;
}

type AmongThem = (start: WallTime) => boolean;

/** Whether an event of its own stands for an occurrence, by the event it belongs to. */
function replacedOccurrences(events: OutsideEvent[]): Map<string, AmongThem> {
  const known = new Map<string, WallTime[]>();
  for (const { uid, replaces } of events) {
    if (replaces) known.set(uid, known.get(uid) ?? []);
    if (replaces) known.get(uid)?.push(replaces);
  }
  return new Map([...known].map(([uid, times]) => [uid, someOf(times)]));
}

function* startsOf(
  event: OutsideEvent,
  { days }: Window,
  tried: Tried,
): Generator<void, WallTime[]> {
  const { start, rule, until, alsoAt } = event;
  if (!rule || event.replaces) return [start, ...alsoAt];
  // Zones are at most a day apart, and an event begins before it ends.
  const wanted = { first: days.first - lengthInDays(event) - 1, last: days.last + 1 };
  const last = until ? Math.min(wanted.last, until.day + 1) : wanted.last;
  const found = yield* daysOfRecurrence(rule, start.day, { ...wanted, last }, tried);
  const repeated = found
    .filter((day) => day !== start.day)
    .map((day) => ({ ...start, day }))
    .filter((each) => until === null || isUpTo(each, until));
  return [start, ...repeated, ...alsoAt];
}

function lengthInDays({ length }: OutsideEvent): number {
  return "days" in length ? length.days : Math.ceil(length.ms / dayMs);
}

function isUpTo(start: WallTime, until: WallTime): boolean {
  if (start.second === null || until.second === null) return start.day <= until.day;
  return instantOf(start) <= instantOf(until);
}

/** Whether a start is one of these: by its instant, or by its day where only a day was written. */
function someOf(times: WallTime[]): AmongThem {
  if (times.length === 0) return () => false;
  const days = new Set(times.filter(({ second }) => second === null).map(({ day }) => day));
  const timed = times.filter(({ second }) => second !== null);
  const instants = new Set(timed.map((each) => instantOf(each).getTime()));
  const timedDays = new Set(timed.map(({ day }) => day));
  return (start) =>
    days.has(start.day) ||
    (start.second === null ? timedDays.has(start.day) : instants.has(instantOf(start).getTime()));
}

function intervalOf({ length }: OutsideEvent, start: WallTime): Interval {
  const startsAt = instantOf(start);
  if ("days" in length) {
    return {
      startsAt,
      endsAt: instantOf({ ...start, second: null, day: start.day + length.days }),
    };
  }
  return { startsAt, endsAt: new Date(startsAt.getTime() + length.ms) };
}

/** Within the window, those that touch made one, the soonest kept, and cut so that none is longer than 24 hours. */
export function blocksOf(
  busy: Interval[],
  { from, until }: { from: Date; until: Date },
): { blocks: Interval[]; isCut: boolean } {
  const clipped = busy
    .map(({ startsAt, endsAt }) => ({
      startsAt: startsAt < from ? from : startsAt,
      endsAt: endsAt > until ? until : endsAt,
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const joined: Interval[] = [];
  for (const interval of clipped) {
    const last = joined.at(-1);
    if (!last || interval.startsAt > last.endsAt) joined.push({ ...interval });
    else if (interval.endsAt > last.endsAt) last.endsAt = interval.endsAt;
  }
  const kept = joined.slice(0, bounds.blocks);
  return { blocks: kept.flatMap(piecesOf), isCut: kept.length < joined.length };
}

/** Reads of a calendar bound their starts below by the longest a booking lasts, so must these. */
function piecesOf({ startsAt, endsAt }: Interval): Interval[] {
  const count = Math.ceil((endsAt.getTime() - startsAt.getTime()) / dayMs);
  return Array.from({ length: count }, (_, index) => {
    const from = startsAt.getTime() + index * dayMs;
    return {
      startsAt: new Date(from),
      endsAt: new Date(Math.min(endsAt.getTime(), from + dayMs)),
    };
  });
}
