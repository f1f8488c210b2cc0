import { decideMoment } from "@/lib/bookings/moments/rules";
import { dayOf } from "@/lib/core/day";
import { end, isSeat, type PaperBooking, plus, wantedOf } from "./paper-bookings";
import { PaperLine } from "./paper-line";

/** What a verb answers: « ok », or why not. */
export type Answer = string;

/** Who came, who did not, and what they give back, on paper. */
export class PaperPresence extends PaperLine {
  release(booking: PaperBooking, byHost: boolean, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "released") return "ok";
    if (state !== "confirmed") return "booking_ended";
    if (booking.checkedInAt) return "already_checked_in";
    if (at >= booking.endsAt) return "too_late_to_release";
    if (!byHost && at < this.cancellableUntil(booking)) return "still_cancellable";
    end(booking, "released");
    this.freed([booking], at);
    return "ok";
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
      end(booking, "cancelled");
      this.freed([booking], at);
      return "ok";
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
    this.freed([booking], at);
    return "ok";
  }

  noShow(booking: PaperBooking, at: Date): Answer {
    const state = this.stateOf(booking, at);
    if (state === "no_show") return "ok";
    if (state !== "confirmed") return "booking_cancelled";
    if (booking.checkedInAt) return "already_there";
    if (booking.startsAt > at) return "not_begun";
    end(booking, "no_show");
    this.freed([booking], at);
    return "ok";
  }

  protected stand(booking: PaperBooking, at: Date): Answer {
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
