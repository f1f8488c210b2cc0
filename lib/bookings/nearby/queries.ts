import { addDays, type Day, dateColumn, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { listHeldIds } from "@/lib/members/habilitations/queries";
import { findHome } from "@/lib/members/queries";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import {
  type Alternative,
  alternativesTo,
  daysAhead,
  most,
  nearestTo,
  type Wish,
} from "../alternatives/rules";
import { listTakenIntervals } from "../queries";
import { listOwnSeats } from "../seats/queries";

/** How many of the nearest other spaces are looked into, first and at the most. */
const nearby = 3;
const farthest = 10;

/** A wish and for whom: their distances and their seats; `leaving` is the booking they would give up for it. */
export type AskedWish = Omit<Wish, "from" | "seated" | "held"> & {
  personId?: string | null | undefined;
  leaving?: string | undefined;
};

/**
 * Up to three free places near a refused wish (rules of alternativesTo), in the ten spaces nearest to
 * the person's commune at the most, which stays unsaid. Refused together, those who wanted the same thing
 * share one reading of what is taken, which begins after each of them asked.
 */
export async function listAlternatives(asked: AskedWish, at: Date = now()): Promise<Alternative[]> {
  const wish = await wishFor(asked, at, db);
  return together(JSON.stringify(wish), () => look(wish, at, db));
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
  asked: AskedWish,
  at: Date,
  client: Tx = db,
): Promise<Alternative[]> {
  return look(await wishFor(asked, at, client), at, client);
}

async function look(wish: Wish, at: Date, client: Tx): Promise<Alternative[]> {
  const spaces = await listSpaces(client);
  const asked = spaces.find((space) => space.slug === wish.slug);
  if (!asked) return [];
  const others = spaces
    .filter((space) => space !== asked)
    .sort(nearestTo(wish.from ?? asked))
    .slice(0, farthest);
  const first = firstDayOf(wish, asked.calendar.timeZone);
  const day = { first, last: first };
  const near = [asked, ...others.slice(0, nearby)];
  const soon = alternativesTo(wish, await withTaken(client, near, day, at), at, 0);
  if (soon.length === most) return soon;
  // One after the other: a transaction has one connection.
  const own = await withTaken(client, [asked], { first, last: addDays(first, daysAhead) }, at);
  const around = await withTaken(client, others, day, at);
  return alternativesTo(wish, [...own, ...around], at);
}

/** Of the person, only what the answer depends on; a commune said for oneself is read for oneself alone. */
async function wishFor(
  { personId, leaving, ...wish }: AskedWish,
  at: Date,
  client: Tx,
): Promise<Wish> {
  if (!personId) return wish;
  // A day's slack on both sides covers every time zone.
  const first = firstDayOf(wish, networkTimeZone);
  const during = {
    startsAt: dateColumn(addDays(first, -1)),
    endsAt: dateColumn(addDays(first, daysAhead + 2)),
  };
  const seated = await listOwnSeats(client, personId, during, at, leaving ? [leaving] : []);
  const from = await findHome(client, personId);
  const held = [...(await listHeldIds(client, personId, during.startsAt))].sort();
  return {
    ...wish,
    ...(seated.length > 0 ? { seated } : {}),
    ...(from ? { from } : {}),
    ...(held.length > 0 ? { held } : {}),
  };
}

type Range = { first: Day; last: Day };

async function withTaken(client: Tx, spaces: Space[], range: Range, at: Date) {
  const taken = await listTakenIntervals(spaces, range, at, client);
  return spaces.map((space) => ({ ...space, bookings: taken.get(space.id) ?? [] }));
}

/** Whence looking begins: the day that may be booked, when the one asked for may not. */
function firstDayOf({ wanted, nearest }: Pick<Wish, "wanted" | "nearest">, timeZone: string): Day {
  if (nearest) return nearest;
  return "day" in wanted ? wanted.day : dayOf(wanted.startsAt, timeZone);
}
