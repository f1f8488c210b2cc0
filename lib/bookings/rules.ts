import { addDays, type Day, dayOf, instantAt } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import type {
  ClosedBecause,
  DayOpening,
  HalfDay,
  OpeningCalendar,
} from "@/lib/spaces/opening-hours/schema";
import type { BookingMode, ResourceKind } from "@/lib/spaces/schema";
import {
  type BookedPart,
  type BookingPart,
  type BookingRefusal,
  type CancellationRefusal,
  seatKinds,
} from "./schema";
import type { BookingState } from "./states/schema";

export type BookableResource = {
  id: string;
  kind: ResourceKind;
  inServiceFrom: Day;
  inServiceUntil: Day | null;
  modes: readonly BookingMode[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
};

/** What the rules need to know of a space. */
export type BookableSpace<Resource extends BookableResource = BookableResource> = {
  calendar: OpeningCalendar;
  resources: Resource[];
  bookingHorizonDays: number;
};

/** What keeps a resource from being had, buffers included: a live booking, a closure, an outside calendar. */
export type TakenInterval = Interval & { resourceId: string };

/** A booking is never longer than this (constraint `booking_length`), so reads bound starts_at below. */
export const longestBookingMs = 25 * 3_600_000;

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
  wanted: { day: Day; part: BookingPart; kinds?: readonly ResourceKind[] },
): Slot<Resource> {
  const opening = slotOpening(openingOfDay(space.calendar, wanted.day), wanted.part);
  if (!opening.open) return { opening, free: [], taken: [] };
  const mode = modeOf(wanted.part);
  const resources = inServiceOn(space.resources, wanted.day).filter(
    (resource) =>
      (wanted.kinds ?? seatKinds).some((kind) => kind === resource.kind) &&
      resource.modes.includes(mode),
  );
  const free = freeAmong(resources, bookings, opening);
  return { opening, free, taken: resources.filter((resource) => !free.includes(resource)) };
}

/** What somebody may still do with a resource in a slot; `unavailable` whatever is booked. */
export function stateInSlot(
  { free, taken }: { free: { id: string }[]; taken: { id: string }[] },
  resourceId: string,
): "free" | "taken" | "unavailable" {
  if (free.some(({ id }) => id === resourceId)) return "free";
  return taken.some(({ id }) => id === resourceId) ? "taken" : "unavailable";
}

type OwnTerms = {
  noticeMinutes: number;
  horizonDays: number | null;
  closures: readonly Interval[];
};

/**
 * The slot less the resources whose own horizon, notice or closure keeps everybody from them at instant
 * `at`: they are neither free nor taken, as in the month.
 */
export function openToAll<Resource extends BookableResource & OwnTerms>(
  space: BookableSpace<Resource>,
  slot: Slot<Resource>,
  day: Day,
  at: Date,
): Slot<Resource> {
  const { opening } = slot;
  if (!opening.open) return slot;
  const today = dayOf(at, space.calendar.timeZone);
  const mayBe = ({ horizonDays, noticeMinutes, closures }: Resource) =>
    day <= addDays(today, horizonDays ?? space.bookingHorizonDays) &&
    (noticeMinutes === 0 || +at <= +opening.startsAt - noticeMinutes * 60_000) &&
    !closures.some((closure) => overlaps(closure, opening));
  return { opening, free: slot.free.filter(mayBe), taken: slot.taken.filter(mayBe) };
}

/** Those that nothing keeps from being had over that interval, their own buffers included. */
export function freeAmong<Resource extends BookableResource>(
  resources: Resource[],
  bookings: TakenInterval[],
  during: Interval,
): Resource[] {
  return resources.filter((resource) => {
    const held = heldInterval(resource, during);
    return !bookings.some(
      (booking) => booking.resourceId === resource.id && overlaps(booking, held),
    );
  });
}

/**
 * As many of these as can be had together, none holding what another holds: of a room and its two halves,
 * the halves. Those that share least come first.
 */
export function togetherAmong<Resource extends { id: string; sharesWith: string[] }>(
  resources: Resource[],
): Resource[] {
  const among = new Set(resources.map(({ id }) => id));
  const shared = ({ sharesWith }: Resource) => sharesWith.filter((id) => among.has(id)).length;
  const together: Resource[] = [];
  for (const resource of resources.toSorted((a, b) => shared(a) - shared(b))) {
    if (!together.some(({ id }) => resource.sharesWith.includes(id))) together.push(resource);
  }
  return together;
}

/** What a booking of that interval holds: its buffers before and after included, half-open. */
export function heldInterval(
  resource: Pick<BookableResource, "bufferBeforeMinutes" | "bufferAfterMinutes">,
  { startsAt, endsAt }: Interval,
): Interval {
  return {
    startsAt: new Date(startsAt.getTime() - resource.bufferBeforeMinutes * 60_000),
    endsAt: new Date(endsAt.getTime() + resource.bufferAfterMinutes * 60_000),
  };
}

type InService = Pick<BookableResource, "inServiceFrom" | "inServiceUntil">;

/** Resources in service on that local day. */
export function inServiceOn<Resource extends InService>(
  resources: Resource[],
  day: Day,
): Resource[] {
  return resources.filter(
    (resource) =>
      resource.inServiceFrom <= day &&
      (resource.inServiceUntil === null || day < resource.inServiceUntil),
  );
}

/** Kinds that stand for one another: a desk and a closed office are both a seat, anything else is its own. */
export function kindsLike(kind: ResourceKind): readonly ResourceKind[] {
  return seatKinds.some((seat) => seat === kind) ? seatKinds : [kind];
}

/** The mode a part of the day belongs to. */
export function modeOf(part: BookedPart): BookingMode {
  if (part === "hours") return "hour";
  return part === "day" ? "day" : "half_day";
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
  /** Of the resource, before the start; null = the space's deadline. */
  cancelNoticeMinutes: number | null;
};

/** A booking just made may be taken back this long, whatever the deadline. */
const regretMinutes = 15;

/**
 * Instant from which its member may no longer cancel: the deadline, or a quarter of an hour after booking;
 * the start for a request, which keeps nobody from the place.
 */
export function cancellableUntil(
  space: CancellationTerms,
  booking: { day: Day; startsAt: Date; createdAt: Date; state: BookingState },
): Date {
  const deadline = booking.state === "requested" ? booking.startsAt : deadlineOf(space, booking);
  const regret = new Date(booking.createdAt.getTime() + regretMinutes * 60_000);
  return regret > deadline ? regret : deadline;
}

function deadlineOf(
  space: CancellationTerms,
  { day, startsAt }: { day: Day; startsAt: Date },
): Date {
  return space.cancelNoticeMinutes === null
    ? instantAt(
        addDays(day, -space.cancelDaysBefore),
        space.cancelUntilMinute,
        space.calendar.timeZone,
      )
    : new Date(startsAt.getTime() - space.cancelNoticeMinutes * 60_000);
}

export type CancellationFacts = Interval & { checkedInAt: Date | null; cancellableUntil: Date };

/** Whether it may be cancelled at that instant: its member until the deadline, whoever runs the day until its end. */
export function decideCancellation(
  booking: CancellationFacts,
  runsDay: boolean,
  at: Date,
): CancellationRefusal | null {
  if (booking.checkedInAt) return "already_checked_in";
  if (at >= booking.endsAt) return "too_late_to_cancel";
  return !runsDay && at >= booking.cancellableUntil ? "too_late_to_cancel" : null;
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
