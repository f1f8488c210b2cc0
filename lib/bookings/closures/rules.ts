import { addDays, type Day, parseDay } from "@/lib/core/day";
import { type Interval, isWithin } from "@/lib/core/interval";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";
import { type SearchParameters, textOf } from "../searches/rules";
import { type ClosureRefusal, closureWhenInput } from "./schema";

/** A slip of the finger is taken back as if it had never been, this long. */
const undoMinutes = 10;

/** Until when a closure can be undone, bookings included; afterwards it can only be opened again. */
export function undoableUntil(announcedAt: Date): Date {
  return new Date(announcedAt.getTime() + undoMinutes * 60_000);
}

/** Whole minutes left to undo it, begun ones counted; 0 = no longer. */
export function minutesToUndo(announcedAt: Date, at: Date): number {
  return Math.max(0, Math.ceil((undoableUntil(announcedAt).getTime() - at.getTime()) / 60_000));
}

type Closure = Interval & { reason: string };
type Closable = {
  calendar: { closures: Closure[] };
  resources: { id: string; closures: Closure[] }[];
};
type Sharing = { resources: { id: string; sharesWith: string[] }[] };

/** Why closing it over that interval would change nothing: `slot_over`, `already_closed`; null when it may. */
export function decideClosure(
  { calendar, resources }: Closable,
  resourceId: string | null,
  during: Interval,
  at: Date,
): ClosureRefusal | null {
  if (during.endsAt <= at || during.endsAt <= during.startsAt) return "slot_over";
  const own = resources.find(({ id }) => id === resourceId)?.closures ?? [];
  const known = [...calendar.closures, ...own];
  return known.some((closure) => isWithin(during, closure)) ? "already_closed" : null;
}

/** The space as it will be; a resource closes with all that holds a place in common with it. */
export function withClosure<Space extends Closable & Sharing>(
  space: Space,
  resourceId: string | null,
  during: Interval,
): Space {
  const closure = { ...during, reason: "" };
  if (resourceId === null) {
    const closures = [...space.calendar.closures, closure];
    return { ...space, calendar: { ...space.calendar, closures } };
  }
  const shut = closedWith(space, resourceId);
  return {
    ...space,
    resources: space.resources.map((resource) =>
      shut.includes(resource.id)
        ? { ...resource, closures: [...resource.closures, closure] }
        : resource,
    ),
  };
}

/** The resource and those that hold a place in common with it. */
export function closedWith({ resources }: Sharing, resourceId: string): string[] {
  const resource = resources.find(({ id }) => id === resourceId);
  return resource ? [resource.id, ...resource.sharesWith] : [];
}

/** A year ahead is announced; farther is not known yet. */
const furthestDays = 365;

/** As typed, to be shown again and sent with the confirmation. */
export type ClosureFields = {
  first: string;
  last: string;
  part: string;
  from: string;
  until: string;
};

export type ClosureSearch = {
  fields: ClosureFields;
  range: { first: Day; last: Day };
  /** Null until a moment was chosen, or when what was typed cannot be read. */
  when: ClosureWhen | null;
  problem: "first" | "last" | "times" | null;
};

/** Reads when to close from an address: `jour`, `fin`, `moment`, `de`, `a`; nothing chosen is today. */
export function readClosureSearch(parameters: SearchParameters, today: Day): ClosureSearch {
  const typed = (name: string) => textOf(parameters[name]).slice(0, 20);
  const fields: ClosureFields = {
    first: typed("jour") || today,
    last: typed("fin"),
    part: typed("moment"),
    from: typed("de"),
    until: typed("a"),
  };
  const range = { first: today, last: addDays(today, furthestDays) };
  const read = { fields, range, when: null };
  const first = parseDay(fields.first);
  if (!first || first < range.first || first > range.last) return { ...read, problem: "first" };
  const { part, last, from, until } = fields;
  if (part === "") return { ...read, problem: null };
  const times = part === "hours" ? { from, until } : {};
  const parsed = closureWhenInput.safeParse({ first, part, ...(last ? { last } : {}), ...times });
  if (parsed.success) return { ...read, when: parsed.data, problem: null };
  const path = parsed.error.issues[0]?.path[0];
  return { ...read, problem: path === "from" || path === "until" ? "times" : "last" };
}
