import { decideMoment, type Moment, type Wanted } from "@/lib/bookings/moments/rules";
import type { Interval } from "@/lib/core/interval";
import {
  aPaperBooking,
  end,
  type PaperEntry,
  type PaperResource,
  plus,
  shares,
  wantedOf,
} from "./paper-bookings";
import { PaperPlaces } from "./paper-places";

/** What somebody waits for. */
export type PaperWish = Pick<PaperEntry, "kind" | "resource" | "quantity"> & { wanted: Wanted };

/** What is free is looked at again for whoever waits this long before and after what was freed. */
const aroundMinutes = 240;

/**
 * The waiting line on paper: whoever came first and whose wish fits what is free has it held for them,
 * at the very moment it is free, once, and never once their slot has begun.
 */
export class PaperLine extends PaperPlaces {
  readonly entries: PaperEntry[] = [];

  join(person: string, wish: PaperWish, at: Date): string {
    const possible = this.possible(wish, at);
    if (typeof possible === "string") return possible;
    const { moment, resources } = possible;
    if (moment.startsAt <= at) return "slot_begun";
    if (apart(resources).length < wish.quantity) return "too_many";
    const { kind, resource, quantity } = wish;
    const same = { person, kind, resource, ...moment };
    if (this.entries.some((before) => isSameWish(before, same))) return "already_waiting";
    const sits = isSeatKind(kind) && this.seatOf(person, moment, at);
    if (sits) return "already_booked";
    if (this.placesFor(wish, at)) return "places_free";
    const entry = { ...moment, person, kind, resource, quantity };
    this.entries.push({ ...entry, state: "waiting", offerUntil: null });
    return "ok";
  }

  leave(entry: PaperEntry, at: Date): string {
    if (entry.state === "served") return "already_served";
    if (entry.state !== "waiting" && entry.state !== "offered") return "ok";
    entry.state = "withdrawn";
    const places = this.bookings.filter((one) => one.entry === entry && one.state === "held");
    for (const place of places) end(place, "cancelled");
    this.freed(places, at);
    return "ok";
  }

  accept(entry: PaperEntry, at: Date): string {
    if (entry.state === "served") return "ok";
    const places = this.bookings.filter(
      (one) => one.entry === entry && this.stateOf(one, at) === "held",
    );
    if (this.entryStateOf(entry, at) !== "offered" || places.length === 0) return "offer_over";
    const elsewhere = this.bookings.filter((one) => !places.includes(one));
    if (isSeatKind(entry.kind) && this.sits(elsewhere, entry.person, entry, at)) {
      return "already_booked";
    }
    for (const place of places) {
      place.state = "confirmed";
      place.lapsesAt = this.lapse(place, at);
    }
    entry.state = "served";
    return "ok";
  }

  /** Writes what time has decided, and offers what that frees. */
  settle(at: Date): void {
    const due = this.bookings.filter((one) => one.lapsesAt && one.lapsesAt <= at);
    if (due.length === 0) return;
    for (const booking of due) end(booking, this.stateOf(booking, at));
    this.closeSpent("lapsed");
    this.serve(due, at);
  }

  entryStateOf({ state, startsAt, offerUntil }: PaperEntry, at: Date): PaperEntry["state"] {
    if (state === "waiting") return startsAt <= at ? "lapsed" : state;
    return state === "offered" && offerUntil && offerUntil <= at ? "lapsed" : state;
  }

  /** One more than those before who wait for what the same place would serve. */
  placeInLine(entry: PaperEntry, at: Date): number {
    const before = this.entries.slice(0, this.entries.indexOf(entry));
    const rivals = before.filter(
      (one) =>
        this.entryStateOf(one, at) === "waiting" &&
        one.kind === entry.kind &&
        one.startsAt < entry.endsAt &&
        entry.startsAt < one.endsAt &&
        (!one.resource || !entry.resource || one.resource === entry.resource),
    );
    return rivals.length + 1;
  }

  /** What was there before is free: whoever waits for it is next. */
  protected freed(places: Interval[], at: Date): void {
    if (places.length === 0) return;
    this.closeSpent("withdrawn");
    this.serve(places, at);
  }

