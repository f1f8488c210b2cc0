import { addDays, type Day, dayOf, daysBetween } from "@/lib/core/day";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import { networkTimeZone, type ResourceKind } from "@/lib/spaces/schema";
import {
  type DayRange,
  isSomebodyThere,
  type UsageBooking,
  type UsageOfNetwork,
  type UsageSpace,
  weightOfHalf,
} from "../rules";
import { earlierOf, laterOf, monthOf, type Usage } from "../schema";
import { deskSlots, halvesTouched } from "../slots/rules";
import type { DailyFact, FirstPresence, Mark, PresenceDay } from "./schema";

/** Desk-slots of a space over local days, both included, added up by half-day and kind. */
export function dailyFacts(
  space: UsageSpace,
  bookings: readonly UsageBooking[],
  range: DayRange,
): DailyFact[] {
  const kindOf = new Map(space.resources.map(({ id, kind }) => [id, kind]));
  const facts = new Map<string, DailyFact>();
  for (const slot of deskSlots(space, bookings, range)) {
    const { day, half, resourceId, isExtended } = slot;
    const kind: ResourceKind = kindOf.get(resourceId) ?? "desk";
    const key = `${day} ${half} ${kind}`;
    const start = { offered: 0, booked: 0, occupied: 0, isExtended };
    const fact = facts.get(key) ?? { spaceId: space.id, day, half, kind, ...start };
    fact.offered += 1;
    fact.booked += slot.isBooked ? 1 : 0;
    fact.occupied += slot.isOccupied ? 1 : 0;
    facts.set(key, fact);
  }
  return [...facts.values()];
}

/** Who was in a space on which local days of the range, both included, once a person and day. */
export function presenceDays(
  space: UsageSpace,
  bookings: readonly UsageBooking[],
  range: DayRange,
): PresenceDay[] {
  const found = new Map<string, PresenceDay>();
  const own = bookings.filter(({ spaceId }) => spaceId === space.id);
  for (const booking of own.filter(isSomebodyThere)) {
    const who = booking.personId ?? booking.id;
    const isGuest = booking.personId === null;
    for (const { day, half } of halvesTouched(space, booking, range)) {
      const known = found.get(`${who} ${day}`) ?? absent({ spaceId: space.id, day, who, isGuest });
      found.set(`${who} ${day}`, { ...known, [half satisfies HalfDay]: true });
    }
  }
  return [...found.values()];
}

/** Of each person among these days, the first and who saw them then, and when they came back. Guests are nobody twice. */
export function firstPresences(presences: readonly PresenceDay[]): FirstPresence[] {
  const known = presences.filter(({ isGuest }) => !isGuest);
  return [...Map.groupBy(known, ({ who }) => who)].map(([personId, own]) => {
    const days = own.map(({ day }) => day);
    const first = days.reduce(earlierOf);
    const later = days.filter((day) => monthOf(day) > monthOf(first));
    const seen = own.filter(({ day }) => day === first).map(({ spaceId }) => spaceId);
    return {
      personId,
      day: first,
      spaceIds: [...new Set(seen)].sort(),
      returnedOn: later.length > 0 ? later.reduce(earlierOf) : null,
    };
  });
}

function absent(of: Omit<PresenceDay, HalfDay>): PresenceDay {
  return { ...of, morning: false, afternoon: false };
}

export type Slots = Pick<Usage, "offered" | "booked" | "occupied">;

/**
 * Usage of some days from what is kept of them: the desk-slots of each space, and who was where on which
 * day. Person-days are capped over the network, persons distinct in each space and over all of them.
 */
export function usageOfFacts(
  slots: ReadonlyMap<string, Slots>,
  presences: readonly PresenceDay[],
): UsageOfNetwork {
  const days = personDaysOf(presences);
  const persons = distinctBySpace(presences.filter(({ isGuest }) => !isGuest));
  const guests = distinctBySpace(presences.filter(({ isGuest }) => isGuest));
  const bySpace = new Map(
    [...slots].map(([id, own]) => [
      id,
      {
        ...own,
        personDays: days.get(id) ?? 0,
        users: persons.bySpace.get(id)?.size ?? 0,
        guests: guests.bySpace.get(id)?.size ?? 0,
      },
    ]),
  );
  const sum = (figure: Exclude<keyof Usage, "users">) =>
    [...bySpace.values()].reduce((total, usage) => total + usage[figure], 0);
  return {
    bySpace,
    network: {
      offered: sum("offered"),
      booked: sum("booked"),
      occupied: sum("occupied"),
      personDays: sum("personDays"),
      users: persons.all.size,
      guests: sum("guests"),
    },
  };
}

