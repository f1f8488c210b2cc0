import { addDays, type Day, dayOf, instantAt } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import type {
  ClosedBecause,
  DayOpening,
  HalfDay,
  OpeningCalendar,
} from "@/lib/spaces/opening-hours/schema";
import { type BookableKind, type BookingPart, type BookingRefusal, bookableKinds } from "./schema";

export type BookableResource = {
  id: string;
  kind: string;
  inServiceFrom: Day;
  inServiceUntil: Day | null;
};

/** What the rules need to know of a space. */
export type BookableSpace<Resource extends BookableResource = BookableResource> = {
  calendar: OpeningCalendar;
  resources: Resource[];
  bookingHorizonDays: number;
};

/** A live booking, as far as availability cares. */
export type TakenInterval = Interval & { resourceId: string };

export type SlotOpening =
  | ({ open: true } & Interval)
  | { open: false; because: ClosedBecause; reason: string | null };

export type Slot<Resource> = {
  opening: SlotOpening;
  /** Resources in service that day, in the host's order, empty when the slot is closed. */
  free: Resource[];
  taken: Resource[];
};

/** The interval a part of that day means, or why it cannot be booked; a whole day needs both halves open. */
export function slotOpening(opening: DayOpening, part: BookingPart): SlotOpening {
  if (part !== "day") return opening[part];
  const { morning, afternoon } = opening;
  if (!morning.open) return morning;
  if (!afternoon.open) return afternoon;
  return { open: true, startsAt: morning.startsAt, endsAt: afternoon.endsAt };
}

/** Free and taken resources of the wanted kinds for one part of one local day. */
export function slotOf<Resource extends BookableResource>(
  space: BookableSpace<Resource>,
  bookings: TakenInterval[],
  wanted: { day: Day; part: BookingPart; kinds?: readonly BookableKind[] },
): Slot<Resource> {
  const opening = slotOpening(openingOfDay(space.calendar, wanted.day), wanted.part);
  if (!opening.open) return { opening, free: [], taken: [] };
  const inTheWay = new Set(
    bookings.filter((booking) => overlaps(booking, opening)).map((booking) => booking.resourceId),
  );
  const resources = bookableOn(space.resources, wanted.day, wanted.kinds ?? bookableKinds);
  return {
    opening,
    free: resources.filter((resource) => !inTheWay.has(resource.id)),
    taken: resources.filter((resource) => inTheWay.has(resource.id)),
  };
}

/** Resources of these kinds in service on that local day. */
export function bookableOn<Resource extends BookableResource>(
  resources: Resource[],
  day: Day,
  kinds: readonly BookableKind[] = bookableKinds,
): Resource[] {
  return resources.filter(
    (resource) =>
      kinds.some((kind) => kind === resource.kind) &&
      resource.inServiceFrom <= day &&
      (resource.inServiceUntil === null || day < resource.inServiceUntil),
  );
}

/** Last local day that may be booked at that instant, included. */
export function lastBookableDay(space: BookableSpace, at: Date): Day {
  return addDays(dayOf(at, space.calendar.timeZone), space.bookingHorizonDays);
}

export type SlotRefusal = { refusal: BookingRefusal; data?: Record<string, string | null> };

/**
 * Whether this part of this day may be booked at all at instant `at`: refuses `slot_over`,
 * `beyond_horizon` (both with `nearestDay`) and `space_closed` (with `because`, `reason`); null when it may.
 */
export function decideSlot(
  space: BookableSpace,
  wanted: { day: Day; part: BookingPart },
  at: Date,
): SlotRefusal | null {
  const lastDay = lastBookableDay(space, at);
  if (wanted.day > lastDay) return { refusal: "beyond_horizon", data: { nearestDay: lastDay } };
  const today = dayOf(at, space.calendar.timeZone);
  if (wanted.day < today) return { refusal: "slot_over", data: { nearestDay: today } };
  const opening = slotOpening(openingOfDay(space.calendar, wanted.day), wanted.part);
  if (!opening.open) {
    return { refusal: "space_closed", data: { because: opening.because, reason: opening.reason } };
  }
  return opening.endsAt <= at ? { refusal: "slot_over", data: { nearestDay: today } } : null;
}

export type CancellationTerms = {
  calendar: { timeZone: string };
  cancelDaysBefore: number;
  cancelUntilMinute: number;
};

/** A booking just made may be taken back this long, whatever the deadline. */
const regretMinutes = 15;

/** Instant from which its member may no longer cancel: the space's deadline, or a quarter of an hour after booking. */
export function cancellableUntil(
  space: CancellationTerms,
  booking: { day: Day; createdAt: Date },
): Date {
  const deadline = instantAt(
    addDays(booking.day, -space.cancelDaysBefore),
    space.cancelUntilMinute,
    space.calendar.timeZone,
  );
  const regret = new Date(booking.createdAt.getTime() + regretMinutes * 60_000);
  return regret > deadline ? regret : deadline;
}

/** The half-day running or coming next at that instant on its local day; null when the day is over or closed. */
export function currentHalfDay(calendar: OpeningCalendar, at: Date): HalfDay | null {
  const opening = openingOfDay(calendar, dayOf(at, calendar.timeZone));
  if (opening.morning.open && at < opening.morning.endsAt) return "morning";
  if (opening.afternoon.open && at < opening.afternoon.endsAt) return "afternoon";
  return null;
}

/** Bookings a closure of that interval would hit, half-open. */
export function bookingsHitBy<Booking extends Interval>(
  closure: Interval,
  bookings: Booking[],
): Booking[] {
  return bookings.filter((booking) => overlaps(booking, closure));
}
