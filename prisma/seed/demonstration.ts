import { addDays, type Day, dateColumn, dayOf, instantAt, weekdayOf } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/infra/db";
import { listSpaces } from "@/lib/spaces/queries";
import { seedBelonging } from "./demo-belonging";
import { seedComingDays } from "./demo-coming";
import { seedEvents } from "./demo-events";
import { seedHabilitations } from "./demo-habilitations";
import { awaitedBookings, demoBookings, type Member } from "./demo-history";
import { seedJournal } from "./demo-journal";
import { seedMeetings } from "./demo-meetings";
import { seedMutualHelp } from "./demo-mutual-help";
import { seedNetwork } from "./demo-network";
import { type DemoPerson, demoAccounts, demoMembers, summerVisitors } from "./demo-people";
import { demoCorners, demoPlan } from "./demo-plans";
import { seedProfiles } from "./demo-profiles";
import { type DemoSpace, weeklyRules } from "./demo-space";
import { demoSpaces } from "./demo-spaces";
import { seedTravel } from "./demo-travel";

const zone = "Europe/Paris";
const chunk = 500;

/** An empty database becomes the demonstration network, dates relative to `at`; the same every time. */
export async function seedDemonstration(at: Date): Promise<{ bookings: number }> {
  const today = dayOf(at, zone);
  const opened = addDays(today, -600);
  for (const space of demoSpaces) await createSpace(space, opened);
  await createExceptions(today);
  await seedNetwork(at);
  const members = await createPeople(at);
  await seedProfiles(at);
  await seedTravel(at);
  await seedMutualHelp(at);
  await seedBelonging(members, at);
  const events = await seedEvents(members, today, at);
  const spaces = await listSpaces();
  const rows = demoBookings(members, spaces, today, at);
  const awaited = await db.booking.createMany({ data: awaitedBookings(spaces, today, at) });
  let bookings = events.bookings + awaited.count;
  for (let from = 0; from < rows.length; from += chunk) {
    const { count } = await db.booking.createMany({
      data: rows.slice(from, from + chunk),
      skipDuplicates: true,
    });
    bookings += count;
  }
  bookings += (await seedComingDays(members, today, at)).bookings;
  await seedJournal(today);
  bookings += (await seedMeetings(members, at)).bookings;
  await seedHabilitations(members, opened, at);
  return { bookings };
}

async function createSpace(space: DemoSpace, opened: Day): Promise<void> {
  const { id } = await db.space.create({
    data: {
      slug: space.slug,
      name: space.name,
      communeId: space.commune,
      street: space.street,
      postalCode: space.postalCode,
      longitude: space.position[0],
      latitude: space.position[1],
      texts: space.texts,
      equipment: space.equipment,
      hostName: space.hostName,
      poster: space.poster,
      halfDayBoundary: space.halfDayBoundary,
      closesOnPublicHolidays: space.closesOnPublicHolidays,
      isDemonstration: !space.real,
      noShowGraceMinutes: space.noShowGraceMinutes ?? null,
      checkInCode: space.checkInCode ?? null,
      plan: demoPlan(drawnOf(space)),
      ...(space.real ? { sourceTitle: "cuponk.fr", sourceDate: "2021-05" } : {}),
    },
    select: { id: true },
  });
  await db.openingRule.createMany({
    data: weeklyRules(space).map((rule) => ({ spaceId: id, ...rule })),
  });
  await db.resource.createMany({ data: resourcesOf(space, id, opened) });
  await createParts(space, id);
}

/** Written before any booking: each then holds the places of what it shares (`join_places`). */
async function createParts({ splits = {} }: DemoSpace, spaceId: string): Promise<void> {
  const resources = await db.resource.findMany({
    where: { spaceId },
    select: { id: true, name: true },
  });
  const links = Object.entries(splits).flatMap(([whole, parts]) =>
    parts.map((part) => ({ whole, part })),
  );
  const idOf = (name: string) => resources.find((resource) => resource.name === name)?.id ?? name;
  await db.resourcePart.createMany({
    data: links.map(({ whole, part }) => ({ spaceId, wholeId: idOf(whole), partId: idOf(part) })),
  });
}

/** On the plan stand the parts of a room that splits, not the room itself. */
function drawnOf({ splits = {}, ...space }: DemoSpace) {
  return { ...space, rooms: space.rooms.filter((name) => !(name in splits)) };
}

