import type { BookingState } from "@/lib/bookings/states/schema";
import { type Day, dayOf } from "@/lib/core/day";
import { onceForEach } from "@/lib/core/memory";
import { halfDays } from "@/lib/spaces/opening-hours/schema";
import {
  type DayRange,
  isSomebodyThere,
  shareOf,
  type UsageBooking,
  weightOfHalf,
} from "../../rules";
import { type Month, monthOf } from "../../schema";
import { bookingsBySpace, everyHalfOf, type Half } from "../../slots/rules";
import type {
  ByPlace,
  NotCollected,
  ReportBooking,
  ReportRows,
  ReportSpace,
  Share,
  WeekHalf,
} from "../schema";

const keptStates: readonly BookingState[] = ["confirmed", "no_show", "released"];

/**
 * Bookings that were not cancelled; in a space that notes no arrivals, one that was kept is a presence. The
 * same list for the same rows: what is worked out from it is worked out once.
 */
export function keptBookings({ spaces, bookings }: ReportRows, at: Date): readonly ReportBooking[] {
  const known = keptOf.get(bookings);
  if (known?.spaces === spaces && known.at === at.getTime()) return known.kept;
  const kept = keptAmong(spaces, bookings, at);
  keptOf.set(bookings, { spaces, at: at.getTime(), kept });
  return kept;
}

type Kept = { spaces: readonly ReportSpace[]; at: number; kept: readonly ReportBooking[] };
const keptOf = new WeakMap<readonly ReportBooking[], Kept>();

function keptAmong(
  spaces: readonly ReportSpace[],
  bookings: readonly ReportBooking[],
  at: Date,
): ReportBooking[] {
  const assumed = new Set(
    spaces.filter(({ presence }) => presence === "kept_booking").map(({ id }) => id),
  );
  return bookings
    .filter(({ state }) => keptStates.includes(state))
    .map((booking) => {
      if (!assumed.has(booking.spaceId)) return booking;
      const isKept = booking.state === "confirmed" && booking.endsAt <= at;
      return { ...booking, checkedInAt: isKept ? booking.startsAt : null };
    });
}

/** A half-day somebody was there; a guest is a person of that one booking, `personId` null. */
export type Presence = Half & {
  spaceId: string;
  personId: string | null;
  who: string;
  /** Whose day it is: the same for every half-day of somebody's day, wherever they were. */
  personDay: string;
};

/** Every half-day of presence in these spaces, once a person, space and half-day. */
export function presencesIn(
  spaces: readonly ReportSpace[],
  kept: readonly UsageBooking[],
  range: DayRange,
): Presence[] {
  return spaces.flatMap((space) => rowsIn(presencesOf(kept)(space), range));
}

/** Of a space whatever the days, by month: indicators ask for the same months again and again. */
const presencesOf = onceForEach((kept: readonly UsageBooking[]) =>
  onceForEach((space: ReportSpace) => {
    const found = new Map<string, Presence>();
    const own = bookingsBySpace(kept).get(space.id) ?? [];
    for (const booking of own.filter(isSomebodyThere)) {
      for (const presence of halvesThere(space, booking)) {
        found.set(`${presence.personDay} ${presence.half}`, presence);
      }
    }
    return byMonth([...found.values()]);
  }),
);

function halvesThere(space: ReportSpace, booking: UsageBooking): Presence[] {
  const { spaceId, personId, id } = booking;
  const who = personId ?? `guest ${id}`;
  return everyHalfOf(space.calendar, booking).map(({ day, half }) => ({
    ...{ spaceId, personId, who, day, half },
    personDay: `${who} ${day}`,
  }));
}

type Dated = { day: Day };

function byMonth<Row extends Dated>(rows: readonly Row[]): Map<Month, Row[]> {
  return Map.groupBy(rows, ({ day }) => monthOf(day));
}

function rowsIn<Row extends Dated>(rows: ReadonlyMap<Month, Row[]>, range: DayRange): Row[] {
  const [first, last] = [monthOf(range.first), monthOf(range.last)];
  return [...rows].flatMap(([month, own]) => {
    if (month < first || month > last) return [];
    const isWhole = first < month && month < last;
    return isWhole ? own : own.filter(({ day }) => isInRange(day, range));
  });
}

/**
 * Person-days of these presences by space: half a day for one half-day, one for more, a person's day capped at
 * one over all of them and split by half-days between spaces.
 */
export function personDaysOf(presences: readonly Presence[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const halves of Map.groupBy(presences, ({ personDay }) => personDay).values()) {
    const weight = weightOfHalf(halves.length);
    for (const { spaceId } of halves) totals.set(spaceId, (totals.get(spaceId) ?? 0) + weight);
  }
  return totals;
}

/** The same count over the whole network and over each space alone. */
export function byPlace<Value>(
  spaces: readonly ReportSpace[],
  count: (spaces: readonly ReportSpace[]) => Value,
): ByPlace<Value> {
  return {
    network: count(spaces),
    bySpace: new Map(spaces.map((space) => [space.id, count([space])])),
  };
}

export function sharing(count: number, of: number): Share {
  return { count, of, share: shareOf(count, of) };
}

export function notCollected(because: NotCollected["because"]): NotCollected {
  return { kind: "not_collected", because };
}

export function isInRange(day: Day, { first, last }: DayRange): boolean {
  return first <= day && day <= last;
}

/** The local day a booking begins, which is the one it is counted on where it is counted once. */
export function dayBegun(space: ReportSpace, { startsAt }: { startsAt: Date }): Day {
  return dayOf(startsAt, space.calendar.timeZone);
}

/** Bookings of these spaces that begin within the range, once each, with that day. */
export function begunOn(
  spaces: readonly ReportSpace[],
  bookings: readonly ReportBooking[],
  range: DayRange,
): Begun[] {
  return spaces.flatMap((space) => rowsIn(begunOf(bookings)(space), range));
}

type Begun = { booking: ReportBooking; day: Day };

const begunOf = onceForEach((bookings: readonly ReportBooking[]) => {
  const bySpaceId = Map.groupBy(bookings, ({ spaceId }) => spaceId);
  return onceForEach((space: ReportSpace) => {
    const own = bySpaceId.get(space.id) ?? [];
    return byMonth(own.map((booking): Begun => ({ booking, day: dayBegun(space, booking) })));
  });
});

/** The same without the day. */
export function begunIn(
  spaces: readonly ReportSpace[],
  bookings: readonly ReportBooking[],
  range: DayRange,
): ReportBooking[] {
  return begunOn(spaces, bookings, range).map(({ booking }) => booking);
}

/** The fourteen half-days of a week, Monday morning first. */
export const weekHalves: readonly WeekHalf[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  halfDays.map((half) => ({ weekday, half })),
);

export function distinct<Value>(values: readonly Value[]): number {
  return new Set(values).size;
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
