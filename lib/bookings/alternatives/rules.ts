import { addDays, type Day, dayOf } from "@/lib/core/day";
import { distanceKm, type Position } from "@/lib/core/distance";
import { type Interval, overlaps } from "@/lib/core/interval";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import { type BookableSpace, freeAmong, kindsLike, type TakenInterval } from "../rules";
import { seatKinds } from "../schema";
import { fittedTo, isSameWish, momentsAround, onDay } from "./moments/rules";

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

type KnownResource = ResourceTerms & {
  name: string;
  capacity: number;
  /** Not asked for by everything: a model of a test says nothing. */
  habilitationId?: string | null;
};

export type AlternativeSpace = BookableSpace<KnownResource> &
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
  /** Whence distances are counted: the member's commune, when they said it. */
  from?: Position | undefined;
  /** When the person sits somewhere already: no seat is offered over it. */
  seated?: readonly Interval[];
  /** Habilitations they hold: nothing that asks for another is offered. */
  held?: readonly string[];
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

/**
 * Up to three free places near a refused wish: same moment at another resource of the kind, another
 * moment of that day (for hours the nearest start, the wish itself as the resource may be booked), the
 * nearest other spaces, then the next open days, two weeks at most (`ahead` days; with 0 only what comes
 * before later days). Nothing past, closed, beyond a horizon, too small (`seatsNeeded`), nor a seat while
 * the person has one.
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
  const wanted = wish.nearest ? onDay(wish.wanted, wish.nearest, timeZone) : wish.wanted;
  const fitted = refused ? fittedTo(wanted, refused, asked) : wanted;
  const fits = isSameWish(fitted, wanted);
  const from = wish.from ?? asked;
  const day = "day" in wanted ? wanted.day : dayOf(wanted.startsAt, timeZone);
  const others = spaces.filter((space) => space.slug !== wish.slug).sort(nearestTo(from));
  const tryOut = attempts(wish, refused, asked, from, at);
  const around = momentsAround(fitted, refused?.stepMinutes ?? 30);
  // Taken from the front by whoever looks: nothing is offered twice.
  const moments = (fits ? around : [fitted, ...around]).values();
  const elsewhere = others.values();
  const later = Array.from({ length: ahead }, (_, index) => addDays(day, index + 1));
  const nearestOn = (next: Day) => {
    const near = momentsAround(onDay(fitted, next, timeZone), refused?.stepMinutes ?? 30);
    return firstOf([[1, each(near, (other) => tryOut("day", asked, other))]]);
  };
  const here = (moment: Wanted) => tryOut("part", asked, moment);
  const there = (space: AlternativeSpace) => {
    const found = tryOut("space", space, wanted);
    return found.length > 0 || fits ? found : tryOut("space", space, fitted);
  };
  return firstOf([
    [1, [() => tryOut("desk", asked, wanted)]],
    // The nearest other hour says enough; the two halves of a day are two things.
    ["day" in fitted ? most : 1, each(moments, here)],
    [1, each(elsewhere, there)],
    [most, each(later, (next) => tryOut("day", asked, onDay(fitted, next, timeZone)))],
    [most, each(elsewhere, there)],
    [ahead > 0 ? most : 0, each(moments, here)],
    // Hours that cross a door shut every day: the nearest others of the days to come.
    ["day" in fitted ? 0 : most, each(later, nearestOn)],
  ]);
}

type Attempt = () => Alternative[];

/** One attempt after the other, only as far as needed: looking everywhere costs more than booking. */
function firstOf(stages: [limit: number, tries: Iterable<Attempt>][]): Alternative[] {
  const found: Alternative[] = [];
  for (const [limit, tries] of stages) {
    const enough = Math.min(most, found.length + limit);
    if (found.length >= enough) continue;
    for (const attempt of tries) {
      found.push(...attempt());
      if (found.length >= enough) break;
    }
  }
  return found;
}

type OneOf = AlternativeSpace["resources"][number];

/** Kinds like the one asked for; where those who come do not fit it, a room seats them as well. */
function kindsFor(
  { kinds, people = 1 }: Wish,
  refused: OneOf | undefined,
  asked: AlternativeSpace,
): readonly ResourceKind[] {
  const like = kinds ?? (refused ? kindsLike(refused.kind) : seatKinds);
  const tried = refused ? [refused] : asked.resources.filter(({ kind }) => like.includes(kind));
  const fits = tried.some(({ capacity }) => capacity >= people);
  return fits || like.includes("room") ? like : [...like, "room"];
}

function attempts(
  wish: Wish,
  refused: OneOf | undefined,
  asked: AlternativeSpace,
  from: Position,
  at: Date,
) {
  const kinds = kindsFor(wish, refused, asked);
  const seats = seatsNeeded(wish.people, refused);
  const { seated = [], held = [] } = wish;
  return (
    differs: Alternative["differs"],
    space: AlternativeSpace,
    moment: Wanted,
  ): Alternative[] => {
    const but = moment === wish.wanted ? refused : null;
    return firstFree(space, { kinds, seats, seated, held, but }, moment, at).map((free) => ({
      ...free,
      differs: wish.nearest ? ("day" as const) : differs,
      slug: space.slug,
      spaceName: space.name,
      communeName: space.commune.name,
      timeZone: space.calendar.timeZone,
      distanceKm: distanceKm(from, space),
    }));
  };
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

/** `but` is the resource just refused at that very moment: whatever it says of itself, it is not to be had. */
type Suitable = {
  kinds: readonly ResourceKind[];
  seats: number;
  seated: readonly Interval[];
  held: readonly string[];
  but: AlternativeSpace["resources"][number] | null | undefined;
};

function firstFree(
  space: AlternativeSpace,
  { kinds, seats, seated, held, but }: Suitable,
  wanted: Wanted,
  at: Date,
) {
  const isStandIn = ({ kind }: OneOf) => kind === "room" && kinds.some((like) => like !== "room");
  const suitable = space.resources.filter(
    (one) =>
      kinds.includes(one.kind) &&
      one.capacity >= seats &&
      one !== but &&
      (!one.habilitationId || held.includes(one.habilitationId)),
  );
  for (const resource of suitable) {
    // A room stands in for a seat by the hours it goes by.
    const meant = isStandIn(resource) ? fittedTo(wanted, resource, space) : wanted;
    const decided = decideMoment(space, resource, meant, at);
    if (!decided.ok || freeAmong([resource], space.bookings, decided).length === 0) continue;
    const { day, part, startsAt, endsAt } = decided;
    const isSeat = seatKinds.some((kind) => kind === resource.kind);
    if (isSeat && seated.some((own) => overlaps(own, decided))) continue;
    return [{ day, part, startsAt, endsAt, resource: { id: resource.id, name: resource.name } }];
  }
  return [];
}
