import { addDays, type Day, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { withoutClosures } from "@/lib/spaces/opening-hours/rules";
import { dayBegun, isInRange, keptBookings } from "../../indicators/counted/rules";
import type {
  Counting,
  ReportBooking,
  ReportEvent,
  ReportRows,
  ReportSpace,
} from "../../indicators/schema";
import { type DayRange, isSomebodyThere } from "../../rules";
import { firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../../schema";
import { everyHalfOf } from "../../slots/rules";
import type { PeopleBehind, Untold } from "../schema";

/** Members present by month, of each space and of the network; where only others came, or nobody who booked, one. */
export function peoplePresent(rows: ReportRows, { range, at }: Counting): PeopleBehind {
  const found = emptyMonths(rows.spaces, range);
  const byId = new Map(rows.spaces.map((space) => [space.id, space]));
  for (const booking of keptBookings(rows, at)) {
    const space = byId.get(booking.spaceId);
    if (!space || booking.isEvent) continue;
    const who = isSomebodyThere(booking) && booking.personId ? booking.personId : "";
    for (const { day } of everyHalfOf(space.calendar, booking)) {
      if (!isInRange(day, range)) continue;
      const month = found.get(monthOf(day));
      month?.network.add(who);
      month?.bySpace.get(space.id)?.add(who);
    }
  }
  const countOf = (who: Set<string>) => (who.size > 1 ? who.size - Number(who.has("")) : who.size);
  return countEach(found, countOf);
}

type Found = Map<Month, { network: Set<string>; bySpace: Map<string, Set<string>> }>;

function emptyMonths(spaces: readonly ReportSpace[], { first, last }: DayRange): Found {
  return new Map(
    monthsOf({ first: monthOf(first), last: monthOf(last) }).map((month) => [
      month,
      { network: new Set(), bySpace: new Map(spaces.map(({ id }) => [id, new Set()])) },
    ]),
  );
}

function countEach(found: Found, countOf: (who: Set<string>) => number): PeopleBehind {
  return new Map(
    [...found].map(([month, { network, bySpace }]) => [
      month,
      {
        network: countOf(network),
        bySpace: new Map([...bySpace].map(([id, who]) => [id, countOf(who)])),
      },
    ]),
  );
}

/** Any number behind something that has a day and a space, summed by month. */
export function countBehind<Row extends { spaceId: string; day: Day }>(
  spaces: readonly { id: string }[],
  rows: readonly Row[],
  countOf: (rows: readonly Row[]) => number,
  range: DayRange,
): PeopleBehind {
  const months = monthsOf({ first: monthOf(range.first), last: monthOf(range.last) });
  return new Map(
    months.map((month) => {
      const own = rows.filter(({ day }) => monthOf(day) === month && isInRange(day, range));
      const bySpace = spaces.map(
        ({ id }) => [id, countOf(own.filter(({ spaceId }) => spaceId === id))] as const,
      );
      return [month, { network: countOf(own), bySpace: new Map(bySpace) }];
    }),
  );
}

/** Rows that each scope may be counted from: what is said of people leaves out its untold months. */
export type TellingRows = { ofNetwork: ReportRows; ofSpaces: ReportRows };

/**
 * The same rows with bookings cut where months may not be told, and closed over these: what months that are
 * told come to together is then their sum, and a share is of what was offered in them.
 */
export function tellingRows(rows: ReportRows, untold: Untold, at: Date): TellingRows {
  return ofEach(rows, untold, (untoldOf) => cutAt(rows, untoldOf, at));
}

/** The same rows with the bookings that begin in months told, whole: what counts a booking once counts it then. */
export function begunRows(rows: ReportRows, untold: Untold): TellingRows {
  const byId = new Map(rows.spaces.map((space) => [space.id, space]));
  return ofEach(rows, untold, (untoldOf) => {
    const isTold = (booking: ReportBooking) => {
      const space = byId.get(booking.spaceId);
      return !space || !untoldOf(space)?.has(monthOf(dayBegun(space, booking)));
    };
    return { ...rows, bookings: rows.bookings.filter(isTold) };
  });
}

type UntoldOf = (space: ReportSpace) => ReadonlyMap<Month, unknown> | undefined;

function ofEach(
  rows: ReportRows,
  { network, bySpace }: Untold,
  without: (untoldOf: UntoldOf) => ReportRows,
): TellingRows {
  return {
    ofNetwork: network.size === 0 ? rows : without(() => network),
    ofSpaces: bySpace.size === 0 ? rows : without(({ id }) => bySpace.get(id)),
  };
}

function cutAt(rows: ReportRows, untoldOf: UntoldOf, at: Date): ReportRows {
  const shut = new Map(
    rows.spaces.map((space) => {
      const months = [...(untoldOf(space)?.keys() ?? [])];
      return [space.id, months.map((month) => hoursOf(month, space))] as const;
    }),
  );
  const assumed = new Set(
    rows.spaces.flatMap(({ id, presence }) => (presence === "kept_booking" ? id : [])),
  );
  const cut = (booking: ReportBooking): ReportBooking[] => {
    // Where nobody notes arrivals, a booking not over yet is no presence: cut, it would look over.
    if (assumed.has(booking.spaceId) && booking.endsAt > at) return [booking];
    return withoutClosures(booking, shut.get(booking.spaceId) ?? []);
  };
  return {
    ...rows,
    spaces: rows.spaces.map((space) => closedOver(space, shut.get(space.id) ?? [])),
    bookings: rows.bookings.flatMap(cut),
  };
}

function hoursOf(month: Month, { calendar: { timeZone } }: ReportSpace): Interval {
  return {
    startsAt: instantAt(firstDayOf(month), 0, timeZone),
    endsAt: instantAt(addDays(lastDayOf(month), 1), 0, timeZone),
  };
}

function closedOver(space: ReportSpace, shut: readonly Interval[]): ReportSpace {
  if (shut.length === 0) return space;
  const resources = space.resources.map((resource) => ({
    ...resource,
    closures: [...resource.closures, ...shut],
  }));
  return { ...space, resources };
}

/** Events whose people may be told, of the network and of each space that organises them. */
export function tellingEvents(
  events: readonly ReportEvent[],
  { network, bySpace }: Untold,
): { ofNetwork: ReportEvent[]; ofSpaces: ReportEvent[] } {
  return {
    ofNetwork: events.filter(({ day }) => !network.has(monthOf(day))),
    ofSpaces: events.filter(({ day, spaceId }) => !bySpace.get(spaceId)?.has(monthOf(day))),
  };
}
