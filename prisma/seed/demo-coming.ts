import { bookResource } from "@/lib/bookings/commands";
import type { BookingPart } from "@/lib/bookings/schema";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, weekdayOf } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { publicHolidayOn } from "@/lib/spaces/opening-hours/rules";
import type { Member } from "./demo-history";

type Wish = {
  slug: string;
  resource: string;
  part: BookingPart;
  /** Working days from today, and hours since it was asked. */
  after: number;
  hoursAgo: number;
  note?: string;
};

const wishes: Wish[] = [
  {
    slug: "faitout-luzech",
    resource: "Bureau fermé 3",
    part: "afternoon",
    after: 2,
    hoursAgo: 20,
    note: "Un entretien en visio à 15 h : il me faudrait une porte qui ferme.",
  },
  {
    slug: "faitout-luzech",
    resource: "Bureau fermé 3",
    part: "day",
    after: 3,
    hoursAgo: 1,
    note: "Je boucle une comptabilité, avec des dossiers à étaler.",
  },
  {
    slug: "faitout-luzech",
    resource: "Vidéoprojecteur 1",
    part: "afternoon",
    after: 4,
    hoursAgo: 28,
  },
  { slug: "la-cale", resource: "Salle des Gabares", part: "morning", after: 3, hoursAgo: 50 },
];

/** The market brings everybody to Prayssac on the same morning. */
const full = { slug: "faitout-prayssac", part: "morning", weekday: 5 } as const;

/**
 * What hosts find to do in the coming days, by the commands of the members themselves: two requests to
 * answer, a room had whole, a projector lent, a full morning for which two people wait.
 */
export async function seedComingDays(
  everybody: Member[],
  today: Day,
  at: Date,
): Promise<{ bookings: number }> {
  const members = everybody.filter(
    ({ email, until }) => email.startsWith("membre-") && until === 0,
  );
  for (const wish of wishes) await bookOne(members, wish, today, at);
  const day = nextMarket(today);
  const seated = await fillMorning(members, day, before(at, 26));
  const known = everybody.find(({ email }) => email === "membre@demo.test");
  const [next] = await freeOn(members, day);
  for (const [index, person] of [known, next].entries()) {
    if (!person) throw new Error("nobody is left to wait");
    const { slug, part } = full;
    const wish = { slug, day, part, quantity: 1 };
    const joined = await joinWaitingList(actorOf(person), wish, before(at, 5 - index));
    if (!joined.ok) throw new Error(`${person.name} does not wait: ${joined.refusal}`);
  }
  return { bookings: wishes.length + seated };
}

/** On the first working day that will have it: another may be closed, or taken. */
async function bookOne(members: Member[], wish: Wish, today: Day, at: Date): Promise<void> {
  const { slug, part, note } = wish;
  const resource = await db.resource.findFirstOrThrow({
    where: { name: wish.resource, space: { slug } },
    select: { id: true },
  });
  for (const day of workingDays(today, wish.after)) {
    const [member] = await freeOn(members, day);
    if (!member) continue;
    const input = { slug, resourceId: resource.id, day, part, ...(note ? { note } : {}) };
    const booked = await bookResource(actorOf(member), input, before(at, wish.hoursAgo));
    if (booked.ok) return;
  }
  throw new Error(`no day for ${wish.resource}`);
}

/** Until no seat is left; how many were. */
async function fillMorning(members: Member[], day: Day, at: Date): Promise<number> {
  const { slug, part } = full;
  let seated = 0;
  for (const member of await freeOn(members, day)) {
    const booked = await bookResource(actorOf(member), { slug, day, part }, at);
    if (booked.ok) seated += 1;
    else if (booked.refusal === "space_full") return seated;
    else throw new Error(`${member.name} has no place: ${booked.refusal}`);
  }
  throw new Error("more seats than members");
}

/** Those who come nowhere that day, and ask for nothing. */
async function freeOn(members: Member[], day: Day): Promise<Member[]> {
  const there = await db.booking.findMany({
    where: { day: dateColumn(day), state: { in: ["confirmed", "requested"] } },
    select: { personId: true },
  });
  const ids = new Set(there.map(({ personId }) => personId));
  return members.filter(({ id }) => !ids.has(id));
}

function nextMarket(today: Day): Day {
  const day = workingDays(today, 1).find((each) => weekdayOf(each) === full.weekday);
  if (!day) throw new Error("no market in a month");
  return day;
}

/** Working days of the coming month, from that many after today. */
function workingDays(today: Day, after: number): Day[] {
  return Array.from({ length: 31 }, (_, index) => addDays(today, index + 1))
    .filter((day) => weekdayOf(day) < 6 && publicHolidayOn(day) === null)
    .slice(after - 1);
}

function before(at: Date, hours: number): Date {
  return new Date(at.getTime() - hours * 3_600_000);
}

function actorOf({ id, name, email }: Member): PersonActor {
  return { kind: "person", personId: id, name, email, locale: "fr", grants: [] };
}
