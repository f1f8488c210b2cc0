import type { BookingState } from "@/lib/bookings/states/schema";
import { type Day, dayOf } from "@/lib/core/day";
import { halfDays } from "@/lib/spaces/opening-hours/schema";
import { type DayRange, isSomebodyThere, shareOf, type UsageBooking } from "../../rules";
import { type Half, halvesTouched } from "../../slots/rules";
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

/** Bookings that were not cancelled; in a space that notes no arrivals, one that was kept is a presence. */
export function keptBookings({ spaces, bookings }: ReportRows, at: Date): ReportBooking[] {
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
export type Presence = Half & { spaceId: string; personId: string | null; who: string };

/** Every half-day of presence in these spaces, once a person, space and half-day. */
export function presencesIn(
  spaces: readonly ReportSpace[],
  kept: readonly UsageBooking[],
  range: DayRange,
): Presence[] {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const found = new Map<string, Presence>();
  for (const booking of kept.filter(isSomebodyThere)) {
    const space = byId.get(booking.spaceId);
    if (!space) continue;
    const { spaceId, personId, id } = booking;
    const who = personId ?? `guest ${id}`;
    for (const { day, half } of halvesTouched(space, booking, range)) {
      found.set(`${who} ${spaceId} ${day} ${half}`, { spaceId, personId, who, day, half });
    }
  }
  return [...found.values()];
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

/** Bookings of these spaces that begin within the range, once each. */
export function begunIn<Booking extends UsageBooking>(
  spaces: readonly ReportSpace[],
  bookings: readonly Booking[],
  range: DayRange,
): Booking[] {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  return bookings.filter((booking) => {
    const space = byId.get(booking.spaceId);
    return space !== undefined && isInRange(dayBegun(space, booking), range);
  });
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
