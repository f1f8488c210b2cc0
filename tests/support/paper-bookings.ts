import type { Moment, ResourceTerms, Wanted } from "@/lib/bookings/moments/rules";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";

export type PaperResource = ResourceTerms & {
  needsApproval: boolean;
  /** Names of the places it holds: two resources with one in common keep each other. */
  atoms: string[];
};

export type PaperSpace = {
  calendar: OpeningCalendar;
  resources: PaperResource[];
  bookingHorizonDays: number;
  graceMinutes: number | null;
  cancelDaysBefore: number;
  cancelUntilMinute: number;
};

export type PaperState =
  | "requested"
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
