import type { Day } from "@/lib/core/day";
import { type Interval, isWithin, overlaps } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import {
  type Alternative,
  type AlternativeSpace,
  alternativesTo,
  peopleOf,
} from "../alternatives/rules";
import type { ResourceTerms } from "../moments/rules";
import { type BookableSpace, heldInterval, slotOpening, type TakenInterval } from "../rules";
import { seatKinds } from "../schema";
import type { Hit, HitAnswers, HitChoice, Place } from "./schema";

type KnownResource = ResourceTerms & {
  name: string;
  sharesWith: string[];
  capacity: number;
  mostPeople?: number | null;
  needsApproval: boolean;
  habilitationId?: string | null;
};
type SpaceWithBookings = Omit<AlternativeSpace, "resources"> &
  BookableSpace<KnownResource> & { id: string };
type Seat = Interval & { personId: string };

/**
 * Where each booking hit could go, in spaces as they will be: the first free place near it that nobody
 * before it in the list is given, where its people fit, when its person has no other seat; another
 * space whose hours cover what was booked before a nearer one that cuts them. A request stays in its
 * space, whose host it asks, and so does an event, which is its own; elsewhere only what needs nobody's
 * approval is proposed.
 */
export function proposedPlaces(
  hits: Hit[],
  spaces: SpaceWithBookings[],
  otherSeats: Seat[],
  at: Date,
): Map<string, Alternative> {
  const proposed = new Map<string, Alternative>();
  const known = new Map(spaces.map((space) => [space.slug, space]));
  const seats = [...otherSeats];
  for (const hit of hits) {
    const home = spaces.find(({ id }) => id === hit.spaceId);
    if (!home || hit.state === "held") continue;
    const own = home.resources.find(({ id }) => id === hit.resourceId);
    const seen = [...known.values()].map((space) =>
      own && space.slug === home.slug
        ? { ...space, bookings: withoutOwn(space.bookings, own, hit) }
        : space,
    );
    const found = placeFor(
      hit,
      home,
      seen,
      (place) => suits(place, hit, home.slug, known.get(place.slug), seats),
      at,
    );
    if (!found) continue;
    proposed.set(hit.id, found);
    const there = known.get(found.slug);
    if (there) known.set(there.slug, withPlace(there, found));
    if (hit.personId) seats.push({ personId: hit.personId, ...found });
  }
  return proposed;
}

/** In its own space or where the hours cover it; the same day with hours less before another day. */
function placeFor(
  hit: Hit,
  home: SpaceWithBookings,
  known: SpaceWithBookings[],
  isFit: (place: Alternative) => boolean,
  at: Date,
): Alternative | undefined {
  const wish = wishOf(home.slug, hit);
  const spaces = hit.source === "event" ? known.map(withCeilings) : known;
  const whole = spaces.filter((space) => space.slug === home.slug || covers(space, hit));
  const found = alternativesTo(wish, whole, at).find(isFit);
  if (found && found.differs !== "day") return found;
  return alternativesTo(wish, spaces, at).find(isFit) ?? found;
}

/** Its hours that day reach from the start to the end of what was booked. */
function covers({ calendar }: SpaceWithBookings, { day, part, startsAt, endsAt }: Hit): boolean {
  if (part === "hours") return true;
  const opening = slotOpening(openingOfDay(calendar, day), part);
  return opening.open && isWithin({ startsAt, endsAt }, opening);
}

/** Minutes of what was booked that a place instead does not give: those it cuts that day, those it lasts less on another. */
export function minutesLost(hit: Interval & { day: Day }, place: Interval & { day: Day }): number {
  const from = Math.max(+hit.startsAt, +place.startsAt);
  const until = Math.min(+hit.endsAt, +place.endsAt);
  const [booked, given] = [+hit.endsAt - +hit.startsAt, +place.endsAt - +place.startsAt];
  const kept = place.day === hit.day && until > from ? until - from : Math.min(booked, given);
  return Math.round((booked - kept) / 60_000);
}

/** For an event a room holds what safety says, not its seats alone. */
function withCeilings(space: SpaceWithBookings): SpaceWithBookings {
  const resources = space.resources.map((resource) => ({
    ...resource,
    capacity: resource.mostPeople ?? resource.capacity,
  }));
  return { ...space, resources };
}

