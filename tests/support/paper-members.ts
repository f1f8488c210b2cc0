import { decideMoment, type Wanted } from "@/lib/bookings/moments/rules";
import type { Day } from "@/lib/core/day";
import {
  aPaperBooking,
  end,
  isSeat,
  type PaperBooking,
  type PaperResource,
} from "./paper-bookings";
import { PaperEdits } from "./paper-edits";

/** The calendar on paper with what members do among themselves, and hosts for them. */
export class PaperNetwork extends PaperEdits {
  /** By a host, for a member or a guest (null): sure at once, whatever quota or agreement. */
  bookFor(person: string | null, resource: PaperResource, wanted: Wanted, at: Date): string {
    const moment = decideMoment(this.hostTerms(), resource, wanted, at);
    if (!moment.ok) return moment.refusal;
    if (this.isTaken(resource, moment, at)) return "slot_taken";
    if (person && isSeat(resource) && this.seatOf(person, moment, at)) return "already_booked";
    const facts = { person, state: "confirmed" as const, createdAt: at };
    const booking = aPaperBooking(resource, moment, facts);
    booking.lapsesAt = this.lapse(booking, at);
    this.bookings.push(booking);
    return "ok";
  }

  /** Proposed and agreed to at that very instant: place and moment stay, the members change. */
  swap(offered: PaperBooking, wanted: PaperBooking, at: Date): string {
    if (!wanted.person || wanted.state !== "confirmed" || wanted.startsAt <= at) {
      return "unknown_code";
    }
    if (offered.person === wanted.person) return "own_booking";
    if (!this.mayBeSwapped(offered, at) || !this.mayBeSwapped(wanted, at)) return "not_swappable";
    const others = this.bookings.filter((one) => one !== offered && one !== wanted);
    const sitsElsewhere = (person: string | null, gained: PaperBooking) =>
      isSeat(gained.resource) && this.sits(others, person ?? "", gained, at);
    if (sitsElsewhere(offered.person, wanted)) return "already_booked";
    if (sitsElsewhere(wanted.person, offered)) return "already_booked";
    [offered.person, wanted.person] = [wanted.person, offered.person];
    // The date leaves its series and its wait: it is somebody else's.
    for (const one of [offered, wanted]) Object.assign(one, { series: null, entry: null });
    this.freed([offered, wanted], at);
    return "ok";
  }

  /** « I am away » between two days, both included. */
  away(person: string, from: Day, until: Day, at: Date): string {
    const isMeant = (day: Day) => from <= day && day <= until;
    const meant = this.bookings.filter(
      (one) =>
        one.person === person &&
        isMeant(one.day) &&
        one.endsAt > at &&
        ["requested", "held", "confirmed"].includes(this.stateOf(one, at)),
    );
    const going = meant.filter((one) => !one.checkedInAt && at < this.cancellableUntil(one));
    const awaited = this.series
      .filter((wish) => wish.person === person)
      .flatMap(({ refused }) => refused)
      .filter(({ day, isClosed }) => !isClosed && isMeant(day));
    if (going.length + awaited.length === 0) return "nothing_to_cancel";
    for (const one of going) end(one, "cancelled");
    for (const row of awaited) row.isClosed = true;
    this.freed(going, at);
    return "ok";
  }

  private mayBeSwapped(one: PaperBooking, at: Date): boolean {
    const isSure = this.stateOf(one, at) === "confirmed" && one.startsAt > at;
    return one.person !== null && isSure && !one.checkedInAt && !one.resource.needsApproval;
  }
}
