import type { PersonActor } from "@/lib/core/actor";
import { addDays, type Day, day, instantAt, weekdayOf } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "./actors";
import { aMembership } from "./belonging";
import type { Chance } from "./chance";
import { aRoom, aSpace } from "./factories";

const timeZone = "Europe/Paris";
const firstDay = day("2026-06-15");
/** Attempts in one day of the race: more than the places there are, so that most of them meet. */
const attemptsADay = 600;
/** The clock of the race runs from 8:00 to 19:00, wall time of the spaces. */
const [opens, closes] = [480, 1140];

export type RaceResource = { id: string; byHours: boolean };
export type RaceSpace = {
  id: string;
  slug: string;
  host: PersonActor;
  resources: RaceResource[];
  desks: RaceResource[];
};

/** Something the race made, with whom it belongs to. */
export type Known = { id: string; space: RaceSpace; member: PersonActor };

/** What the clients know in common: enough to meddle in each other's doings. */
export type Race = {
  spaces: RaceSpace[];
  members: PersonActor[];
  bookings: Known[];
  requests: Known[];
  entries: Known[];
  closures: Known[];
  series: Known[];
  swaps: Known[];
};

/** One attempt: what there is, what falls to it, and when. */
export type Turn = { race: Race; chance: Chance; today: Day; at: Date };
/** Null: there was nothing yet to say this verb of. */
export type Attempt = (turn: Turn) => Promise<Result<unknown, string> | null>;

/**
 * Two small spaces of sixty-four members: desks, a room by the hour with buffers, a hall that splits in
 * two, an office on request; one gives back after a grace, the other never does.
 */
export async function aRaceWorld(): Promise<Race> {
  const quay = await aSpace({ desks: 3, noShowGraceMinutes: 30, offerMinutes: 30 });
  const room = await aRoom(quay, { modes: ["hour"], bufferBeforeMinutes: 15 });
  const hall = await aRoom(quay, { name: "Halle", bufferAfterMinutes: 15 });
  const halves = await Promise.all(
    ["Halle A", "Halle B"].map((name) => aRoom(quay, { name, capacity: 4 })),
  );
  for (const half of halves) {
    await db.resourcePart.create({
      data: { spaceId: quay.id, wholeId: hall.id, partId: half.id },
    });
  }
  const mill = await aSpace({ desks: 2, offerMinutes: 120 });
  const office = await aRoom(mill, {
    kind: "office",
    capacity: 2,
    modes: ["half_day", "day"],
    needsApproval: true,
  });
  const spaces = [
    { space: quay, others: [room, hall, ...halves] },
    { space: mill, others: [office] },
  ].map(async ({ space, others }) => {
    const desks = space.desks.map(({ id }) => ({ id, byHours: false }));
    const rest = others.map(({ id, modes }) => ({ id, byHours: modes.includes("hour") }));
    const host = await hostOf(space);
    return { id: space.id, slug: space.slug, host, desks, resources: [...desks, ...rest] };
  });
  const members = await Promise.all(Array.from({ length: 64 }, aMember));
  // Hosts book for the people of their space.
  for (const { personId } of members) {
    for (const space of [quay, mill]) await aMembership(space, personId);
  }
  return {
    spaces: await Promise.all(spaces),
    members,
    bookings: [],
    requests: [],
    entries: [],
    closures: [],
    series: [],
    swaps: [],
  };
}

/** How many of the last ones are still meddled with. */
const remembered = 60;

export function remember(list: Known[], known: Known): void {
  list.push(known);
  if (list.length > remembered) list.shift();
}

export function someOf(list: Known[], chance: Chance): Known | null {
  return list.length > 0 ? chance.pick(list) : null;
}

/** The working day and the instant of an attempt: the clock of the race goes on with their number. */
export function clockOf(attempt: number): { today: Day; at: Date } {
  const today = workingDay(Math.floor(attempt / attemptsADay));
  const minute = opens + ((attempt % attemptsADay) / attemptsADay) * (closes - opens);
  const midnight = instantAt(today, Math.floor(minute), timeZone);
  return { today, at: new Date(midnight.getTime() + Math.floor((minute % 1) * 60_000)) };
}

function workingDay(index: number): Day {
  return addDays(firstDay, Math.floor(index / 5) * 7 + (index % 5));
}

const parts = ["morning", "afternoon", "day"] as const;

/** A part of today or of one of the two next working days. */
export function someDay(chance: Chance, today: Day) {
  const later = addDays(today, chance.below(3));
  const on = weekdayOf(later) > 5 ? addDays(later, 2) : later;
  return { day: on, part: chance.pick(parts) };
}

/** Half an hour to two hours of such a day, on the half-hour. */
export function someHours(chance: Chance, today: Day) {
  const { day: on } = someDay(chance, today);
  const startMinute = 510 + chance.below(18) * 30;
  const endMinute = startMinute + (1 + chance.below(4)) * 30;
  return {
    startsAt: instantAt(on, startMinute, timeZone),
    endsAt: instantAt(on, endMinute, timeZone),
  };
}
