import { decideMoment, type Moment } from "@/lib/bookings/moments/rules";
import { addDays, type Day } from "@/lib/core/day";
import { kindOf } from "./calendar-model";
import { held, isSeat, meet, type PaperBooking, type PaperSeriesWish } from "./paper-bookings";
import { mondayOf } from "./paper-places";
import { PaperAgenda, type Terms, termsOn } from "./paper-series";

const countedStates = ["requested", "held", "confirmed", "no_show"];

/** The calendar on paper where a series may get another place or another moment from a day on. */
export class PaperEdits extends PaperAgenda {
  editSeries(wish: PaperSeriesWish, from: Day, terms: Terms, at: Date): string {
    if (kindOf(terms.resource) !== kindOf(wish.resource)) return "other_kind";
    const today = this.today(at);
    const first = from > today ? from : today;
    const isOver = wish.endedFrom !== null && first >= wish.endedFrom;
    if (first > wish.lastDay || isOver) return "series_over";
    // What is offered to others meanwhile is met on arrival, not judged beforehand.
    const before = [...this.bookings];
    const said = this.datesToEdit(wish, first, at).map((one) =>
      this.editOne(one, terms, before, at),
    );
    if (said.includes("stays") && !said.includes("moves")) return "nothing_moved";
    const last = { until: first, ...termsOn(wish, addDays(first, -1)) };
    wish.former = [...wish.former.filter(({ until }) => until < first), last];
    Object.assign(wish, terms);
    return "ok";
  }

  private datesToEdit(wish: PaperSeriesWish, first: Day, at: Date): PaperBooking[] {
    return this.datesOf(wish)
      .filter((one) => {
        const stands = ["requested", "confirmed"].includes(this.stateOf(one, at));
        const isToCome = one.day >= first && one.startsAt > at;
        return stands && isToCome && !one.checkedInAt && one.person === wish.person;
      })
      .sort((a, b) => +a.startsAt - +b.startsAt);
  }

  private editOne(
    one: PaperBooking,
    { resource, moment }: Terms,
    before: PaperBooking[],
    at: Date,
  ): "same" | "stays" | "moves" {
    const decided = decideMoment(this.space, resource, this.wantedOn(one.day, moment), at);
    if (!decided.ok) return "stays";
    const { startsAt, endsAt } = one;
    const isThere = +decided.startsAt === +startsAt && +decided.endsAt === +endsAt;
    if (isThere && resource === one.resource && decided.part === one.part) return "same";
    const there = held(resource, decided);
    if (this.isInTheWay(one, there, before, at)) return "stays";
    if (at >= this.cancellableUntil(one)) return "stays";
    if (resource.needsApproval && one.state === "confirmed") return "stays";
    // A request holds nothing, and meets nothing.
    if (one.state === "confirmed" && this.isTaken(resource, decided, at, one)) return "stays";
    Object.assign(one, there);
    one.lapsesAt = one.state === "requested" ? one.startsAt : this.lapse(one, one.createdAt);
    this.freed([{ startsAt, endsAt }], at);
    return "moves";
  }

  /** Their own booking there or their other seat, somebody else's, or their quota. */
  private isInTheWay(
    one: PaperBooking,
    there: ReturnType<typeof held>,
    before: PaperBooking[],
    at: Date,
  ): boolean {
    const others = before.filter((other) => other !== one);
    const mine = others.filter(({ person }) => person === one.person);
    const { resource } = there;
    const isOwn = mine.some(
      (other) =>
        other.resource === resource &&
        meet(other, there) &&
        !other.checkedOutAt &&
        (this.isLive(other, at) || this.stateOf(other, at) === "requested"),
    );
    const sits = isSeat(resource) && this.sits(others, one.person ?? "", there, at);
    const isHeld = others.some(
      (other) =>
        this.isLive(other, at) &&
        sharesPlace(other, there) &&
        other.heldFrom < there.heldUntil &&
        there.heldFrom < other.heldUntil,
    );
    return isOwn || sits || isHeld || isFull(mine, there);
  }
}

function sharesPlace(a: Pick<PaperBooking, "resource">, b: Pick<PaperBooking, "resource">) {
  return a.resource.atoms.some((atom) => b.resource.atoms.includes(atom));
}

/** As many of that kind in that week as the place allows its member. */
function isFull(mine: PaperBooking[], { resource, day }: Moment & Pick<PaperBooking, "resource">) {
  const counted = mine.filter(
    (other) =>
      other.resource.kind === resource.kind &&
      countedStates.includes(other.state) &&
      mondayOf(other.day) === mondayOf(day),
  );
  return resource.quotaCount !== null && counted.length >= resource.quotaCount;
}
