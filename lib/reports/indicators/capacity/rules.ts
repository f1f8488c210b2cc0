import { eachDay } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { openRuns, withoutClosures } from "@/lib/spaces/opening-hours/rules";
import { isSomebodyThere, type UsageBooking } from "../../rules";
import { type DeskSlot, deskSlots, heldBy, placesOn } from "../../slots/rules";
import { begunIn, byPlace, keptBookings, sharing, sumOf } from "../counted/rules";
import type { ByPlace, Counting, ReportRows, ReportSpace, Share } from "../schema";

export type OfferedCapacity = { deskSlots: number; extended: number; roomHours: number };

/** 1. Desk-slots offered, of which extended (weekend, evening), and hours rooms could be had. */
export function offeredCapacity(rows: ReportRows, { range }: Counting): ByPlace<OfferedCapacity> {
  return byPlace(rows.spaces, (spaces) => {
    const slots = spaces.flatMap((space) => deskSlots(space, [], range));
    return {
      deskSlots: slots.length,
      extended: slots.filter(({ isExtended }) => isExtended).length,
      roomHours: hoursIn(spaces.flatMap((space) => roomOpenings(space, range))),
    };
  });
}

export type Occupancy = Share & { extended: Share };

/** 2. Desk-slots with a booking that was not cancelled, of those offered. */
export function bookedOccupancy(rows: ReportRows, counting: Counting): ByPlace<Occupancy> {
  return occupancyOf(rows, counting, ({ isBooked }) => isBooked);
}

/** 3. Desk-slots with a presence, of those offered; `empty`: of those booked, where nobody came. */
export function realOccupancy(
  rows: ReportRows,
  counting: Counting,
): ByPlace<Occupancy & { empty: Share }> {
  const real = occupancyOf(rows, counting, ({ isOccupied }) => isOccupied);
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
  isTaken: (slot: DeskSlot) => boolean,
): ByPlace<Occupancy> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const slots = spaces.flatMap((space) => deskSlots(space, kept, range));
    const extended = slots.filter(({ isExtended }) => isExtended);
    return {
      ...sharing(slots.filter(isTaken).length, slots.length),
      extended: sharing(extended.filter(isTaken).length, extended.length),
    };
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
    const taken = spaces.flatMap((space) => {
      const own = kept.filter(({ spaceId }) => spaceId === space.id);
      return roomOpenings(space, range).flatMap((opening) => takenOf(space, opening, own));
    });
    const rooms = new Map(
      spaces.flatMap(({ resources }) =>
        resources.flatMap(({ id, kind, seats }) => (kind === "room" ? [[id, seats] as const] : [])),
      ),
    );
    const meetings = begunIn(spaces, kept, range).filter(
      (booking) => rooms.has(booking.resourceId) && isSomebodyThere(booking),
    );
    return {
      hours: sharing(hoursIn(taken), hoursIn(openings)),
      people: sharing(
        sumOf(meetings, ({ companions }) => 1 + companions),
        sumOf(meetings, ({ resourceId }) => rooms.get(resourceId) ?? 0),
      ),
      meetings: meetings.length,
    };
  });
}

type RoomOpening = Interval & { resourceId: string };

/** When each room could be had, half-open: its space open, itself in service and not blocked. */
function roomOpenings(space: ReportSpace, { first, last }: Counting["range"]): RoomOpening[] {
  return eachDay(first, last).flatMap((day) => {
    const runs = openRuns(space.calendar, day);
    if (runs.length === 0) return [];
    return placesOn(space, day, ["room"]).flatMap(({ id, closures }) =>
      runs.flatMap((run) => withoutClosures({ ...run, resourceId: id }, [...closures])),
    );
  });
}

/** What bookings took of that opening: what is left of it without them is what they did not. */
function takenOf(space: ReportSpace, opening: RoomOpening, bookings: UsageBooking[]): Interval[] {
  const own = bookings.filter(
    (booking) => overlaps(booking, opening) && heldBy(space, booking).includes(opening.resourceId),
  );
  return withoutClosures(opening, withoutClosures(opening, own));
}

const hourMs = 3_600_000;

function hoursIn(intervals: readonly Interval[]): number {
  return sumOf(intervals, ({ startsAt, endsAt }) => (+endsAt - +startsAt) / hourMs);
}
