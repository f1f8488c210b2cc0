import { inServiceOn } from "@/lib/bookings/rules";
import { seatKinds } from "@/lib/bookings/schema";
import { addDays, type Day, dayOf, eachDay, instantAt, weekdayOf } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import {
  type HalfDay,
  type HalfDayOpening,
  halfDays,
  type OpeningCalendar,
} from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { DayRange, UsageBooking, UsageResource, UsageSpace } from "../rules";

/** One half-day of one local day. */
export type Half = { day: Day; half: HalfDay };

/** One desk or office in service during one half-day open by the calendar of its space. */
export type DeskSlot = Half & {
  spaceId: string;
  resourceId: string;
  /** Of a Saturday, a Sunday, or an evening: an afternoon that opens at `eveningFrom` or later. */
  isExtended: boolean;
  isBooked: boolean;
  /** Somebody was there, or an event held it. */
  isOccupied: boolean;
};

/** Wall minute from which an afternoon that only then opens is an evening. */
export const eveningFrom = 18 * 60;

/**
 * Every desk-slot a space offered, with what became of it. A desk blocked or under repair for a part of
 * the half-day offers none; a slot is booked once, however many bookings touch it.
 */
export function deskSlots(
  space: UsageSpace,
  bookings: readonly UsageBooking[],
  range: DayRange,
): DeskSlot[] {
  const own = bookings.filter(({ spaceId }) => spaceId === space.id);
  const booked = slotsHeld(space, own, range);
  const occupied = slotsHeld(
    space,
    own.filter(({ isEvent, checkedInAt }) => isEvent || checkedInAt !== null),
    range,
  );
  return eachDay(range.first, range.last).flatMap((day) => {
    const halves = openHalves(space.calendar, day);
    const places = halves.length > 0 ? placesOn(space, day, seatKinds) : [];
    return halves.flatMap((opening) =>
      places
        .filter(({ closures }) => !closures.some((closure) => overlaps(closure, opening)))
        .map(({ id }) => {
          const key = slotKey(id, { day, half: opening.half });
          return {
            spaceId: space.id,
            resourceId: id,
            day,
            half: opening.half,
            isExtended: isExtended(day, opening),
            isBooked: booked.has(key),
            isOccupied: occupied.has(key),
          };
        }),
    );
  });
}

type OpenHalf = HalfDayOpening & { open: true };

/** The half-days of that day open by the calendar, morning first. */
export function openHalves(calendar: OpeningCalendar, day: Day): OpenHalf[] {
  const opening = openingOfDay(calendar, day);
  return halfDays.map((half) => opening[half]).filter((half) => half.open);
}

function isExtended(day: Day, { half, intervals }: OpenHalf): boolean {
  const [first] = intervals;
  const isEvening = half === "afternoon" && first !== undefined && first.startMinute >= eveningFrom;
  return weekdayOf(day) > 5 || isEvening;
}

/**
 * Resources of these kinds in service that day. What is made of others of these kinds is not counted
 * beside them: a room that splits in two is two rooms.
 */
export function placesOn(
  space: UsageSpace,
  day: Day,
  kinds: readonly ResourceKind[],
): UsageResource[] {
  const isOfKind = ({ kind }: UsageResource) => kinds.some((each) => each === kind);
  return inServiceOn(space.resources, day)
    .filter(isOfKind)
    .filter((resource) => !partsOf(space, resource.id).some(isOfKind));
}

/** All that a resource is made of, and what those are made of; it is none of them. */
function partsOf(space: UsageSpace, id: string): UsageResource[] {
  const { resources } = space;
  const own = resources.find((resource) => resource.id === id)?.partIds ?? [];
  return resources
    .filter((resource) => own.includes(resource.id))
    .flatMap((part) => [part, ...partsOf(space, part.id)]);
}

/** The resource of a booking and all that it is made of, by identifier. */
export function heldBy(space: UsageSpace, { resourceId }: UsageBooking): string[] {
  return [resourceId, ...partsOf(space, resourceId).map(({ id }) => id)];
}

function slotsHeld(space: UsageSpace, bookings: UsageBooking[], range: DayRange): Set<string> {
  return new Set(
    bookings.flatMap((booking) =>
      halvesTouched(space, booking, range).flatMap((touched) =>
        heldBy(space, booking).map((id) => slotKey(id, touched)),
      ),
    ),
  );
}

function slotKey(resourceId: string, { day, half }: Half): string {
  return `${resourceId} ${day} ${half}`;
}

export type Touched = Half & { booking: UsageBooking };

/** The half-days a booking touches, by the wall clock of its space, within the range. */
export function halvesTouched(
  space: UsageSpace,
  booking: UsageBooking,
  range: DayRange,
): Touched[] {
  return halvesOf(space.calendar, booking, range).map((half) => ({ booking, ...half }));
}

type Boundaries = Pick<OpeningCalendar, "timeZone" | "halfDayBoundary">;

/** The half-days an interval touches, open or not, by the wall clock of that calendar. */
export function halvesOf(calendar: Boundaries, interval: Interval, range: DayRange): Half[] {
  return allHalvesOf(calendar, interval).filter(
    ({ day }) => day >= range.first && day <= range.last,
  );
}

/** A booking is never changed in place: each indicator asks the same of it, and it is worked out once. */
const touchedBy = new WeakMap<Interval, { calendar: Boundaries; halves: Half[] }>();

function allHalvesOf(calendar: Boundaries, interval: Interval): Half[] {
  const known = touchedBy.get(interval);
  if (known?.calendar === calendar) return known.halves;
  const { timeZone, halfDayBoundary } = calendar;
  const lastInstant = new Date(interval.endsAt.getTime() - 1);
  const days = eachDay(dayOf(interval.startsAt, timeZone), dayOf(lastInstant, timeZone));
  const halves = days.flatMap((day) => {
    const boundary = instantAt(day, halfDayBoundary, timeZone);
    const morning = { startsAt: instantAt(day, 0, timeZone), endsAt: boundary };
    const afternoon = { startsAt: boundary, endsAt: instantAt(addDays(day, 1), 0, timeZone) };
    return [
      ...(overlaps(interval, morning) ? [{ day, half: "morning" as const }] : []),
      ...(overlaps(interval, afternoon) ? [{ day, half: "afternoon" as const }] : []),
    ];
  });
  touchedBy.set(interval, { calendar, halves });
  return halves;
}
