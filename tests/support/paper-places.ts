import { decideMoment, type Moment, type Wanted } from "@/lib/bookings/moments/rules";
import { addDays, type Day, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import {
  held,
  isSeat,
  meet,
  type PaperBooking,
  type PaperResource,
  type PaperSpace,
  type PaperState,
  plus,
  shares,
} from "./paper-bookings";

const hostHorizonDays = 730;
const countedStates: PaperState[] = ["requested", "held", "confirmed", "no_show"];

/** The Monday of that day's week. */
export function mondayOf(day: Day): Day {
  let monday = day;
  while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = addDays(monday, -1);
  return monday;
}

export type PartOfDay = { day: Day; part: "morning" | "afternoon" | "day" };

/** The places of a calendar on paper: what is true of each booking at an instant, what keeps what, what is free. */
export class PaperPlaces {
  readonly bookings: PaperBooking[] = [];
  space: PaperSpace;

  constructor(space: PaperSpace) {
    this.space = space;
  }

  /** What is true of a booking at that instant. */
  stateOf({ state, lapsesAt }: PaperBooking, at: Date): PaperState {
    if (!lapsesAt || at < lapsesAt) return state;
    if (state === "confirmed") return "no_show";
    return state === "requested" || state === "held" ? "lapsed" : state;
  }

  /** It keeps its place from others at that instant. */
  protected isLive(booking: PaperBooking, at: Date): boolean {
    const state = this.stateOf(booking, at);
    return state === "confirmed" || state === "held";
  }

  /** What keeps each resource at that instant, by the resources that hold a place in common with it. */
  taken(at: Date): { resource: PaperResource; day: Day; startsAt: Date; endsAt: Date }[] {
    const all = [];
    for (const booking of this.bookings) {
      if (!this.isLive(booking, at)) continue;
      for (const resource of this.space.resources) {
        if (!shares(resource, booking.resource)) continue;
        const { day, heldFrom, heldUntil } = booking;
        all.push({ resource, day, startsAt: heldFrom, endsAt: heldUntil });
      }
    }
    return all;
  }

  /** Resources that nothing keeps over that part of that day; null when it is closed or not had so. */
  isFree(resource: PaperResource, wanted: Wanted, at: Date, asOf: Date): boolean | null {
    const moment = decideMoment(this.space, resource, wanted, asOf);
    if (!moment.ok) return null;
    return !this.isTaken(resource, moment, at);
  }

  /** Another calendar each time: what is read of one may be kept. */
  protected setClosures(closures: OpeningCalendar["closures"]): void {
    this.space = { ...this.space, calendar: { ...this.space.calendar, closures } };
  }

  protected freeSeats(wanted: PartOfDay, at: Date) {
    const seats = [];
    let refusal = null;
    for (const resource of this.space.resources) {
      if (!isSeat(resource)) continue;
      const moment = decideMoment(this.space, resource, wanted, at);
      if (!moment.ok) refusal = moment.refusal;
      else if (!this.isTaken(resource, moment, at)) seats.push({ resource, moment });
    }
    return refusal ?? seats;
  }

  protected lapse({ startsAt, checkedInAt }: PaperBooking, at: Date): Date | null {
    const { graceMinutes } = this.space;
    if (graceMinutes === null || checkedInAt) return null;
    return plus(startsAt > at ? startsAt : at, graceMinutes);
  }

  protected cancellableUntil({ day, createdAt, startsAt, state }: PaperBooking): Date {
    const { cancelDaysBefore, cancelUntilMinute, calendar } = this.space;
    const eve = addDays(day, -cancelDaysBefore);
    const deadline =
      state === "requested" ? startsAt : instantAt(eve, cancelUntilMinute, calendar.timeZone);
    const regret = plus(createdAt, 15);
    return new Date(Math.max(regret.getTime(), deadline.getTime()));
  }

  protected seatOf(person: string, during: Interval, at: Date, except?: PaperBooking): boolean {
    const others = this.bookings.filter((booking) => booking !== except);
    return this.sits(others, person, during, at);
  }

  /** One of these bookings seats them somewhere over that interval. */
  protected sits(bookings: PaperBooking[], person: string, during: Interval, at: Date): boolean {
    return bookings.some(
      (booking) =>
        booking.person === person &&
        isSeat(booking.resource) &&
        this.isLive(booking, at) &&
        !booking.checkedOutAt &&
        meet(booking, during),
    );
  }

  /** As many places of that kind as the resource allows its member in that week, themselves left out. */
  protected hasQuota(
    person: string,
    { kind, quotaCount }: PaperResource,
    day: Day,
    except?: PaperBooking,
  ): boolean {
    if (quotaCount === null) return false;
    return this.countOf(person, kind, mondayOf(day), except) >= quotaCount;
  }

  /** Places of a kind somebody has had, has or asks for in the week of that Monday. */
  countOf(person: string, kind: string, monday: Day, except?: PaperBooking): number {
    const counted = this.bookings.filter(
      (booking) =>
        booking !== except &&
        booking.person === person &&
        booking.resource.kind === kind &&
        countedStates.includes(booking.state) &&
        mondayOf(booking.day) === monday,
    );
    return counted.length;
  }

  protected isTaken(
    resource: PaperResource,
    moment: Moment,
    at: Date,
    except?: PaperBooking,
  ): boolean {
    return this.isHeld(held(resource, moment), at, except);
  }

  protected isHeld(
    wish: Pick<PaperBooking, "resource" | "heldFrom" | "heldUntil">,
    at: Date,
    except = wish,
  ) {
    return this.bookings.some(
      (booking) =>
        booking !== except &&
        this.isLive(booking, at) &&
        shares(booking.resource, wish.resource) &&
        booking.heldFrom < wish.heldUntil &&
        wish.heldFrom < booking.heldUntil,
    );
  }

  protected hostTerms(): PaperSpace {
    return { ...this.space, bookingHorizonDays: hostHorizonDays };
  }
}
