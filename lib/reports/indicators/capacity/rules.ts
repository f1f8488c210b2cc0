import { type Day, eachDay } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { onceForEach } from "@/lib/core/memory";
import { openRuns, withoutClosures } from "@/lib/spaces/opening-hours/rules";
import { isSomebodyThere, type UsageBooking } from "../../rules";
import {
  bookingsBySpace,
  everyHalfOf,
  heldBy,
  type OfferMemory,
  offeredBy,
  placesOn,
  type SlotTally,
  slotTallies,
} from "../../slots/rules";
import { begunIn, byPlace, keptBookings, sharing, sumOf } from "../counted/rules";
import type { ByPlace, Counting, ReportBooking, ReportRows, ReportSpace, Share } from "../schema";

export type OfferedCapacity = { deskSlots: number; extended: number; roomHours: number };

/** 1. Desk-slots offered, of which extended (weekend, evening), and hours rooms could be had. */
export function offeredCapacity(rows: ReportRows, { range }: Counting): ByPlace<OfferedCapacity> {
  return byPlace(rows.spaces, (spaces) => {
    const tallies = spaces.flatMap((space) => slotTallies(space, noBookings, range));
    return {
      deskSlots: sumOf(tallies, ({ offered }) => offered),
      extended: sumOf(tallies.filter(isOfExtended), ({ offered }) => offered),
      roomHours: hoursIn(spaces.flatMap((space) => roomOpenings(space, range))),
    };
  });
}

const noBookings: readonly UsageBooking[] = [];

function isOfExtended({ isExtended }: SlotTally): boolean {
  return isExtended;
}

export type Occupancy = Share & { extended: Share };

/** 2. Desk-slots with a booking that was not cancelled, of those offered. */
export function bookedOccupancy(rows: ReportRows, counting: Counting): ByPlace<Occupancy> {
  return occupancyOf(rows, counting, ({ booked }) => booked);
}

/** 3. Desk-slots with a presence, of those offered; `empty`: of those booked, where nobody came. */
export function realOccupancy(
  rows: ReportRows,
  counting: Counting,
): ByPlace<Occupancy & { empty: Share }> {
  const real = occupancyOf(rows, counting, ({ occupied }) => occupied);
  const booked = bookedOccupancy(rows, counting);
  const withGap = (occupancy: Occupancy, { count }: Occupancy = occupancy) => ({
    ...occupancy,
    empty: sharing(count - occupancy.count, count),
  });
  return {
    network: withGap(real.network, booked.network),
    bySpace: new Map(
      [...real.bySpace].map(([id, own]) => [id, withGap(own, booked.bySpace.get(id))]),
    ),
  };
}

function occupancyOf(
  rows: ReportRows,
  { range, at }: Counting,
  takenOf: (tally: SlotTally) => number,
): ByPlace<Occupancy> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const tallies = spaces.flatMap((space) => slotTallies(space, kept, range));
    const shareOf = (own: readonly SlotTally[]) =>
      sharing(
        sumOf(own, takenOf),
        sumOf(own, ({ offered }) => offered),
      );
    return { ...shareOf(tallies), extended: shareOf(tallies.filter(isOfExtended)) };
  });
}

export type RoomUse = {
  /** Hours booked inside open hours, of the hours rooms could be had. */
  hours: Share;
  /** People who came together in a room booked, of its seats; an event is not one of these. */
  people: Share;
  meetings: number;
};

/** 4. Rooms by the hour: an hour counts once however many bookings it had. */
export function roomUse(rows: ReportRows, { range, at }: Counting): ByPlace<RoomUse> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const openings = spaces.flatMap((space) => roomOpenings(space, range));
    const taken = spaces.flatMap((space) => takenIn(space, kept, range));
    const meetings = meetingsIn(spaces, kept, range);
    return {
      hours: sharing(hoursIn(taken), hoursIn(openings)),
      people: sharing(
        sumOf(meetings, ({ people }) => people),
        sumOf(meetings, ({ seats }) => seats),
      ),
      meetings: meetings.length,
    };
  });
}

/** Bookings of rooms that begin in the range and that somebody came to, with their people and the seats of the room. */
export function meetingsIn(
  spaces: readonly ReportSpace[],
  kept: readonly ReportBooking[],
  range: Counting["range"],
): { people: number; seats: number }[] {
  const rooms = new Map(
    spaces.flatMap(({ resources }) =>
      resources.flatMap(({ id, kind, seats }) => (kind === "room" ? [[id, seats] as const] : [])),
    ),
  );
  return begunIn(spaces, kept, range).flatMap((booking) => {
    const seats = rooms.get(booking.resourceId);
    if (seats === undefined || !isSomebodyThere(booking)) return [];
    return { people: 1 + booking.companions, seats };
  });
}

type RoomOpening = Interval & { resourceId: string; day: Day };

/** When each room could be had, half-open: its space open, itself in service and not blocked. */
function roomOpenings(space: ReportSpace, range: Counting["range"]): readonly RoomOpening[] {
  return offeredBy(roomOpeningsOf, space, range, () => openingsOf(space, range));
}

const roomOpeningsOf: OfferMemory<RoomOpening> = new WeakMap();

function openingsOf(space: ReportSpace, { first, last }: Counting["range"]): RoomOpening[] {
  return eachDay(first, last).flatMap((day) => {
    const runs = openRuns(space.calendar, day);
    if (runs.length === 0) return [];
    return placesOn(space, day, ["room"]).flatMap(({ id, closures }) =>
      runs.flatMap((run) => withoutClosures({ ...run, resourceId: id, day }, [...closures])),
    );
  });
}

/** What bookings took of the openings of rooms: what is left of one without them is what they did not. */
function takenIn(
  space: ReportSpace,
  kept: readonly UsageBooking[],
  range: Counting["range"],
): readonly Interval[] {
  return offeredBy(hoursTaken(kept), space, range, () => {
    const byRoomAndDay = heldByDay(space, bookingsBySpace(kept).get(space.id) ?? []);
    return roomOpenings(space, range).flatMap((opening) => {
      const own = (byRoomAndDay.get(`${opening.resourceId} ${opening.day}`) ?? []).filter(
        (booking) => overlaps(booking, opening),
      );
      return own.length === 0 ? [] : withoutClosures(opening, withoutClosures(opening, own));
    });
  });
}

const hoursTaken = onceForEach(
  (_kept: readonly UsageBooking[]): OfferMemory<Interval> => new WeakMap(),
);

/** Bookings by what they hold and each local day they touch. */
function heldByDay(
  space: ReportSpace,
  bookings: readonly UsageBooking[],
): Map<string, UsageBooking[]> {
  const rooms = new Set(space.resources.flatMap(({ id, kind }) => (kind === "room" ? id : [])));
  const held = bookings.flatMap((booking) => {
    const own = heldBy(space, booking).filter((id) => rooms.has(id));
    const days = own.length === 0 ? [] : everyHalfOf(space.calendar, booking).map(({ day }) => day);
    return own.flatMap((id) => [...new Set(days)].map((day) => ({ key: `${id} ${day}`, booking })));
  });
  return new Map(
    [...Map.groupBy(held, ({ key }) => key)].map(([key, own]) => [
      key,
      own.map(({ booking }) => booking),
    ]),
  );
}

const hourMs = 3_600_000;

function hoursIn(intervals: readonly Interval[]): number {
  return sumOf(intervals, ({ startsAt, endsAt }) => (+endsAt - +startsAt) / hourMs);
}