function resourcesOf(space: DemoSpace, spaceId: string, opened: Day) {
  const named = (count: number, name: string, kind: "desk" | "office" | "booth") =>
    Array.from({ length: count }, (_, index) => ({
      kind,
      name: `${name} ${index + 1}`,
      features: kind === "desk" ? featuresOf(index) : [],
      ...termsOf(kind),
    }));
  const all = [
    ...named(space.desks, "Poste", "desk"),
    ...named(space.offices, "Bureau fermé", "office"),
    ...space.rooms.map((name) => ({
      kind: "room" as const,
      name,
      features: ["screen"],
      ...termsOf("room"),
    })),
    ...named(space.booths, "Cabine", "booth"),
  ];
  const lent = (space.lent ?? []).map((name) => ({
    kind: "equipment" as const,
    name,
    features: [],
  }));
  const { splits = {}, terms = {} } = space;
  const drawn = all.filter(({ name }) => !(name in splits)).map(({ name }) => name);
  const corners = demoCorners(drawnOf(space));
  const cornerOf = (name: string) => corners[drawn.indexOf(name)];
  return [...all, ...lent].map((resource, index) => ({
    ...resource,
    ...terms[resource.name],
    planX: cornerOf(resource.name)?.x ?? null,
    planY: cornerOf(resource.name)?.y ?? null,
    spaceId,
    rank: index + 1,
    inServiceFrom: dateColumn(opened),
  }));
}

/** Desks and offices by the half-day, rooms by the hour too with a quarter to air them, booths by the quarter. */
function termsOf(
  kind: "desk" | "office" | "room" | "booth",
): Partial<Prisma.ResourceCreateManyInput> {
  if (kind === "room") {
    return { modes: ["hour", "half_day", "day"], capacity: 8, bufferAfterMinutes: 15 };
  }
  if (kind === "booth") {
    return { modes: ["hour"], stepMinutes: 15, minMinutes: 15, maxMinutes: 120 };
  }
  return {};
}

function featuresOf(index: number): string[] {
  const features = index < 3 ? ["window"] : [];
  if (index % 4 === 1) features.push("screen");
  if (index === 3) features.push("step_free");
  if (index === 5) features.push("standing");
  return features;
}

/** A closure and an exceptional day soon, so that both are seen. */
async function createExceptions(today: Day): Promise<void> {
  const nextWednesday = addDays(today, ((10 - weekdayOf(today)) % 7) + 7);
  const cale = await db.space.findUniqueOrThrow({ where: { slug: "la-cale" } });
  await db.closure.create({
    data: {
      spaceId: cale.id,
      startsAt: instantAt(nextWednesday, 780, zone),
      endsAt: instantAt(addDays(nextWednesday, 1), 0, zone),
      reason: "Travaux d’électricité",
    },
  });
  const prayssac = await db.space.findUniqueOrThrow({ where: { slug: "faitout-prayssac" } });
  await db.openingException.create({
    data: {
      spaceId: prayssac.id,
      day: dateColumn(addDays(nextWednesday, 3)),
      intervals: [{ startMinute: 600, endMinute: 960, state: "staffed" }],
      reason: "Portes ouvertes",
    },
  });
}

async function createPeople(at: Date): Promise<Member[]> {
  const visitors = summerVisitors.map((visitor) => ({
    name: visitor.name,
    email: visitor.email,
    commune: null,
    since: 548,
    until: 0,
    rhythms: [],
  }));
  const members: Member[] = [];
  for (const person of [...demoAccounts, ...demoMembers(), ...visitors]) {
    members.push({ ...person, commune: person.commune ?? "", id: await createPerson(person, at) });
  }
  return members;
}

async function createPerson(
  person: Omit<DemoPerson, "commune"> & { commune: string | null },
  at: Date,
): Promise<string> {
  const { id } = await db.person.create({
    data: {
      email: person.email,
      name: person.name,
      emailVerifiedAt: at,
      createdAt: new Date(at.getTime() - Math.max(person.since, 60) * 86_400_000),
      profile: { create: { communeId: person.commune } },
    },
    select: { id: true },
  });
  if (person.role) await db.roleGrant.create({ data: { personId: id, role: person.role } });
  for (const slug of person.hostOf ?? []) {
    const space = await db.space.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    await db.roleGrant.create({ data: { personId: id, role: "host", spaceId: space.id } });
  }
  return id;
}
