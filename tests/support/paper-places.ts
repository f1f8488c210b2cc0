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
    return state === "requested" ? "lapsed" : state;
  }

  /** What keeps each resource at that instant, by the resources that hold a place in common with it. */
  taken(at: Date): { resource: PaperResource; startsAt: Date; endsAt: Date }[] {
    const all = [];
    for (const booking of this.bookings) {
      if (this.stateOf(booking, at) !== "confirmed") continue;
      for (const resource of this.space.resources) {
        if (!shares(resource, booking.resource)) continue;
        all.push({ resource, startsAt: booking.heldFrom, endsAt: booking.heldUntil });
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
    return this.bookings.some(
      (booking) =>
        booking !== except &&
        booking.person === person &&
        isSeat(booking.resource) &&
        this.stateOf(booking, at) === "confirmed" &&
        !booking.checkedOutAt &&
        meet(booking, during),
    );
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
        this.stateOf(booking, at) === "confirmed" &&
        shares(booking.resource, wish.resource) &&
        booking.heldFrom < wish.heldUntil &&
        wish.heldFrom < booking.heldUntil,
    );
  }

  protected hostTerms(): PaperSpace {
    return { ...this.space, bookingHorizonDays: hostHorizonDays };
  }
}
