import { addDays, type Day, dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { openRuns } from "@/lib/spaces/opening-hours/rules";
import type { BookingMode, ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type ResourceTerms } from "../moments/rules";
import { type BookableSpace, freeAmong, type SlotRefusal, type TakenInterval } from "../rules";

/** One start on the grid of a resource: how long it may last from there, 0 when it is taken. */
export type HourStart = { startsAt: Date; longestMinutes: number };

export type HoursOfDay = {
  day: Day;
  /** Every start of the day that is not over, in order; empty when nothing can be booked. */
  starts: HourStart[];
  /** Why the whole day is out, when it is. */
  refusal: SlotRefusal | null;
};

/**
 * Starts of a resource by the hour on one local day, with the longest booking each allows (minutes, on
 * the resource's step): until the next booking with its buffers, the closing, or the longest allowed.
 */
export function hoursOfDay(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  taken: TakenInterval[],
  day: Day,
  at: Date,
): HoursOfDay {
  const { timeZone } = space.calendar;
  const runs = openRuns(space.calendar, day);
  const grid = runs.flatMap((run) => startsIn(run, resource.stepMinutes, timeZone));
  const decided = grid.map((startsAt) => ({
    startsAt,
    first: decideMoment(space, resource, lasting(startsAt, resource.minMinutes), at),
  }));
  const starts = decided
    .filter(({ first }) => first.ok || first.refusal === "resource_closed")
    .map(({ startsAt }) => ({
      startsAt,
      longestMinutes: longestFrom(space, resource, taken, startsAt, at),
    }));
  const [refused] = decided.flatMap(({ first }) => (first.ok ? [] : [first]));
  const whole = refused ?? decideMoment(space, resource, noon(day, resource, timeZone), at);
  const refusal = starts.length > 0 || whole.ok ? null : whole;
  return { day, starts, refusal };
}

/** Lengths one may choose from a start, in minutes, shortest first. */
export function lengthsFrom(start: HourStart, resource: ResourceTerms): number[] {
  const { minMinutes, stepMinutes } = resource;
  const count = Math.floor((start.longestMinutes - minMinutes) / stepMinutes) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => minMinutes + index * stepMinutes);
}

/**
 * Lengths worth waiting for from a start, in minutes, shortest first: those the hours and the terms of
 * the resource allow and that are longer than what is free.
 */
export function lengthsToWaitFor(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  start: HourStart,
  at: Date,
): number[] {
  // Nobody waits for what has begun.
  if (start.startsAt <= at) return [];
  const longestMinutes = longestFrom(space, resource, [], start.startsAt, at);
  return lengthsFrom({ ...start, longestMinutes }, resource).filter(
    (minutes) => minutes > start.longestMinutes,
  );
}

function startsIn(run: Interval, stepMinutes: number, timeZone: string): Date[] {
  const day = dayOf(run.startsAt, timeZone);
  const first = Math.ceil(wallMinuteOf(run.startsAt, timeZone) / stepMinutes) * stepMinutes;
  const last = dayOf(run.endsAt, timeZone) === day ? wallMinuteOf(run.endsAt, timeZone) : 1440;
  const count = Math.max(0, Math.ceil((last - first) / stepMinutes));
  return Array.from({ length: count }, (_, index) =>
    instantAt(day, first + index * stepMinutes, timeZone),
  ).filter((instant) => instant >= run.startsAt && instant < run.endsAt);
}

function longestFrom(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  taken: TakenInterval[],
  startsAt: Date,
  at: Date,
): number {
  let longest = 0;
  const { minMinutes, maxMinutes, stepMinutes } = resource;
  for (let minutes = minMinutes; minutes <= maxMinutes; minutes += stepMinutes) {
    const decided = decideMoment(space, resource, lasting(startsAt, minutes), at);
    if (!decided.ok || freeAmong([resource], taken, decided).length === 0) break;
    longest = minutes;
  }
  return longest;
}

function lasting(startsAt: Date, minutes: number): Interval {
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

function noon(day: Day, { minMinutes }: ResourceTerms, timeZone: string): Interval {
  return lasting(instantAt(day, 720, timeZone), minMinutes);
}

/** Days from the first on, as many as asked, for which hours are looked for. */
export function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** What goes by the hour in a space, as its link names it; null when nothing does. */
export type ByHour = "rooms" | "equipment" | "all" | null;

/** Rooms, booths and seats are named together, equipment apart: nobody looks for a projector under rooms. */
export function whatGoesByHour(
  resources: readonly { kind: ResourceKind; modes: readonly BookingMode[] }[],
): ByHour {
  const hourly = resources.filter(({ modes }) => modes.includes("hour"));
  const equipment = hourly.filter(({ kind }) => kind === "equipment").length;
  if (hourly.length === 0) return null;
  if (equipment === 0) return "rooms";
  return equipment === hourly.length ? "equipment" : "all";
}
