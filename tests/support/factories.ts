import { randomUUID } from "node:crypto";
import { type Day, dateColumn, day } from "@/lib/core/day";
import { db, type Prisma } from "@/lib/infra/db";

/** Each row is the test's own: unique values, nothing shared, nothing truncated. */
export async function aCommune(overrides: Partial<Prisma.CommuneUncheckedCreateInput> = {}) {
  const insee = `T${randomUUID().slice(0, 8)}`;
  return db.commune.create({
    data: { insee, name: `Commune ${insee}`, latitude: 44.47, longitude: 1.28, ...overrides },
  });
}

const everyWeekday = [1, 2, 3, 4, 5];
const morning = { startMinute: 510, endMinute: 750, state: "staffed" } as const;
const afternoon = { startMinute: 810, endMinute: 1110, state: "staffed" } as const;

type SpaceOptions = Partial<Prisma.SpaceUncheckedCreateInput> & {
  desks?: number;
  /** Open weekdays, 8:30–12:30 and 13:30–18:30; 1 = Monday. */
  weekdays?: number[];
};

/** A space open Monday to Friday, 8:30–12:30 and 13:30–18:30, with its desks « Bureau 1 … ». */
export async function aSpace({
  desks = 3,
  weekdays = everyWeekday,
  ...overrides
}: SpaceOptions = {}) {
  const name = `Lieu ${randomUUID().slice(0, 8)}`;
  const communeId = overrides.communeId ?? (await aCommune()).insee;
  const text = { fr: "Un lieu d’essai." };
  const space = await db.space.create({
    data: {
      slug: name.toLowerCase().replace(" ", "-"),
      name,
      communeId,
      street: "1 rue du Pont",
      postalCode: "46140",
      latitude: 44.47,
      longitude: 1.28,
      texts: {
        summary: text,
        description: text,
        access: text,
        accessibility: text,
        tariffs: text,
        hosting: text,
      },
      equipment: ["fibre"],
      poster: "luzech",
      ...overrides,
    },
  });
  await db.openingRule.createMany({
    data: weekdays.flatMap((weekday) =>
      [morning, afternoon].map((hours) => ({ spaceId: space.id, weekday, ...hours })),
    ),
  });
  const resources = await db.resource.createManyAndReturn({
    data: Array.from({ length: desks }, (_, index) => ({
      spaceId: space.id,
      kind: "desk" as const,
      name: `Bureau ${index + 1}`,
      rank: index + 1,
      features: [],
      inServiceFrom: new Date("2020-01-01T00:00:00Z"),
    })),
  });
  return { ...space, desks: resources.sort((a, b) => a.rank - b.rank) };
}

/** A meeting room of that space, by the hour, the half-day and the day unless told. */
export async function aRoom(
  space: { id: string },
  overrides: Partial<Prisma.ResourceUncheckedCreateInput> = {},
) {
  return db.resource.create({
    data: {
      spaceId: space.id,
      kind: "room",
      name: `Salle ${randomUUID().slice(0, 8)}`,
      rank: 100,
      features: [],
      capacity: 8,
      modes: ["hour", "half_day", "day"],
      inServiceFrom: new Date("2020-01-01T00:00:00Z"),
      ...overrides,
    },
  });
}

export async function aPerson(overrides: Partial<Prisma.PersonUncheckedCreateInput> = {}) {
  return db.person.create({
    data: { email: `${randomUUID()}@exemple.test`, name: "Maëlle Rives", ...overrides },
  });
}

type BookingOptions = {
  space: { id: string; desks: { id: string }[] };
  day: Day;
  desk?: number;
  personId?: string;
  part?: "morning" | "afternoon" | "day";
  startsAt: string;
  endsAt: string;
  state?: "requested" | "held" | "confirmed" | "cancelled" | "no_show";
  checkedInAt?: string;
};

/** A booking written as is, for reads and for states a command would refuse. */
export async function aBooking(options: BookingOptions) {
  const personId = options.personId ?? (await aPerson()).id;
  const desk = options.space.desks[options.desk ?? 0];
  if (!desk) throw new Error("no such desk");
  return db.booking.create({
    data: {
      spaceId: options.space.id,
      resourceId: desk.id,
      personId,
      day: dateColumn(options.day),
      part: options.part ?? "day",
      startsAt: new Date(options.startsAt),
      endsAt: new Date(options.endsAt),
      source: "member",
      state: options.state ?? "confirmed",
      endedAt: ["cancelled", "no_show"].includes(options.state ?? "")
        ? new Date(options.startsAt)
        : null,
      checkedInAt: options.checkedInAt ? new Date(options.checkedInAt) : null,
    },
  });
}

/** A Tuesday of the tests, no holiday near; the spring change has passed. */
export const tuesday = day("2026-06-16");
/** That Monday at eight in the morning in France. */
export const mondayMorning = new Date("2026-06-15T06:00:00Z");
