import { decideMoment, type Moment, type Wanted } from "@/lib/bookings/moments/rules";
import { dayOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import {
  held,
  isSame,
  isSeat,
  meet,
  type PaperBooking,
  type PaperResource,
  type PaperState,
  plus,
  wantedOf,
} from "./paper-bookings";
import { PaperPlaces, type PartOfDay } from "./paper-places";

/** What a verb answers: « ok », or why not. */
export type Answer = string;

/**
 * A calendar on paper: arrays and plain loops that say what every verb of a booking must answer, and
 * what is free. It knows nothing of how the product keeps bookings; only the hours and terms
 * (`decideMoment`, which has its own tests) are the product's.
 */
export class PaperCalendar extends PaperPlaces {
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
    this.bookings.push({
      ...held(seat.resource, seat.moment),
      person,
      state: "confirmed",
      isWalkIn: true,
      createdAt: at,
      lapsesAt: null,
      checkedInAt: at,
      checkedOutAt: null,
    });
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
    if (resource === booking.resource && isSame(wanted, booking)) return "ok";
    const stays = this.whyStays(booking, byHost, at);
    if (stays) return stays;
    const moment = this.destination(booking, resource, wanted, byHost, at);
    if (typeof moment === "string") return moment;
    if (booking.person && isSeat(resource) && this.seatOf(booking.person, moment, at, booking)) {
      return "already_booked";
    }
    if (this.isTaken(resource, moment, at, booking)) return "slot_taken";
    Object.assign(booking, held(resource, moment));
    booking.lapsesAt = booking.state === "requested" ? booking.startsAt : this.lapse(booking, at);
    return "ok";
  }

  cancel(booking: PaperBooking, byHost: boolean, at: Date): Answer {
    if (booking.state === "cancelled") return "ok";
    if (booking.checkedInAt) return "already_checked_in";
    if (at >= booking.endsAt) return "too_late_to_cancel";
    if (!byHost && at >= this.cancellableUntil(booking)) return "too_late_to_cancel";
    const state = this.stateOf(booking, at);
    if (state !== "confirmed" && state !== "requested") return "too_late_to_cancel";
    return end(booking, "cancelled");
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

  release(booking: PaperBooking, byHost: boolean, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "released") return "ok";
    if (state !== "confirmed") return "booking_ended";
    if (booking.checkedInAt) return "already_checked_in";
    if (at >= booking.endsAt) return "too_late_to_release";
    if (!byHost && at < this.cancellableUntil(booking)) return "still_cancellable";
    return end(booking, "released");
  }

  reinstate(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "confirmed") return "ok";
    if (state !== "cancelled" && state !== "no_show") return "not_restorable";
    if (at >= booking.endsAt) return "booking_over";
    const asOf = booking.startsAt < at ? booking.startsAt : at;
    const moment = decideMoment(this.hostTerms(), booking.resource, wantedOf(booking), asOf);
    if (!moment.ok) return moment.refusal;
    return this.stand(booking, at);
  }

  checkIn(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    const early = this.notToday(booking, at);
    if (early) return early;
    if (booking.checkedInAt) return "ok";
    if (state === "no_show") {
      const { person, resource } = booking;
      if (person && isSeat(resource) && this.seatOf(person, booking, at, booking))
        return "already_booked";
      if (this.isHeld(booking, at)) return "slot_taken";
    }
    booking.state = "confirmed";
    booking.checkedInAt = at;
    booking.lapsesAt = null;
    return "ok";
  }

  undoCheckIn(booking: PaperBooking, at: Date): Answer {
    if (booking.state === "cancelled") return "ok";
    const early = this.notToday(booking, at);
    if (early) return early;
    if (booking.checkedOutAt) return "not_there";
    if (booking.isWalkIn) {
      if (this.stateOf(booking, at) !== "confirmed") return "booking_cancelled";
      booking.checkedInAt = null;
      return end(booking, "cancelled");
    }
    if (!booking.checkedInAt) return "ok";
    booking.checkedInAt = null;
    booking.lapsesAt = this.lapse(booking, at);
    return "ok";
  }

  checkOut(booking: PaperBooking, at: Date): Answer {
    const early = this.notToday(booking, at);
    if (early) return early;
    if (booking.checkedOutAt) return "ok";
    if (!booking.checkedInAt) return "not_there";
    const left = at > booking.startsAt ? at : plus(booking.startsAt, 1);
    booking.checkedOutAt = at;
    if (left < booking.endsAt) booking.heldUntil = left;
    return "ok";
  }

  noShow(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "no_show") return "ok";
    if (state !== "confirmed") return "booking_cancelled";
    if (booking.checkedInAt) return "already_there";
    if (booking.startsAt > at) return "not_begun";
    return end(booking, "no_show");
  }

  /** Closes over those instants and cancels whoever is hit and not there. */
  close(during: Interval, at: Date): Answer {
    const { closures } = this.space.calendar;
    if (during.endsAt <= at) return "slot_over";
    for (const { startsAt, endsAt } of closures) {
      if (startsAt <= during.startsAt && during.endsAt <= endsAt) return "already_closed";
    }
    for (const booking of this.bookings) {
      const state = this.stateOf(booking, at);
      const stands = state === "confirmed" || state === "requested";
      if (!stands || booking.checkedInAt || booking.endsAt <= at) continue;
      if (meet(booking, during)) end(booking, "cancelled");
    }
    this.setClosures([...closures, { ...during, reason: "Coupure d’eau" }]);
    return "ok";
  }

  reopen(during: Interval): Answer {
    const isIt = (closure: Interval) =>
      +closure.startsAt === +during.startsAt && +closure.endsAt === +during.endsAt;
    this.setClosures(this.space.calendar.closures.filter((closure) => !isIt(closure)));
    return "ok";
  }

  private take(person: string, resource: PaperResource, moment: Moment, at: Date): Answer {
    if (isSeat(resource) && this.seatOf(person, moment, at)) return "already_booked";
    if (this.isTaken(resource, moment, at)) return "slot_taken";
    const booking: PaperBooking = {
      ...held(resource, moment),
      person,
      state: resource.needsApproval ? "requested" : "confirmed",
      isWalkIn: false,
      createdAt: at,
      lapsesAt: null,
      checkedInAt: null,
      checkedOutAt: null,
    };
    booking.lapsesAt = resource.needsApproval ? booking.startsAt : this.lapse(booking, at);
    this.bookings.push(booking);
    return "ok";
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

  private stand(booking: PaperBooking, at: Date): Answer {
    const { person, resource } = booking;
    if (person && isSeat(resource) && this.seatOf(person, booking, at, booking))
      return "already_booked";
    if (this.isHeld(booking, at)) return "slot_taken";
    booking.state = "confirmed";
    booking.lapsesAt = this.lapse(booking, at);
    return "ok";
  }

  private notToday(booking: PaperBooking, at: Date): Answer | null {
    const state = this.stateOf(booking, at);
    if (state !== "confirmed" && state !== "no_show") return "booking_cancelled";
    return booking.day === dayOf(at, this.space.calendar.timeZone) ? null : "not_today";
  }
}

function oneOf<Seat extends { resource: PaperResource }>(seats: Seat[], had: string | null) {
  return seats.find(({ resource }) => resource.id === had) ?? seats[0];
}

function end(booking: PaperBooking, state: PaperState): Answer {
  booking.state = state;
  booking.lapsesAt = null;
  return "ok";
}
