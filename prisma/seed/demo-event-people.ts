import { dateColumn, dayOf } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { db } from "@/lib/infra/db";
import type { DatedEvent } from "./demo-event-dates";
import { chanceFrom, type Member } from "./demo-history";

/** One event and what is known when its people are invented. */
export type Gathering = {
  spaceId: string;
  eventId: string;
  /** Its number in the demonstration. */
  index: number;
  event: DatedEvent;
  moment: { day: Date; startsAt: Date; endsAt: Date };
  at: Date;
  members: readonly Member[];
};

const hourMs = 3_600_000;
const neighbours = [
  "Odette Lafon",
  "Marius Capmas",
  "Lila Souleillou",
  "Jean-Paul Ricard",
  "Samira Belkacem",
  "Yann Le Goff",
  "Colette Bach",
  "Firmin Vialard",
  "Rosa Teixeira",
  "Gaspard Imbert",
];
const atTheDoor = ["Bertille", "Ahmed", "Solange", "Noé"];
const lines = [
  { score: 10, line: "Clair, concret, et on a bien ri." },
  { score: 9, line: "J’ai enfin osé poser mes questions." },
  { score: 8, line: "Une demi-heure de plus n’aurait pas été de trop." },
  { score: 9, line: null },
  { score: 7, line: "La salle résonne un peu." },
  { score: 10, line: null },
  { score: 6, line: "J’aurais voulu plus d’exemples." },
];

/** Who registered, who waits, and who of them came: the same each time for an event. */
export function registrationsOf(gathering: Gathering) {
  const { spaceId, eventId, event, index, at, moment } = gathering;
  const chance = chanceFrom(8_000 + index);
  const isPast = moment.endsAt <= at && event.state === "published";
  const people = peopleOf(gathering, chance);
  const rows = people.map(({ id, quantity, state, member, name }, rank) => ({
    ...{ id, spaceId, eventId, quantity, state, name },
    personId: member?.id ?? null,
    email: member?.email ?? `${slug(name)}@exemple.test`,
    emailKey: member?.email ?? `${slug(name)}@exemple.test`,
    createdAt: new Date(Math.min(moment.startsAt.getTime(), at.getTime()) - (60 - rank) * hourMs),
    createdBy: member?.id ?? null,
  }));
  const attendees = rows.flatMap((row) =>
    Array.from({ length: row.state === "confirmed" ? row.quantity : 0 }, (_, position) => ({
      ...{ id: newId(), spaceId, eventId, registrationId: row.id, position },
      name: position === 0 ? row.name : null,
      ...(isPast && chance() < 0.82 ? presentFrom(moment.startsAt, position) : {}),
    })),
  );
  const walkedIn = isPast && event.registered > 0 && index % 3 === 0 ? [atTheDoor[index % 4]] : [];
  const passing = walkedIn.map((name) => ({
    ...{ id: newId(), spaceId, eventId, name: name ?? null },
    ...presentFrom(moment.startsAt, 8),
  }));
  return { rows, attendees: [...attendees, ...passing] };
}

function presentFrom(startsAt: Date, minutes: number) {
  const presentAt = new Date(startsAt.getTime() + minutes * 60_000);
  return { presentAt, markedAt: presentAt };
}

/** Members first, neighbours without an account between them, one in five with somebody. */
function peopleOf({ event, index, members }: Gathering, chance: () => number) {
  const regulars = members.filter(({ email, until }) => email.startsWith("membre") && until === 0);
  const people = [];
  let seats = 0;
  for (let turn = 0; seats < event.registered; turn += 1) {
    const isMember = turn % 3 !== 2;
    const member = isMember ? regulars[(turn + index * 5) % regulars.length] : undefined;
    const quantity = Math.min(chance() < 0.2 ? 2 : 1, event.registered - seats);
    people.push({ ...personOf(member, turn + index), quantity, state: "confirmed" as const });
    seats += quantity;
  }
  const waiting = Array.from({ length: event.waiting ?? 0 }, (_, place) => ({
    ...personOf(regulars[(30 + place + index) % regulars.length], place),
    ...{ quantity: place + 1, state: "waiting" as const },
  }));
  return [...people, ...waiting];
}

function personOf(member: Member | undefined, turn: number) {
  const round = Math.floor(turn / neighbours.length);
  const neighbour = neighbours[turn % neighbours.length] ?? "Odette Lafon";
  const name = member?.name ?? (round > 0 ? `${neighbour} (${round + 1})` : neighbour);
  return { id: newId(), member, name };
}

function slug(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ".").replace(/\.$/, "");
}

/** What some of those who came said of it, without a name. */
export async function seedFeedback(gathering: Gathering): Promise<void> {
  const { spaceId, eventId, event, index, moment, at } = gathering;
  if (moment.endsAt > at || event.state !== "published" || event.registered === 0) return;
  const count = Math.min(lines.length, Math.floor(event.registered / 2));
  const said = Array.from({ length: count }, (_, place) => lines[(place + index) % lines.length]);
  await db.eventFeedback.createMany({
    data: said.map((line, place) => ({
      ...{ spaceId, eventId, receipt: `demonstration-${index}-${place}` },
      ...{ score: line?.score ?? 8, line: line?.line ?? null },
      day: dateColumn(dayOf(new Date(moment.endsAt.getTime() + 20 * hourMs), "Europe/Paris")),
    })),
  });
}

const rides = [
  { kind: "offer", communeId: "46001", seats: 3, leavesBefore: 20, note: null },
  { kind: "offer", communeId: "46231", seats: 1, leavesBefore: 35, note: "Je passe par Prayssac." },
  { kind: "ask", communeId: "46182", seats: 2, leavesBefore: null, note: null },
] as const;

/** Seats in cars, for what is far enough from everybody to drive to. */
export async function seedRides(gathering: Gathering): Promise<void> {
  const { spaceId, eventId, event, index, members, at } = gathering;
  if (event.text.commune === undefined && event.text.theme !== "work") return;
  if (event.state !== "published" || event.text.place === "online") return;
  const drivers = members.filter(({ email, until }) => /^membre-/.test(email) && until === 0);
  await db.eventRide.createMany({
    data: rides.flatMap(({ leavesBefore, ...ride }, place) => {
      const driver = drivers[(place * 7 + index) % drivers.length];
      if (!driver) return [];
      const leavesAt = leavesBefore === null ? null : event.text.from - leavesBefore;
      const createdAt = new Date(
        Math.min(at.getTime(), gathering.moment.startsAt.getTime()) - 50 * hourMs,
      );
      return [{ ...ride, spaceId, eventId, personId: driver.id, leavesAt, createdAt }];
    }),
  });
}
