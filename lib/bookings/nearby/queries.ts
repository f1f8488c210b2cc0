import { addDays, type Day, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import {
  type Alternative,
  alternativesTo,
  daysAhead,
  most,
  nearestTo,
  type Wish,
} from "../alternatives/rules";
import { listTakenIntervals } from "../queries";

/** How many of the nearest other spaces are looked into, first and at the most. */
const nearby = 3;
const farthest = 10;

/**
 * Up to three free places near a refused wish (rules of alternativesTo), in the ten nearest spaces at
 * the most; public. Refused together, those who wanted the same thing share one reading, which begins
 * after each of them asked.
 */
export function listAlternatives(wish: Wish, at: Date = now()): Promise<Alternative[]> {
  return together(JSON.stringify(wish), () => readAlternatives(wish, at));
}

/** The reading under way and the one that follows it, which late comers share. */
const readings = new Map<
  string,
  { next: Promise<Alternative[]> | null; current: Promise<unknown> }
>();

function together(key: string, read: () => Promise<Alternative[]>): Promise<Alternative[]> {
  const known = readings.get(key);
  if (!known) return begin(key, read);
  known.next ??= known.current.then(() => begin(key, read));
  return known.next;
}

function begin(key: string, read: () => Promise<Alternative[]>): Promise<Alternative[]> {
  const made = read();
  const reading = { next: null, current: made.catch(() => undefined) };
  readings.set(key, reading);
  void reading.current.then(() => {
    if (readings.get(key) === reading && reading.next === null) readings.delete(key);
  });
  return made;
}

/** The same as a transaction sees it, its own changes included; shared with nobody. */
export async function readAlternatives(
  wish: Wish,
  at: Date,
  client: Tx = db,
): Promise<Alternative[]> {
  const spaces = await listSpaces(client);
  const asked = spaces.find((space) => space.slug === wish.slug);
  if (!asked) return [];
  const others = spaces
    .filter((space) => space !== asked)
    .sort(nearestTo(wish.from ?? asked))
    .slice(0, farthest);
  const first = firstDayOf(wish, asked);
  const day = { first, last: first };
  const near = [asked, ...others.slice(0, nearby)];
  const soon = alternativesTo(wish, await withTaken(client, near, day, at), at, 0);
  if (soon.length === most) return soon;
  // One after the other: a transaction has one connection.
  const own = await withTaken(client, [asked], { first, last: addDays(first, daysAhead) }, at);
  const around = await withTaken(client, others, day, at);
  return alternativesTo(wish, [...own, ...around], at);
}

type Range = { first: Day; last: Day };

async function withTaken(client: Tx, spaces: Space[], range: Range, at: Date) {
  const taken = await listTakenIntervals(spaces, range, at, client);
  return spaces.map((space) => ({ ...space, bookings: taken.get(space.id) ?? [] }));
}

/** Whence looking begins: the day that may be booked, when the one asked for may not. */
function firstDayOf({ wanted, nearest }: Wish, asked: Space): Day {
  if (nearest) return nearest;
  return "day" in wanted ? wanted.day : dayOf(wanted.startsAt, asked.calendar.timeZone);
}