/** Whether a resource holds who comes: a person with their companions, or the seats of an event. */
export function hasRoomFor(
  { capacity, mostPeople }: { capacity: number; mostPeople?: number | null },
  { people, companions }: Pick<Hit, "people" | "companions">,
): boolean {
  if (people !== null) return people <= (mostPeople ?? capacity);
  return companions.length + 1 <= capacity;
}

function wishOf(slug: string, hit: Hit) {
  const { resourceId, day, part, startsAt, endsAt, companions, people } = hit;
  const wanted = part === "hours" ? { startsAt, endsAt } : { day, part };
  return { slug, resourceId, wanted, people: people ?? peopleOf(companions) };
}

/** What is taken but by the booking itself: a whole day may become the afternoon on the same resource. */
export function withoutOwn(
  taken: TakenInterval[],
  own: Pick<KnownResource, "id" | "sharesWith" | "bufferBeforeMinutes" | "bufferAfterMinutes">,
  hit: Pick<Hit, "state" | "startsAt" | "endsAt">,
): TakenInterval[] {
  // A request holds nothing: whatever is there is somebody else's.
  if (hit.state === "requested") return taken;
  const held = heldInterval(own, hit);
  const ids = [own.id, ...own.sharesWith];
  return taken.filter(
    ({ resourceId, startsAt, endsAt }) =>
      !ids.includes(resourceId) || +startsAt !== +held.startsAt || +endsAt !== +held.endsAt,
  );
}

function suits(
  place: Alternative,
  hit: Hit,
  home: string,
  there: SpaceWithBookings | undefined,
  seats: Seat[],
): boolean {
  const resource = there?.resources.find(({ id }) => id === place.resource.id);
  if (!resource || !hasRoomFor(resource, hit)) return false;
  // Whether its person may use it then is theirs to see: they are not put there.
  if (resource.habilitationId && hit.personId) return false;
  const stays = hit.state === "requested" || hit.source === "event";
  if (place.slug !== home && (resource.needsApproval || stays)) return false;
  return (
    !isSeat(resource) ||
    !seats.some((seat) => seat.personId === hit.personId && overlaps(seat, place))
  );
}

function isSeat({ kind }: KnownResource): boolean {
  return seatKinds.some((seat) => seat === kind);
}

function withPlace(space: SpaceWithBookings, place: Alternative): SpaceWithBookings {
  const resource = space.resources.find(({ id }) => id === place.resource.id);
  if (!resource) return space;
  const held = heldInterval(resource, place);
  const taken = [resource.id, ...resource.sharesWith].map((resourceId) => ({
    resourceId,
    ...held,
  }));
  return { ...space, bookings: [...space.bookings, ...taken] };
}

/** What may become of it: an offer of the waiting list is not moved, nor what fits nowhere. */
export function choicesOf(hit: Pick<Hit, "state">, instead: unknown): HitChoice[] {
  return hit.state === "held" || !instead ? ["cancel", "keep"] : ["move", "cancel", "keep"];
}

/** A place as placeInput reads it. */
export function placeText({ resource, day, part, startsAt, endsAt }: Alternative): string {
  return part === "hours"
    ? `${resource.id}~${startsAt.toISOString()}~${endsAt.toISOString()}`
    : `${resource.id}~${day}~${part}`;
}

export type Outcome =
  | { hit: Hit; choice: "cancel" | "keep" }
  | { hit: Hit; choice: "move"; place: Place };

/**
 * What becomes of each hit by the answers given. « Move all » cancels what fits nowhere; moving one that
 * has no place was not on the list that was shown: `list_changed`.
 */
export function decideOutcomes(
  hits: Hit[],
  answers: Omit<HitAnswers, "list">,
): Result<Outcome[], "list_changed"> {
  const outcomes = hits.map((hit) => outcomeOf(hit, answers));
  const decided = outcomes.filter((outcome) => outcome !== null);
  return decided.length === hits.length ? ok(decided) : refuse("list_changed");
}

function outcomeOf(hit: Hit, answers: Omit<HitAnswers, "list">): Outcome | null {
  const own = answers.choices[hit.id] ?? "all";
  const choice = own === "all" ? answers.all : own;
  if (choice !== "move") return { hit, choice };
  const place = hit.state === "held" ? undefined : answers.places[hit.id];
  if (place) return { hit, choice, place };
  return own === "move" ? null : { hit, choice: "cancel" };
}
