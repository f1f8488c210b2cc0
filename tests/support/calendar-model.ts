import { decideMoment, type Moment, type Wanted } from "@/lib/bookings/moments/rules";
import { dayOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import {
  aPaperBooking,
  end,
  held,
  isSame,
  isSeat,
  meet,
  type PaperBooking,
  type PaperResource,
  type PaperSeriesWish,
  type PaperState,
  wantedOf,
} from "./paper-bookings";
import type { PartOfDay } from "./paper-places";
import { type Answer, PaperPresence } from "./paper-presence";

/** States in which a booking may still be cancelled. */
const standing: PaperState[] = ["requested", "held", "confirmed"];

/**
 * A calendar on paper: arrays and plain loops that say what every verb of a booking must answer, and
 * what is free. It knows nothing of how the product keeps bookings; only the hours and terms
 * (`decideMoment`, which has its own tests) are the product's.
 */
export class PaperCalendar extends PaperPresence {
  book(person: string, resource: PaperResource, wanted: Wanted, at: Date): Answer {
    const moment = decideMoment(this.space, resource, wanted, at);
    if (!moment.ok) return moment.refusal;
    return this.take(person, resource, moment, at);
  }

  /**
   * A free seat, the one that was had when it is one of them; one that the host must agree to only when
   * nothing else is free.
   */
  bookAny(person: string, wanted: PartOfDay, had: string | null, at: Date): Answer {
    const found = this.freeSeats(wanted, at);
    if (typeof found === "string") return found;
    const sure = found.filter(({ resource }) => !resource.needsApproval);
    const seat = oneOf(sure.length > 0 ? sure : found, had);
    return seat ? this.take(person, seat.resource, seat.moment, at) : "space_full";
  }

  walkIn(person: string | null, part: PartOfDay["part"], had: string | null, at: Date): Answer {
    const day = dayOf(at, this.space.calendar.timeZone);
    const found = this.freeSeats({ day, part }, at);
    if (typeof found === "string") return found === "slot_over" ? found : "space_closed";
    const seat = oneOf(found, had);
    if (!seat) return "space_full";
    if (person && this.seatOf(person, seat.moment, at)) return "already_booked";
    const there = { isWalkIn: true, checkedInAt: at };
    const facts = { person, state: "confirmed" as const, createdAt: at, ...there };
    this.bookings.push(aPaperBooking(seat.resource, seat.moment, facts));
    return "ok";
  }

  move(
    booking: PaperBooking,
    resource: PaperResource,
    asked: Wanted | null,
    byHost: boolean,
    at: Date,
  ): Answer {
    const wanted = asked ?? wantedOf(booking);
    const settled = this.withoutGoing(booking, resource, wanted, byHost, at);
    if (settled) return settled;
    const moment = this.destination(booking, resource, wanted, byHost, at);
    if (typeof moment === "string") return moment;
    if (booking.person && isSeat(resource) && this.seatOf(booking.person, moment, at, booking)) {
      return "already_booked";
    }
    const { person } = booking;
    if (person && !byHost && this.hasQuota(person, resource, moment.day, booking)) {
      return "quota_reached";
    }
    if (this.isTaken(resource, moment, at, booking)) return "slot_taken";
    const { startsAt, endsAt } = booking;
    Object.assign(booking, held(resource, moment));
    booking.lapsesAt = booking.state === "requested" ? booking.startsAt : this.lapse(booking, at);
    this.freed([{ startsAt, endsAt }], at);
    return "ok";
  }

  cancel(booking: PaperBooking, byHost: boolean, at: Date): Answer {
    if (booking.state === "cancelled") return "ok";
    if (booking.checkedInAt) return "already_checked_in";
    if (at >= booking.endsAt) return "too_late_to_cancel";
    if (!byHost && at >= this.cancellableUntil(booking)) return "too_late_to_cancel";
    const state = this.stateOf(booking, at);
    if (!standing.includes(state)) return "too_late_to_cancel";
    end(booking, "cancelled");
    this.freed([booking], at);
    return "ok";
  }

  confirm(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "confirmed") return "ok";
    if (state !== "requested") return state === "lapsed" ? "request_lapsed" : "already_answered";
    const moment = decideMoment(this.hostTerms(), booking.resource, wantedOf(booking), at);
    if (!moment.ok) return moment.refusal;
    return this.stand(booking, at);
  }

  refuse(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "refused") return "ok";
    if (state !== "requested") return state === "lapsed" ? "request_lapsed" : "already_answered";
    return end(booking, "refused");
  }

  /** Closes over those instants; whoever is hit and not there is cancelled, or kept all the same. */
  close(during: Interval, at: Date, keeps = false): Answer {
    const { closures } = this.space.calendar;
    if (during.endsAt <= at) return "slot_over";
    for (const { startsAt, endsAt } of closures) {
      if (startsAt <= during.startsAt && during.endsAt <= endsAt) return "already_closed";
    }
    const hit = this.bookings.filter((booking) => {
      const stands = standing.includes(this.stateOf(booking, at)) && !booking.checkedInAt;
      return stands && booking.endsAt > at && meet(booking, during);
    });
    this.setClosures([...closures, { ...during, reason: "Coupure d’eau" }]);
    if (keeps) return "ok";
    for (const booking of hit) end(booking, "cancelled");
    this.freed(hit, at);
    return "ok";
  }

  reopen(during: Interval, at: Date): Answer {
    const isIt = (closure: Interval) =>
      +closure.startsAt === +during.startsAt && +closure.endsAt === +during.endsAt;
    this.setClosures(this.space.calendar.closures.filter((closure) => !isIt(closure)));
    this.serve([during], at);
    return "ok";
  }

  protected take(
    person: string,
    resource: PaperResource,
    moment: Moment,
    at: Date,
    series: PaperSeriesWish | null = null,
  ): Answer {
    if (isSeat(resource) && this.seatOf(person, moment, at)) {
      return this.isTaken(resource, moment, at) ? "slot_taken" : "already_booked";
    }
    if (this.hasQuota(person, resource, moment.day)) return "quota_reached";
    if (this.isTaken(resource, moment, at)) return "slot_taken";
    const state = resource.needsApproval ? ("requested" as const) : ("confirmed" as const);
    const booking = aPaperBooking(resource, moment, { person, state, createdAt: at, series });
    booking.lapsesAt = resource.needsApproval ? booking.startsAt : this.lapse(booking, at);
    this.bookings.push(booking);
    return "ok";
  }

  /** What is said before anything of where it would go is looked at. */
  private withoutGoing(
    booking: PaperBooking,
    resource: PaperResource,
    wanted: Wanted,
    byHost: boolean,
    at: Date,
  ): Answer | null {
    const isHere = resource === booking.resource && isSame(wanted, booking);
    const stays = this.whyStays(booking, byHost, at);
    if (isHere) return stays === "booking_ended" ? stays : "ok";
    if (stays) return stays;
    return kindOf(resource) === kindOf(booking.resource) ? null : "other_kind";
  }

  private whyStays(booking: PaperBooking, byHost: boolean, at: Date): Answer | null {
    const state = this.stateOf(booking, at);
    if ((state !== "confirmed" && state !== "requested") || booking.checkedOutAt)
      return "booking_ended";
    if (at >= booking.endsAt) return "too_late_to_move";
    if (!byHost && booking.checkedInAt) return "already_checked_in";
    if (!byHost && at >= this.cancellableUntil(booking)) return "too_late_to_move";
    return null;
  }

  private destination(
    booking: PaperBooking,
    resource: PaperResource,
    wanted: Wanted,
    byHost: boolean,
    at: Date,
  ): Moment | string {
    const isHere = resource === booking.resource;
    // A length may change once it has begun: it is judged as of its start.
    const keepsStart = isHere && "startsAt" in wanted && +wanted.startsAt === +booking.startsAt;
    const asOf = keepsStart && booking.startsAt < at ? booking.startsAt : at;
    const moment = decideMoment(byHost ? this.hostTerms() : this.space, resource, wanted, asOf);
    if (!moment.ok) return moment.refusal;
    if (moment.endsAt <= at) return "slot_over";
    return this.whyNotGo(booking, resource, moment, byHost, at) ?? moment;
  }

  private whyNotGo(
    booking: PaperBooking,
    resource: PaperResource,
    moment: Moment,
    byHost: boolean,
    at: Date,
  ): Answer | null {
    if (booking.checkedInAt && +moment.startsAt !== +booking.startsAt) return "already_checked_in";
    if (booking.state === "requested" && moment.startsAt <= at) return "slot_over";
    const isHere = resource === booking.resource;
    const shorter =
      isHere && moment.startsAt >= booking.startsAt && moment.endsAt <= booking.endsAt;
    if (resource.needsApproval && booking.state === "confirmed" && !byHost && !shorter) {
      return "needs_approval";
    }
    return null;
  }
}

/** What a booking is of: a seat, or a kind of its own. */
export function kindOf(resource: PaperResource): string {
  return isSeat(resource) ? "seat" : resource.kind;
}

function oneOf<Seat extends { resource: PaperResource }>(seats: Seat[], had: string | null) {
  return seats.find(({ resource }) => resource.id === had) ?? seats[0];
}
