import { slotOf, slotOpening } from "@/lib/bookings/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import { lapseOf } from "@/lib/bookings/states/rules";
import { addDays, type Day, dateColumn, daysBetween, eachDay, weekdayOf } from "@/lib/core/day";
import { openingOfDay, openRuns } from "@/lib/spaces/opening-hours/rules";
import type { Space } from "@/lib/spaces/queries";
import { type DemoPerson, summerVisitors } from "./demo-people";

export type Member = DemoPerson & { id: string };

const historyDays = 548;
const comingDays = 21;
const guests = ["Odette", "Marius", "Lila", "Jean-Paul", "Samira", "Yann"];

/** School holidays of the Lot (zone C), near enough for a dip: [first, last] as month-day, included. */
const schoolHolidays = [
  ["02-14", "03-01"],
  ["04-11", "04-26"],
  ["10-17", "11-01"],
  ["12-19", "12-31"],
  ["01-01", "01-03"],
];

/** A repeatable source of chance (mulberry32): the same seed, the same network. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Eighteen months behind and three weeks ahead of `today`, as rows: nothing on a closed slot, one
 * place a person a day, no overlap by construction (the database would refuse one anyway).
 */
export function demoBookings(members: Member[], spaces: Space[], today: Day, at: Date) {
  const chance = chanceFrom(46_140);
  const bySlug = new Map(spaces.map((space) => [space.slug, space]));
  const taken = new Map<string, { resourceId: string; startsAt: Date; endsAt: Date }[]>();
  const rows: ReturnType<typeof bookingRow>[] = [];
  const book = (slug: string, day: Day, part: BookingPart, who: Who, desk: number) => {
    const space = bySlug.get(slug);
    if (!space) return;
    const opening = slotOpening(openingOfDay(space.calendar, day), part);
    if (!opening.open) return;
    const key = `${slug} ${day}`;
    const others = taken.get(key) ?? [];
    // What is on request is asked for, not had: the requests to come are made one by one.
    const free = slotOf(space, others, { day, part }).free.filter(
      ({ needsApproval }) => day <= today || !needsApproval,
    );
    const resource = free[desk % Math.max(1, free.length)];
    if (!resource) return;
    const fate = fateOf(chance(), who.isGuest);
    if (fate !== "cancelled") {
      taken.set(key, [...others, { resourceId: resource.id, ...opening }]);
    }
    const lead = 1 + Math.floor(chance() * 6);
    rows.push(bookingRow({ space, resource, opening, day, part, who, fate, at, lead }));
  };
  for (const day of eachDay(addDays(today, -historyDays), addDays(today, comingDays))) {
    const dip = dipOf(day);
    for (const [index, member] of members.entries()) {
      const rhythm = rhythmOn(member, day, today);
      if (rhythm && chance() < rhythm.chance * dip) {
        book(rhythm.space, day, rhythm.part, { personId: member.id, isGuest: false }, index);
      }
    }
    if (day <= today && weekdayOf(day) < 6 && chance() < 0.18) {
      const guestName = guests[Math.floor(chance() * guests.length)] ?? "Odette";
      book("faitout-luzech", day, "morning", { guestName, isGuest: true }, 6);
    }
  }
  return rows;
}

const [quarterMs, lateMs, stayMs] = [15 * 60_000, 40 * 60_000, 2 * 3_600_000];
const awaited = [
  { space: "faitout-luzech", kind: "room", guestName: "Bertille" },
  { space: "faitout-luzech", kind: "booth", guestName: "Gaspard" },
  { space: "faitout-prayssac", kind: "room", guestName: "Colette" },
  { space: "faitout-prayssac", kind: "booth", guestName: "Firmin" },
];

/** By telephone, for forty minutes ago or a little more, and nobody has come. None when it was closed. */
export function awaitedBookings(spaces: Space[], today: Day, at: Date) {
  const startsAt = new Date(Math.floor((at.getTime() - lateMs) / quarterMs) * quarterMs);
  const moment = { startsAt, endsAt: new Date(startsAt.getTime() + stayMs) };
  return awaited.flatMap(({ space: slug, kind, guestName }) => {
    const space = spaces.find((candidate) => candidate.slug === slug);
    const resource = space?.resources.find((candidate) => candidate.kind === kind);
    const isOpen =
      space &&
      openRuns(space.calendar, today).some(
        (run) => run.startsAt <= moment.startsAt && moment.endsAt <= run.endsAt,
      );
    if (!resource || !isOpen) return [];
    return [
      {
        spaceId: space.id,
        resourceId: resource.id,
        guestName,
        day: dateColumn(today),
        part: "hours" as const,
        ...moment,
        state: "confirmed" as const,
        source: "host" as const,
        createdAt: new Date(startsAt.getTime() - stayMs),
      },
    ];
  });
}