function distinctBySpace(presences: readonly PresenceDay[]) {
  const bySpace = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { spaceId, who } of presences) {
    const own = bySpace.get(spaceId) ?? new Set<string>();
    bySpace.set(spaceId, own.add(who));
    all.add(who);
  }
  return { bySpace, all };
}

function personDaysOf(presences: readonly PresenceDay[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const own of Map.groupBy(presences, ({ who, day }) => `${who} ${day}`).values()) {
    const weight = weightOfHalf(own.reduce((count, one) => count + halvesIn(one), 0));
    for (const one of own) {
      totals.set(one.spaceId, (totals.get(one.spaceId) ?? 0) + weight * halvesIn(one));
    }
  }
  return totals;
}

function halvesIn({ morning, afternoon }: PresenceDay): number {
  return (morning ? 1 : 0) + (afternoon ? 1 : 0);
}

/**
 * Days of a space to count: those marked, and those of `wanted` that lie outside what was ever counted
 * (`span`), in order, none twice; frozen days are left as they are. A day that has not begun waits.
 */
export function waitingDays(
  marks: readonly Mark[],
  {
    span,
    wanted,
    frozen,
  }: { span: DayRange | null; wanted: DayRange; frozen: readonly DayRange[] },
): DayRange[] {
  const whole = span ? hullOf(span, wanted) : wanted;
  const marked = marks.map(({ first, last }) => ({
    first: first ?? whole.first,
    last: last ?? whole.last,
  }));
  const beyond = span ? without(whole, span) : [whole];
  const within = [...marked, ...beyond].flatMap((range) => clip(range, whole) ?? []);
  return frozen.reduce<DayRange[]>(
    (ranges, month) => ranges.flatMap((range) => without(range, month)),
    joined(within),
  );
}

/** The days from the first of one to the last of the other, whichever they are. */
export function hullOf(one: DayRange, other: DayRange): DayRange {
  return { first: earlierOf(one.first, other.first), last: laterOf(one.last, other.last) };
}

function clip({ first, last }: DayRange, to: DayRange): DayRange | null {
  const range = { first: laterOf(first, to.first), last: earlierOf(last, to.last) };
  return range.first <= range.last ? range : null;
}

/** What is left of a range once another is taken out. */
function without(range: DayRange, taken: DayRange): DayRange[] {
  if (taken.last < range.first || taken.first > range.last) return [range];
  return [
    ...(taken.first > range.first ? [{ first: range.first, last: addDays(taken.first, -1) }] : []),
    ...(taken.last < range.last ? [{ first: addDays(taken.last, 1), last: range.last }] : []),
  ];
}

function joined(ranges: readonly DayRange[]): DayRange[] {
  const done: DayRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const last = done.at(-1);
    if (last && range.first <= addDays(last.last, 1)) done[done.length - 1] = hullOf(last, range);
    else done.push(range);
  }
  return done;
}

/** The earliest of these days, so many at the most, and what is left of them. */
export function takeDays(
  ranges: readonly DayRange[],
  most: number,
): { taken: DayRange[]; left: DayRange[] } {
  const taken: DayRange[] = [];
  const left: DayRange[] = [];
  let room = most;
  for (const range of ranges) {
    const fits = Math.min(room, lengthOf(range));
    if (fits > 0) taken.push({ first: range.first, last: addDays(range.first, fits - 1) });
    if (fits < lengthOf(range)) left.push({ first: addDays(range.first, fits), last: range.last });
    room -= fits;
  }
  return { taken, left };
}

/** How many days a range has. */
export function lengthOf({ first, last }: { first: Day; last: Day }): number {
  return daysBetween(first, last) + 1;
}

/** The last local day that is over at that instant, by the clock of the network. */
export function yesterdayAt(at: Date): Day {
  return addDays(dayOf(at, networkTimeZone), -1);
}

/** Longest age of figures that nobody needs to be told of: the job counts what waits well within it. */
const freshMs = 60_000;

/** How good figures are that are right as of that instant, null where days of them were never counted. */
export function ageOfFacts(upToDateAt: Date | null, at: Date): "fresh" | "old" | "uncounted" {
  if (!upToDateAt) return "uncounted";
  return at.getTime() - upToDateAt.getTime() <= freshMs ? "fresh" : "old";
}
