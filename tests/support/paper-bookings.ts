import type { Moment, ResourceTerms, Wanted } from "@/lib/bookings/moments/rules";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import type { Day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";

export type PaperResource = ResourceTerms & {
  needsApproval: boolean;
  /** Names of the places it holds: two resources with one in common keep each other. */
  atoms: string[];
  /** How many places of its kind its member may have in a week; null = as many as they like. */
  quotaCount: number | null;
};

export type PaperSpace = {
  calendar: OpeningCalendar;
  resources: PaperResource[];
  bookingHorizonDays: number;
  graceMinutes: number | null;
  offerMinutes: number;
  cancelDaysBefore: number;
  cancelUntilMinute: number;
};

export type PaperState =
  | "requested"
  | "held"
  | "confirmed"
  | "refused"
  | "cancelled"
  | "no_show"
  | "released"
  | "lapsed";

export type PaperBooking = Moment & {
  resource: PaperResource;
  person: string | null;
  state: PaperState;
  isWalkIn: boolean;
  createdAt: Date;
  lapsesAt: Date | null;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  heldFrom: Date;
  heldUntil: Date;
  /** The wish of the waiting line it serves, the series it is a date of. */
  entry: PaperEntry | null;
  series: PaperSeriesWish | null;
};

/** Somebody in the waiting line; the earlier in the list, the earlier they came. */
export type PaperEntry = Moment & {
  person: string;
  kind: PaperResource["kind"];
  /** Only this one; null = any of the kind. */
  resource: PaperResource | null;
  quantity: number;
  state: "waiting" | "offered" | "served" | "lapsed" | "withdrawn";
  offerUntil: Date | null;
};

/** A wish that comes back every week, with the dates that could not be had. */
export type PaperSeriesWish = {
  person: string;
  resource: PaperResource;
  moment: SeriesMoment;
  lastDay: Day;
  endedFrom: Day | null;
  refused: { day: Day; why: string; isClosed: boolean }[];
  /** What was asked for on days before a change. */
  former: { until: Day; resource: PaperResource; moment: SeriesMoment }[];
};

const minute = 60_000;
/** Where one sits: one at a time for a person. */
export const isSeat = ({ kind }: PaperResource) => kind === "desk" || kind === "office";
export const plus = (instant: Date, minutes: number) =>
  new Date(instant.getTime() + minutes * minute);
export const meet = (a: Interval, b: Interval) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** A moment of a resource with the buffers it holds. */
export function held(resource: PaperResource, { day, part, startsAt, endsAt }: Moment) {
  const heldFrom = plus(startsAt, -resource.bufferBeforeMinutes);
  const heldUntil = plus(endsAt, resource.bufferAfterMinutes);
  return { resource, day, part, startsAt, endsAt, heldFrom, heldUntil };
}

/** Whether two resources hold a place in common. */
export function shares(a: PaperResource, b: PaperResource): boolean {
  return a.atoms.some((atom) => b.atoms.includes(atom));
}

/** What a booking asked for, as it would be asked for again. */
export function wantedOf({ day, part, startsAt, endsAt }: Moment): Wanted {
  return part === "hours" ? { startsAt, endsAt } : { day, part };
}

export function isSame(wanted: Wanted, booking: Moment): boolean {
  if ("part" in wanted) return wanted.day === booking.day && wanted.part === booking.part;
  return +wanted.startsAt === +booking.startsAt && +wanted.endsAt === +booking.endsAt;
}

/** A booking just made: nobody is there yet. */
export function aPaperBooking(
  resource: PaperResource,
  moment: Moment,
  facts: Pick<PaperBooking, "person" | "state" | "createdAt"> & Partial<PaperBooking>,
): PaperBooking {
  const fresh = { isWalkIn: false, lapsesAt: null, checkedInAt: null, checkedOutAt: null };
  return { ...held(resource, moment), ...fresh, entry: null, series: null, ...facts };
}

/** Ends a booking on paper. */
export function end(booking: PaperBooking, state: PaperState): "ok" {
  booking.state = state;
  booking.lapsesAt = null;
  return "ok";
}
