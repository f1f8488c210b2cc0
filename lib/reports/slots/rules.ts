import { inServiceOn } from "@/lib/bookings/rules";
import { seatKinds } from "@/lib/bookings/schema";
import { addDays, type Day, dayOf, eachDay, instantAt, weekdayOf } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { onceForEach } from "@/lib/core/memory";
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
  const { booked, occupied } = takenIn(bookings)(space);
  return offeredHalves(space, range).flatMap(({ desks, ...offered }) => {
    const moment = momentOf(offered);
    const [held, used] = [booked.get(moment), occupied.get(moment)];
    return desks.map(({ id }) => ({
      ...{ spaceId: space.id, resourceId: id, day: offered.day, half: offered.half },
      isExtended: offered.isExtended,
      isBooked: held?.has(id) ?? false,
      isOccupied: used?.has(id) ?? false,
    }));
  });
}

/** The desk-slots of one kind of place during one half-day, counted. */
export type SlotTally = Half &
  Pick<DeskSlot, "spaceId" | "isExtended"> & {
    kind: ResourceKind;
    offered: number;
    booked: number;
    occupied: number;
  };

/** The desk-slots of a space counted by half-day and kind of place: a report adds these up, over and over. */
export function slotTallies(
  space: UsageSpace,
  bookings: readonly UsageBooking[],
  range: DayRange,
): readonly SlotTally[] {
  return offeredBy(slotsTallied(bookings), space, range, () => {
    const { booked, occupied } = takenIn(bookings)(space);
    return offeredHalves(space, range).flatMap(({ desks, ...half }) => {
      const moment = momentOf(half);
      return seatKinds.flatMap((kind) => {
        const own = desks.filter((desk) => desk.kind === kind);
        const countIn = (ids: ReadonlySet<string> | undefined) =>
          ids ? own.filter(({ id }) => ids.has(id)).length : 0;
        const [held, used] = [countIn(booked.get(moment)), countIn(occupied.get(moment))];
        const tally = { offered: own.length, booked: held, occupied: used };
        return own.length > 0 ? [{ ...half, spaceId: space.id, kind, ...tally }] : [];
      });
    });
  });
}

const slotsTallied = onceForEach(
  (_bookings: readonly UsageBooking[]): OfferMemory<SlotTally> => new WeakMap(),
);

/** Desks and offices that could be had during one half-day. */
type OfferedHalf = Half & { isExtended: boolean; desks: readonly UsageResource[] };

function offeredHalves(space: UsageSpace, range: DayRange): readonly OfferedHalf[] {
  return offeredBy(halvesOffered, space, range, () =>
    eachDay(range.first, range.last).flatMap((day) => offeredOn(space, day)),
  );
}

function offeredOn(space: UsageSpace, day: Day): OfferedHalf[] {
  const halves = openHalves(space.calendar, day);
  const places = halves.length > 0 ? placesOn(space, day, seatKinds) : [];
  return halves.map((opening) => ({
    ...{ day, half: opening.half, isExtended: isExtended(day, opening) },
    desks: places.filter(({ closures }) => !closures.some((closure) => overlaps(closure, opening))),
  }));
}

/** What a space offered over some days, the last asked for: it is never changed in place, and each indicator asks. */
export type OfferMemory<Offer> = WeakMap<UsageSpace, { range: DayRange; offers: readonly Offer[] }>;

const halvesOffered: OfferMemory<OfferedHalf> = new WeakMap();