type Who = { personId?: string; guestName?: string; isGuest: boolean };
type Fate = "kept" | "cancelled" | "missed";

function fateOf(chance: number, isGuest: boolean): Fate {
  if (isGuest || chance < 0.9) return "kept";
  return chance < 0.96 ? "cancelled" : "missed";
}

function rhythmOn(member: Member, day: Day, today: Day) {
  const ago = daysBetween(day, today);
  if (ago > member.since || (member.until > 0 && ago < member.until)) return undefined;
  const visitor = summerVisitors.find((candidate) => candidate.email === member.email);
  if (visitor) {
    const offset = daysBetween(dayOfYear(day, visitor.firstDay), day);
    const here = offset >= 0 && offset < 12 && weekdayOf(day) < 6;
    return here ? { space: visitor.space, part: "day" as const, chance: 0.9 } : undefined;
  }
  return member.rhythms.find((rhythm) => rhythm.weekdays.includes(weekdayOf(day)));
}

function dayOfYear(day: Day, monthDay: string): Day {
  const first = addDays(day, -daysSince(day, "01-01"));
  return addDays(first, daysSince(`${day.slice(0, 4)}-${monthDay}`, "01-01"));
}

function daysSince(day: string, monthDay: string): number {
  return Math.round((Date.parse(day) - Date.parse(`${day.slice(0, 4)}-${monthDay}`)) / 86_400_000);
}

function dipOf(day: Day): number {
  const monthDay = day.slice(5);
  if (schoolHolidays.some(([first = "", last = ""]) => monthDay >= first && monthDay <= last)) {
    return monthDay >= "12-19" || monthDay <= "01-03" ? 0.25 : 0.6;
  }
  return monthDay >= "07-05" && monthDay <= "08-31" ? 0.7 : 1;
}

type RowFacts = {
  space: Space;
  resource: { id: string };
  opening: { startsAt: Date; endsAt: Date };
  day: Day;
  part: BookingPart;
  who: Who;
  fate: Fate;
  at: Date;
  lead: number;
};

function bookingRow({ space, resource, opening, day, part, who, fate, at, lead }: RowFacts) {
  const personId = who.personId ?? null;
  const before = (days: number) => new Date(opening.startsAt.getTime() - days * 86_400_000);
  const created = who.isGuest ? opening.startsAt : before(lead);
  const arrived = fate === "kept" ? arrivalOf(opening.startsAt, lead, at) : null;
  const lapse = lapseOf(space.noShowGraceMinutes, {
    startsAt: opening.startsAt,
    createdAt: created,
    checkedInAt: arrived,
  });
  return {
    spaceId: space.id,
    resourceId: resource.id,
    personId,
    guestName: who.guestName ?? null,
    day: dateColumn(day),
    part,
    startsAt: opening.startsAt,
    endsAt: opening.endsAt,
    source: who.isGuest ? ("walk_in" as const) : ("member" as const),
    createdAt: created < at ? created : at,
    createdBy: personId,
    checkedInAt: arrived,
    ...(fate === "cancelled" && opening.startsAt <= at
      ? { ...standing, state: "cancelled" as const, endedAt: before(1), endedBy: personId }
      : lapsed(lapse, at)),
  };
}

const standing = { state: "confirmed" as const, lapsesAt: null, endedAt: null, endedBy: null };

/** What has not come yet is neither missed nor cancelled; what nobody came for is given back where the space wants it. */
function lapsed(lapse: Date | null, at: Date) {
  const isPast = lapse !== null && lapse <= at;
  return isPast
    ? { ...standing, state: "no_show" as const, endedAt: lapse }
    : { ...standing, lapsesAt: lapse };
}

function arrivalOf(startsAt: Date, lead: number, at: Date): Date | null {
  const arrived = new Date(startsAt.getTime() + lead * 4 * 60_000);
  return arrived <= at ? arrived : null;
}
