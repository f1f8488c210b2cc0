import type { BookableResource } from "@/lib/bookings/rules";
import type { Day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import type { Usage } from "./schema";
import { deskSlots, halvesTouched, type Touched } from "./slots/rules";

export type UsageResource = Pick<
  BookableResource,
  "id" | "kind" | "inServiceFrom" | "inServiceUntil"
> & {
  /** When it was blocked or under repair, half-open. */
  closures: readonly Interval[];
  /** What it is made of: booking it takes them all. */
  partIds: readonly string[];
};

export type UsageSpace = { id: string; calendar: OpeningCalendar; resources: UsageResource[] };

/** A booking that was not cancelled, as far as reports care. */
export type UsageBooking = Interval & {
  id: string;
  spaceId: string;
  resourceId: string;
  personId: string | null;
  checkedInAt: Date | null;
  /** Of an event in a room: it holds the place, and is nobody (its people are figures of events). */
  isEvent?: boolean;
};

/** Local days, both included. */
export type DayRange = { first: Day; last: Day };

/** Figures of each space and of the network; network persons are distinct, never the sum of spaces. */
export type UsageOfNetwork = { bySpace: Map<string, Usage>; network: Usage };

/**
 * Rows 1 to 3, 5 and 7 of the indicators over local days, both included: offered desk-slots, those
 * booked, those with a presence, person-days, distinct users. A slot counts once however many bookings
 * touch it, and only while its space was open and its desk in service.
 */
export function usageOf(
  spaces: readonly UsageSpace[],
  bookings: readonly UsageBooking[],
  range: DayRange,
): UsageOfNetwork {
  const days = personDaysBySpace(spaces, bookings, range);
  const booked = Map.groupBy(bookings, ({ spaceId }) => spaceId);
  const bySpace = new Map(
    spaces.map((space) => {
      const own = booked.get(space.id) ?? [];
      const touched = own.flatMap((booking) => halvesTouched(space, booking, range));
      const slots = deskSlots(space, own, range);
      const present = touched.filter(({ booking }) => isSomebodyThere(booking));
      return [
        space.id,
        {
          offered: slots.length,
          booked: slots.filter(({ isBooked }) => isBooked).length,
          occupied: slots.filter(({ isOccupied }) => isOccupied).length,
          personDays: days.get(space.id) ?? 0,
          ...countPersons(present),
        },
      ] as const;
    }),
  );
  return { bySpace, network: networkUsage(spaces, bySpace, bookings, range) };
}

/** Figures of a space that was not there yet. */
export const nothingUsed: Usage = {
  offered: 0,
  booked: 0,
  occupied: 0,
  personDays: 0,
  users: 0,
  guests: 0,
};

function networkUsage(
  spaces: readonly UsageSpace[],
  bySpace: Map<string, Usage>,
  bookings: readonly UsageBooking[],
  range: DayRange,
): Usage {
  const each = [...bySpace.values()];
  const sum = (figure: Exclude<keyof Usage, "users">) =>
    each.reduce((total, usage) => total + usage[figure], 0);
  return {
    offered: sum("offered"),
    booked: sum("booked"),
    occupied: sum("occupied"),
    personDays: sum("personDays"),
    users: usersPresent(spaces, bookings, range).size,
    guests: sum("guests"),
  };
}

/** Members present at least once in these spaces over these local days. */
export function usersPresent(
  spaces: readonly UsageSpace[],
  bookings: readonly UsageBooking[],
  range: DayRange,
): Set<string> {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  return new Set(
    bookings.flatMap((booking) => {
      const space = byId.get(booking.spaceId);
      const isThere =
        space && isSomebodyThere(booking) && halvesTouched(space, booking, range).length > 0;
      return isThere && booking.personId ? [booking.personId] : [];
    }),
  );
}

/** A person, or a guest, came on that booking; a room held for an event is neither. */
export function isSomebodyThere({ checkedInAt, isEvent = false }: UsageBooking): boolean {
  return checkedInAt !== null && !isEvent;
}

/** A part of a whole; null when the whole is nothing: there is no share of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function countPersons(present: Touched[]): { users: number; guests: number } {
  const bookings = present.map(({ booking }) => booking);
  return {
    users: new Set(bookings.flatMap(({ personId }) => personId ?? [])).size,
    guests: new Set(bookings.filter(({ personId }) => !personId).map(({ id }) => id)).size,
  };
}

/**
 * Person-days of presence by space: 0.5 for one half-day, 1 for more, a person's day capped at 1 over
 * the whole network and split by half-days between spaces. A guest is a person of that one booking.
 */
export function personDaysBySpace(
  spaces: readonly UsageSpace[],
  bookings: readonly UsageBooking[],
  range: DayRange,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const slots of slotsByPersonAndDay(spaces, bookings, range).values()) {
    const weight = weightOfHalf(slots.size);
    for (const spaceId of slots.values()) {
      totals.set(spaceId, (totals.get(spaceId) ?? 0) + weight);
    }
  }
  return totals;
}

/** What each of so many half-days of one person on one day is of a person-day. */
export function weightOfHalf(halves: number): number {
  return (halves === 1 ? 0.5 : 1) / halves;
}

/** For each person and local day with a presence: the distinct half-days, each with its space. */
function slotsByPersonAndDay(
  spaces: readonly UsageSpace[],
  bookings: readonly UsageBooking[],
  range: DayRange,
) {
  const present = Map.groupBy(bookings.filter(isSomebodyThere), ({ spaceId }) => spaceId);
  const touched = spaces.flatMap((space) =>
    (present.get(space.id) ?? []).flatMap((booking) => halvesTouched(space, booking, range)),
  );
  const days = new Map<string, Map<string, string>>();
  for (const { booking, day, half } of touched) {
    const key = `${booking.personId ?? booking.id} ${day}`;
    const slots = days.get(key) ?? new Map<string, string>();
    days.set(key, slots.set(`${booking.spaceId} ${half}`, booking.spaceId));
  }
  return days;
}