/** The offers of a space over these days, worked out once while the same days are asked for. */
export function offeredBy<Offer>(
  memory: OfferMemory<Offer>,
  space: UsageSpace,
  range: DayRange,
  workOut: () => readonly Offer[],
): readonly Offer[] {
  const known = memory.get(space);
  if (known?.range.first === range.first && known.range.last === range.last) return known.offers;
  const offers = workOut();
  memory.set(space, { range, offers });
  return offers;
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
function partsOf(space: UsageSpace, id: string): readonly UsageResource[] {
  return partsById(space.resources).get(id) ?? [];
}

/** Only of what is made of something: most places are not, and each booking asks. */
const partsById = onceForEach((resources: readonly UsageResource[]) => {
  const madeOf = (own: readonly string[]): UsageResource[] =>
    resources
      .filter(({ id }) => own.includes(id))
      .flatMap((part) => [part, ...madeOf(part.partIds)]);
  const made = resources.filter(({ partIds }) => partIds.length > 0);
  return new Map(made.map(({ id, partIds }) => [id, madeOf(partIds)]));
});

/** The resource of a booking and all that it is made of, by identifier. */
export function heldBy(space: UsageSpace, { resourceId }: UsageBooking): string[] {
  return [resourceId, ...partsOf(space, resourceId).map(({ id }) => id)];
}

/** Bookings by the space they are of, put together once for each list of them. */
export const bookingsBySpace = onceForEach((bookings: readonly UsageBooking[]) =>
  Map.groupBy(bookings, ({ spaceId }) => spaceId),
);

/** What bookings took of a space by half-day: the places booked, and those where somebody was or an event. */
type Taken = Record<"booked" | "occupied", Map<string, Set<string>>>;

const takenIn = onceForEach((bookings: readonly UsageBooking[]) =>
  onceForEach((space: UsageSpace): Taken => {
    const own = bookingsBySpace(bookings).get(space.id) ?? [];
    const used = own.filter(({ isEvent, checkedInAt }) => isEvent || checkedInAt !== null);
    return { booked: heldIn(space, own), occupied: heldIn(space, used) };
  }),
);

function heldIn(space: UsageSpace, bookings: readonly UsageBooking[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const booking of bookings) {
    const ids = heldBy(space, booking);
    for (const moment of everyHalfOf(space.calendar, booking).map(momentOf)) {
      const held = taken.get(moment) ?? new Set();
      taken.set(moment, held);
      for (const id of ids) held.add(id);
    }
  }
  return taken;
}

function momentOf({ day, half }: Half): string {
  return `${day} ${half}`;
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
  return everyHalfOf(calendar, interval).filter(
    ({ day }) => day >= range.first && day <= range.last,
  );
}

/** A booking is never changed in place: each indicator asks the same of it, and it is worked out once. */
const touchedBy = new WeakMap<Interval, { calendar: Boundaries; halves: readonly Half[] }>();

/** The same whatever the days. */
export function everyHalfOf(calendar: Boundaries, interval: Interval): readonly Half[] {
  const known = touchedBy.get(interval);
  if (known?.calendar === calendar) return known.halves;
  const [starts, ends] = [interval.startsAt.getTime(), interval.endsAt.getTime()];
  const lastDay = dayOf(new Date(ends - 1), calendar.timeZone);
  const halves: Half[] = [];
  for (const on of eachDay(dayOf(interval.startsAt, calendar.timeZone), lastDay)) {
    const { morning, afternoon, from, noon, until } = halvesOfDay(calendar, on);
    if (starts < noon && from < ends) halves.push(morning);
    if (starts < until && noon < ends) halves.push(afternoon);
  }
  touchedBy.set(interval, { calendar, halves });
  return halves;
}

/** Where the halves of a day begin and end, in milliseconds. */
type DayHalves = { morning: Half; afternoon: Half; from: number; noon: number; until: number };

function halvesOfDay(calendar: Boundaries, day: Day): DayHalves {
  const known = dayHalves(calendar).get(day);
  if (known) return known;
  const { timeZone, halfDayBoundary } = calendar;
  const halves: DayHalves = {
    morning: { day, half: "morning" },
    afternoon: { day, half: "afternoon" },
    from: instantAt(day, 0, timeZone).getTime(),
    noon: instantAt(day, halfDayBoundary, timeZone).getTime(),
    until: instantAt(addDays(day, 1), 0, timeZone).getTime(),
  };
  dayHalves(calendar).set(day, halves);
  return halves;
}

const dayHalves = onceForEach((_calendar: Boundaries) => new Map<Day, DayHalves>());
