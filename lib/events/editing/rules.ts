import { addDays, type Day, dateColumn, instantAt, instantFrom } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import type { Interval } from "@/lib/core/interval";
import type { EditingRefusal, EventFields, WantedRoom } from "./schema";

const longestSlug = 60;

/** The last part of its address: the title as a link says it, and what makes it the only one; never changes. */
export function slugOf(title: string, id: string): string {
  const said = fold(title)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestSlug);
  return `${said.replace(/^-+|-+$/g, "") || "evenement"}-${id.slice(-6)}`;
}

/** Instants that the wall of the space means, half-open. */
export type EventInstants = Interval & {
  opensAt: Date | null;
  closesAt: Date | null;
  minimumAt: Date | null;
};

/**
 * What the wall of the space meant by those days and minutes. Registration closes when its last day
 * ends, and at the start at the latest.
 */
export function instantsOf(fields: EventFields, timeZone: string): EventInstants {
  const { day, opensOn, closesOn, minimum } = fields;
  const on = (minute: number) => instantAt(day, minute, timeZone);
  const startsAt = on(fields.startMinute);
  const closes = closesOn && instantAt(addDays(closesOn, 1), 0, timeZone);
  return {
    startsAt,
    endsAt: instantFrom(day, fields.endMinute, timeZone),
    opensAt: opensOn && instantAt(opensOn, 0, timeZone),
    closesAt: closes && closes < startsAt ? closes : null,
    minimumAt: minimum && instantAt(minimum.day, minimum.minute, timeZone),
  };
}

/** Two years, in milliseconds: what begins later has a wrong year. */
const furthest = 731 * 86_400_000;

/**
 * Why those dates cannot be at that instant: `in_the_past` (it begins later than now), `beyond_horizon` (in
 * more than two years, wherever it is), `dates_wrong` (it
 * ends after it begins; registration opens before it closes, before the start; the deadline of a minimum
 * is to come and before the start), `minimum_too_high` (more people than seats). `kept` is what the event
 * says already: a start that has passed stays.
 */
export function decideDates(
  { capacity, minimum, closesOn, day }: EventFields,
  instants: EventInstants,
  kept: { startsAt: Date; minimumAt: Date | null } | null,
  at: Date,
): Extract<
  EditingRefusal,
  "in_the_past" | "beyond_horizon" | "dates_wrong" | "minimum_too_high"
> | null {
  const { startsAt, endsAt, opensAt, closesAt, minimumAt } = instants;
  const isNew = (one: Date | null, before: Date | null | undefined) =>
    +(one ?? 0) !== +(before ?? 0);
  const never = isNew(startsAt, kept?.startsAt) ? whyNotThen(startsAt, at) : null;
  if (never) return never;
  const isPastMinimum = minimumAt && isNew(minimumAt, kept?.minimumAt) && minimumAt <= at;
  const wrong =
    endsAt <= startsAt ||
    (opensAt && opensAt >= (closesAt ?? startsAt)) ||
    (closesOn && closesOn > day) ||
    (minimumAt && minimumAt >= startsAt) ||
    isPastMinimum;
  if (wrong) return "dates_wrong";
  return minimum && capacity !== null && minimum.people > capacity ? "minimum_too_high" : null;
}

function whyNotThen(startsAt: Date, at: Date): "in_the_past" | "beyond_horizon" | null {
  if (startsAt <= at) return "in_the_past";
  return +startsAt > +at + furthest ? "beyond_horizon" : null;
}

/** What whoever is registered should know of an event: the names under which a change says what was before. */
export const toldNames = [
  "title",
  "startsAt",
  "endsAt",
  "placeKind",
  "resourceId",
  "address",
  "communeId",
  "onlineUrl",
  "prices",
  "isFreePrice",
  "bring",
] as const;
/** Read together or not at all: a start without its end is no hour, an amount alone may be free to give. */
const pairs = [
  ["startsAt", "endsAt"],
  ["prices", "isFreePrice"],
] as const;
export type Told = Record<(typeof toldNames)[number], unknown>;

/**
 * Of what registered people should know, what was before and is no more; null when all is the same. Of a
 * pair, both are said.
 */
export function changedOf(before: Told, after: Told): Partial<Told> | null {
  const changed = toldNames.filter((name) => written(before[name]) !== written(after[name]));
  if (changed.length === 0) return null;
  const whole = pairs.filter((pair) => pair.some((name) => changed.includes(name)));
  const names = new Set([...changed, ...whole.flat()]);
  return Object.fromEntries([...names].map((name) => [name, plain(before[name])]));
}

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));
const written = (value: unknown) => JSON.stringify(plain(value));

/** The columns of an event that say what was written; the place and the instants besides. */
export function columnsOf(fields: EventFields, instants: EventInstants) {
  const { place, startMinute, endMinute, opensOn, closesOn, minimum, day, ...said } = fields;
  return {
    ...said,
    placeKind: place.kind,
    resourceId: place.kind === "room" ? place.resourceId : null,
    address: place.kind === "elsewhere" ? place.address : null,
    communeId: place.kind === "elsewhere" ? place.communeId : null,
    day: dateColumn(day),
    minimumPeople: minimum?.people ?? null,
    ...instants,
  };
}

/** The room that an event asks for, or null when it asks for none. */
export function roomOf(
  { place, title, day, capacity: people }: EventFields,
  { startsAt, endsAt }: Interval,
): WantedRoom | null {
  return place.kind === "room"
    ? { startsAt, endsAt, resourceId: place.resourceId, day, title, people }
    : null;
}

/** What a new event is proposed with: in a fortnight, in the afternoon, in the first of the rooms. */
export function firstFields(today: Day, rooms: readonly { id: string }[]): EventFields {
  const [room] = rooms;
  return {
    ...{ title: "", summary: "", description: "", language: "fr" },
    ...{ theme: "exchange", audience: "everyone", level: "any" },
    ...{ bring: null, access: [], accessNote: null, programme: [], onlineUrl: null },
    place: room ? { kind: "room", resourceId: room.id } : { kind: "space" },
    ...{ day: addDays(today, 14), startMinute: 840, endMinute: 1_020 },
    ...{ capacity: null, needsRegistration: true, opensOn: null, closesOn: null },
    ...{ mostPeople: 4, asksNames: false, questions: [], offerMinutes: 720, minimum: null },
    ...{ prices: [], isFreePrice: false, habilitationId: null },
  };
}
