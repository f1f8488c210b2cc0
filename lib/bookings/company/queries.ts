import type { Actor, PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { isVisible, openAudiences } from "@/lib/members/audiences/rules";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { audiencesSelect } from "@/lib/members/profiles/queries";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { stateAt } from "../states/rules";
import { canChooseShown } from "./policy";
import { choiceOf, isShown, metDuring, staysOf, toldCount } from "./rules";
import type { ShownChoice } from "./schema";

export type Companion = {
  personId: string;
  /** Null for somebody who gave none. */
  name: string | null;
  /** What they do, when they open it to members. */
  activity: string | null;
  /** They have a page that members may open. */
  hasPage: boolean;
  stays: Interval[];
};

export type CompanyOfDay = {
  space: { slug: string; name: string; communeName: string; timeZone: string };
  day: Day;
  /** How many are expected, for anybody; null for fewer than three. */
  count: number | null;
  /** Those who chose to be seen, but oneself; null for a visitor. */
  people: Companion[] | null;
  /** Whether the actor has bookings that day that the others see, or do not; null without any. */
  isSeen: boolean | null;
  isHost: boolean;
};

/**
 * Who is expected in a space on a local day, today or later: the number for everybody, names for members
 * only, of those who chose so and whom no block hides. The number is the same for all.
 */
export async function getCompanyOfDay(
  actor: Actor,
  slug: string,
  day: Day,
  at: Date = now(),
): Promise<CompanyOfDay> {
  const { id, name, commune, calendar } = await getSpaceBySlug(slug);
  const space = { slug, name, communeName: commune.name, timeZone: calendar.timeZone };
  const expected = await readExpected(db, id, day, at);
  const head = { space, day, count: toldCount(countOf(expected)), isHost: canRunDay(actor, id) };
  if (actor.kind !== "person") return { ...head, people: null, isSeen: null };
  const hidden = await listHiddenPeople(actor.personId);
  const own = expected.filter(({ personId }) => personId === actor.personId);
  const isSeen = own.length === 0 ? null : own.some(isShownRow);
  return { ...head, people: companionsOf(expected, [...hidden, actor.personId]), isSeen };
}

export type CompanyOfBooking = {
  choice: ShownChoice;
  /** What the profile says, when the booking says nothing. */
  sharesPresence: boolean;
  /** Those whom one meets; empty when the booking is over or not sure. */
  people: Companion[];
  /** Its choice may still be changed. */
  mayChoose: boolean;
};

/** Whom a member meets during a booking of theirs, and whether they are seen themselves; null for everybody else's. */
export async function findCompanyOfBooking(
  actor: Actor,
  bookingId: string,
  at: Date = now(),
): Promise<CompanyOfBooking | null> {
  const booking = await db.booking.findFirst({
    where: { id: bookingId },
    select: {
      ...expectedSelect,
      ...{ spaceId: true, day: true, state: true, lapsesAt: true },
    },
  });
  if (!booking || actor.kind !== "person" || !canChooseShown(actor, booking)) return null;
  const state = stateAt(booking, at);
  const isOver = booking.endsAt <= at;
  const day = dayFromColumn(booking.day);
  const isMet = state === "confirmed" && !isOver;
  return {
    choice: choiceOf(booking.shownToMembers),
    sharesPresence: booking.person?.profile?.sharesPresence ?? false,
    people: isMet ? await meetingsOf(actor, { ...booking, day }, at) : [],
    mayChoose: !isOver && (state === "confirmed" || state === "requested"),
  };
}

async function meetingsOf(
  { personId }: PersonActor,
  { spaceId, day, ...interval }: Interval & { spaceId: string; day: Day },
  at: Date,
): Promise<Companion[]> {
  const hidden = await listHiddenPeople(personId);
  const expected = metDuring(await readExpected(db, spaceId, day, at), interval);
  return companionsOf(expected, [...hidden, personId]);
}

/** Whether members see the bookings that say nothing of it themselves; for the forms of a booking. */
export async function findSharesPresence(actor: PersonActor): Promise<boolean> {
  const { personId } = actor;
  const profile = await db.profile.findUnique({
    where: { personId },
    select: { sharesPresence: true },
  });
  return profile?.sharesPresence ?? false;
}

const expectedSelect = {
  personId: true,
  companions: true,
  startsAt: true,
  endsAt: true,
  shownToMembers: true,
  person: {
    select: {
      name: true,
      erasedAt: true,
      profile: { select: { activity: true, sharesPresence: true, ...audiencesSelect } },
    },
  },
} satisfies Prisma.BookingSelect;

type ExpectedRow = Prisma.BookingGetPayload<{ select: typeof expectedSelect }>;

/** Sure bookings of a local day that are not over, whose person has not left; everybody's. */
function readExpected(client: Tx, spaceId: string, day: Day, at: Date): Promise<ExpectedRow[]> {
  return client.booking.findMany({
    where: {
      spaceId,
      day: dateColumn(day),
      // The index is by start; a local day lies within a day of its date.
      startsAt: { gt: new Date(dateColumn(day).getTime() - 86_400_000) },
      state: "confirmed",
      endsAt: { gt: at },
      checkedOutAt: null,
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
    },
    select: expectedSelect,
  });
}

/** Heads: each person once, each guest, and those who come along. */
function countOf(rows: ExpectedRow[]): number {
  const known = new Set(rows.flatMap(({ personId }) => personId ?? []));
  const guests = rows.filter(({ personId }) => personId === null).length;
  const along = rows.reduce((sum, { companions }) => sum + companions.length, 0);
  return known.size + guests + along;
}

function isShownRow({ shownToMembers, person }: ExpectedRow): boolean {
  return isShown(shownToMembers, person?.profile?.sharesPresence ?? false);
}

function companionsOf(rows: ExpectedRow[], left: string[]): Companion[] {
  const shown = rows.flatMap((row) => {
    const { personId, person } = row;
    if (!personId || !person || person.erasedAt || left.includes(personId)) return [];
    return isShownRow(row) ? [{ ...row, personId, person }] : [];
  });
  return staysOf(shown).map(({ personId, person, stays }) => {
    const audiences = openAudiences(person.profile);
    const activity = person.profile?.activity ?? null;
    return {
      personId,
      name: person.name,
      activity: isVisible(audiences.activity, "member") ? activity : null,
      hasPage: isVisible(audiences.name, "member"),
      stays,
    };
  });
}