  protected serve(places: Interval[], at: Date): void {
    const from = plus(new Date(Math.min(...places.map((one) => +one.startsAt))), -aroundMinutes);
    const until = plus(new Date(Math.max(...places.map((one) => +one.endsAt))), aroundMinutes);
    const passed = new Set<PaperEntry>();
    for (let next = this.next(passed, { from, until }, at); next; ) {
      passed.add(next);
      this.offer(next, at);
      next = this.next(passed, { from, until }, at);
    }
  }

  private next(passed: Set<PaperEntry>, around: { from: Date; until: Date }, at: Date) {
    for (const entry of this.entries) {
      const waits = entry.state === "waiting" && entry.startsAt > at && !passed.has(entry);
      const isNear = entry.startsAt < around.until && entry.endsAt > around.from;
      if (waits && isNear && this.placesFor(wishOf(entry), at)) return entry;
    }
    return null;
  }

  /** All the places of the wish or none: who sits elsewhere or has their quota is passed over. */
  private offer(entry: PaperEntry, at: Date): void {
    const found = this.placesFor(wishOf(entry), at);
    if (!found) return;
    const { moment, places } = found;
    if (isSeatKind(entry.kind) && this.seatOf(entry.person, moment, at)) return;
    const delay = plus(at, this.space.offerMinutes);
    const offerUntil = new Date(Math.min(delay.getTime(), moment.startsAt.getTime()));
    const before = this.bookings.length;
    for (const place of [...places].sort((a, b) => a.id.localeCompare(b.id))) {
      if (this.hasQuota(entry.person, place, moment.day)) {
        this.bookings.length = before;
        return;
      }
      const facts = { person: entry.person, state: "held" as const, createdAt: at, entry };
      this.bookings.push(aPaperBooking(place, moment, { ...facts, lapsesAt: offerUntil }));
    }
    entry.state = "offered";
    entry.offerUntil = offerUntil;
  }

  private placesFor(wish: PaperWish, at: Date) {
    const possible = this.possible(wish, at);
    if (typeof possible === "string") return null;
    const { moment, resources } = possible;
    const free = apart(resources.filter((resource) => !this.isTaken(resource, moment, at)));
    return free.length < wish.quantity ? null : { moment, places: free.slice(0, wish.quantity) };
  }

  /** What could serve a wish were it free, what shares its place with the fewest first. */
  private possible({ kind, resource, wanted }: PaperWish, at: Date) {
    const asked = this.space.resources.filter((one) =>
      resource ? one === resource : one.kind === kind,
    );
    if (asked.every(({ needsApproval }) => needsApproval)) return "on_request";
    const resources: PaperResource[] = [];
    let moment: Moment | null = null;
    let refusal: string | null = null;
    for (const one of asked.filter(({ needsApproval }) => !needsApproval)) {
      const decided = decideMoment(this.space, one, wanted, at);
      if (!decided.ok) {
        refusal ??= decided.refusal;
        continue;
      }
      const { ok: _, ...found } = decided;
      moment ??= found;
      resources.push(one);
    }
    if (!moment) return refusal ?? "not_bookable";
    const sharing = (one: PaperResource) =>
      this.space.resources.filter((other) => shares(one, other)).length;
    return { moment, resources: resources.sort((a, b) => sharing(a) - sharing(b)) };
  }

  private closeSpent(state: "withdrawn" | "lapsed"): void {
    for (const entry of this.entries) {
      const isHeld = this.bookings.some((one) => one.entry === entry && one.state === "held");
      if (entry.state === "offered" && !isHeld) entry.state = state;
    }
  }
}

function wishOf(entry: PaperEntry): PaperWish {
  return { ...entry, wanted: wantedOf(entry) };
}

function isSameWish(
  entry: PaperEntry,
  wish: Moment & Pick<PaperEntry, "person" | "kind" | "resource">,
): boolean {
  return (
    (entry.state === "waiting" || entry.state === "offered") &&
    entry.person === wish.person &&
    entry.kind === wish.kind &&
    entry.resource === wish.resource &&
    +entry.startsAt === +wish.startsAt &&
    +entry.endsAt === +wish.endsAt
  );
}

function isSeatKind(kind: PaperEntry["kind"]): boolean {
  return kind === "desk" || kind === "office";
}

/** In their order, those that hold no place in common with one before. */
function apart(resources: PaperResource[]): PaperResource[] {
  const chosen: PaperResource[] = [];
  for (const resource of resources) {
    if (!chosen.some((other) => shares(other, resource))) chosen.push(resource);
  }
  return chosen;
}
