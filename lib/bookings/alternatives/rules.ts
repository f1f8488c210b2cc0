import { addDays, type Day, dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import { distanceKm, type Position } from "@/lib/core/distance";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import { type BookableSpace, freeAmong, type TakenInterval } from "../rules";
import { type BookingPart, seatKinds } from "../schema";

export type Alternative = Moment & {
  /** What differs from the wish: another resource, another moment that day, another place, another day. */
  differs: "desk" | "part" | "space" | "day";
  slug: string;
  spaceName: string;
  communeName: string;
  timeZone: string;
  resource: { id: string; name: string };
  /** As the crow flies from `from`, the space asked for unless told; 0 in the same one. */
  distanceKm: number;
};

export type AlternativeSpace = BookableSpace<ResourceTerms & { name: string; capacity: number }> &
  Position & { slug: string; name: string; commune: { name: string }; bookings: TakenInterval[] };

export type Wish = {
  slug: string;
  wanted: Wanted;
  /** The resource refused: others of its kind will do. */
  resourceId?: string | undefined;
  kinds?: readonly ResourceKind[];
  /** How many will come, when it was said. */
  people?: number | undefined;
  /** A day nearer than the one asked for, which cannot be booked at all: everything differs by the day. */
  nearest?: Day | null;
  /** Whence distances are counted, the member's commune for instance. */
  from?: Position | undefined;
};

/** The least that each size of room seats: two or three, a table, a large one, a meeting, an assembly. */
const roomSizes = [1, 4, 7, 12, 20];

/**
 * Seats something else must have: as many as were said to come; else, where a room was asked for, the
 * least of its size, since a room of three helps nobody who wanted one of eight; else one.
 */
export function seatsNeeded(
  people: number | undefined,
  refused: { kind: ResourceKind; capacity: number } | undefined,
): number {
  if (people !== undefined) return people;
  if (refused?.kind !== "room") return 1;
  return roomSizes.findLast((least) => least <= refused.capacity) ?? 1;
}

/** How many come with those companions; unsaid when they are none: one books a room for eight by oneself. */
export function peopleOf(companions: readonly string[] | undefined): number | undefined {
  return companions && companions.length > 0 ? companions.length + 1 : undefined;
}

/** How far ahead another day is looked for. */
export const daysAhead = 14;
export const most = 3;

const otherParts: Record<BookingPart, BookingPart[]> = {
  morning: ["afternoon"],
  afternoon: ["morning"],
  day: ["morning", "afternoon"],
};

/**
 * Up to three free places near a refused wish: same moment at another resource of the kind, another
 * moment of that day (for hours the nearest start), the nearest other spaces, then the next open days,
 * two weeks at most (`ahead` days; with 0 only what comes before later days). Nothing past, closed,
 * beyond a horizon or too small (`seatsNeeded`).
 */
export function alternativesTo(
  wish: Wish,
  spaces: AlternativeSpace[],
  at: Date,
  ahead = daysAhead,
): Alternative[] {
  const asked = spaces.find((space) => space.slug === wish.slug);
  if (!asked) return [];
  const { timeZone } = asked.calendar;
  const refused = asked.resources.find((resource) => resource.id === wish.resourceId);
  const kinds = wish.kinds ?? (refused ? kindsLike(refused.kind) : seatKinds);
  const seats = seatsNeeded(wish.people, refused);
  const from = wish.from ?? asked;
  const tryOut = (differs: Alternative["differs"], space: AlternativeSpace, moment: Wanted) =>
    firstFree(
      space,
      { kinds, seats, but: moment === wish.wanted ? refused : null },
      moment,
      at,
    ).map((free) => ({
      ...free,
      differs: wish.nearest ? ("day" as const) : differs,
      slug: space.slug,
      spaceName: space.name,
      communeName: space.commune.name,
      timeZone: space.calendar.timeZone,
      distanceKm: distanceKm(from, space),
    }));
  const wanted = wish.nearest ? onDay(wish.wanted, wish.nearest, timeZone) : wish.wanted;
  const others = spaces.filter((space) => space.slug !== wish.slug).sort(nearestTo(from));
  const day = "day" in wanted ? wanted.day : dayOf(wanted.startsAt, timeZone);
  const later = Array.from({ length: ahead }, (_, index) => addDays(day, index + 1));
  // One after the other, only as far as needed: looking everywhere costs more than booking.
  const elsewhere = others.values();
  const found: Alternative[] = [];
  const look = (limit: number, tries: Iterable<() => Alternative[]>) => {
    const enough = Math.min(most, found.length + limit);
    if (found.length >= enough) return;
    for (const attempt of tries) {
      found.push(...attempt());
      if (found.length >= enough) return;
    }
  };
  const otherMomentsHere = otherMoments(wanted, refused);
  look(1, [() => tryOut("desk", asked, wanted)]);
  // The nearest other hour says enough; the two halves of a day are two things.
  look(
    "day" in wanted ? most : 1,
    each(otherMomentsHere, (moment) => tryOut("part", asked, moment)),
  );
  look(
    1,
    each(elsewhere, (space) => tryOut("space", space, wanted)),
  );
  look(
    most,
    each(later, (next) => tryOut("day", asked, onDay(wanted, next, timeZone))),
  );
  look(
    most,
    each(elsewhere, (space) => tryOut("space", space, wanted)),
  );
  return found;
}

/** Orders places by distance as the crow flies. */
export function nearestTo(from: Position) {
  return (a: Position, b: Position) => distanceKm(from, a) - distanceKm(from, b);
}

function* each<Item>(
  items: Iterable<Item>,
  attempt: (item: Item) => Alternative[],
): Generator<() => Alternative[]> {
  for (const item of items) yield () => attempt(item);
}

function kindsLike(kind: ResourceKind): readonly ResourceKind[] {
  return seatKinds.some((seat) => seat === kind) ? seatKinds : [kind];
}

/** `but` is the resource just refused at that very moment: whatever it says of itself, it is not to be had. */
type Suitable = {
  kinds: readonly ResourceKind[];
  seats: number;
  but: AlternativeSpace["resources"][number] | null | undefined;
};

function firstFree(
  space: AlternativeSpace,
  { kinds, seats, but }: Suitable,
  wanted: Wanted,
  at: Date,
) {
  for (const resource of space.resources) {
    if (!kinds.includes(resource.kind) || resource.capacity < seats || resource === but) continue;
    const decided = decideMoment(space, resource, wanted, at);
    if (!decided.ok || freeAmong([resource], space.bookings, decided).length === 0) continue;
    const { day, part, startsAt, endsAt } = decided;
    return [{ day, part, startsAt, endsAt, resource: { id: resource.id, name: resource.name } }];
  }
  return [];
}

/** The same part, or the same wall hours, on another local day. */
function onDay(wanted: Wanted, day: Day, timeZone: string): Wanted {
  if ("day" in wanted) return { ...wanted, day };
  const startsAt = instantAt(day, wallMinuteOf(wanted.startsAt, timeZone), timeZone);
  const length = wanted.endsAt.getTime() - wanted.startsAt.getTime();
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** Hours around which another start is looked for. */
const hoursAround = 6;

function otherMoments(wanted: Wanted, refused: ResourceTerms | undefined): Wanted[] {
  if ("day" in wanted) return otherParts[wanted.part].map((part) => ({ day: wanted.day, part }));
  const step = refused?.stepMinutes ?? 30;
  const count = Math.floor((hoursAround * 60) / step);
  return Array.from({ length: count }, (_, index) => (index + 1) * step)
    .flatMap((minutes) => [minutes, -minutes])
    .map((minutes) => ({
      startsAt: new Date(wanted.startsAt.getTime() + minutes * 60_000),
      endsAt: new Date(wanted.endsAt.getTime() + minutes * 60_000),
    }));
}
