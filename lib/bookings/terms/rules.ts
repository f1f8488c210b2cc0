import type { Day } from "@/lib/core/day";
import { type Refused, refuse } from "@/lib/core/result";
import { containsItself, type PartLink } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import { hasRoomFor } from "../hits/rules";
import { inServiceOn } from "../rules";
import type { InTheWay, TermsRefusal } from "./schema";

/** A booking that stands, on the resource or on what contains it; people come with their companions. */
export type StandingOn = {
  resourceId: string;
  day: Day;
  companions: string[];
  /** The seats of an event. */
  people: number | null;
};

type Facts = {
  id: string;
  links: PartLink[];
  /** On the resource and on everything that contains it. */
  standing: StandingOn[];
  today: Day;
};

/**
 * Why a resource cannot become that: `past_day` (figures of the past count it as it was), `part_of_itself`,
 * and what stands on it: `service_booked`, `places_booked`, `capacity_booked`, each with InTheWay. Other
 * terms bind bookings to come alone; null when it may.
 */
export function decideTerms(
  before: ResourceSetup,
  after: ResourceSetup,
  { id, links, standing, today }: Facts,
): Refused<TermsRefusal> | null {
  if (rewritesThePast(before, after, today)) return refuse("past_day");
  if (containsItself(links, id, after.partIds)) return refuse("part_of_itself");
  const own = standing.filter(({ resourceId }) => resourceId === id);
  const samePlaces = String(before.partIds) === String(after.partIds);
  return (
    inTheWay(
      "service_booked",
      own.filter(({ day }) => inServiceOn([after], day).length === 0),
    ) ??
    inTheWay("places_booked", samePlaces ? [] : standing) ??
    inTheWay(
      "capacity_booked",
      own.filter((booking) => !hasRoomFor(after, booking)),
    )
  );
}

/** A day of service that changes was not before today and will not be. */
function rewritesThePast(before: ResourceSetup, after: ResourceSetup, today: Day): boolean {
  const isMoved = before.inServiceFrom !== after.inServiceFrom;
  if (isMoved && (before.inServiceFrom < today || after.inServiceFrom < today)) return true;
  const { inServiceUntil } = after;
  return (
    before.inServiceUntil !== inServiceUntil && inServiceUntil !== null && inServiceUntil < today
  );
}

function inTheWay(refusal: TermsRefusal, bookings: StandingOn[]): Refused<TermsRefusal> | null {
  const days = bookings.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return refuse(refusal, { count: bookings.length, first, last } satisfies InTheWay);
}

/** Whether one of these names is that of another resource of the space, capitals or not. */
export function isNameTaken(
  resources: { id: string; name: string }[],
  names: string[],
  ownId?: string,
): boolean {
  const taken = resources.filter(({ id }) => id !== ownId).map(({ name }) => plain(name));
  return names.some((name) => taken.includes(plain(name)));
}

const plain = (name: string) => name.toLocaleLowerCase("fr");

/** Whether what a refusal came with tells of bookings in the way. */
export function isInTheWay(data: unknown): data is InTheWay {
  return typeof data === "object" && data !== null && "count" in data && "first" in data;
}
